import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CONFIG_FILE } from '../config/config.ts';

/** The real path of a document, also of one that is not saved yet; undefined where it is no file. */
export function fileOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    const file = fileURLToPath(uri);
    const folder = realFolderOf(dirname(file));
    return folder === undefined ? file : join(folder, basename(file));
  } catch {
    return undefined;
  }
}

/** The address of a file of a workspace. */
export function uriOf(root: string, path: string): string {
  return pathToFileURL(join(root, path)).href;
}

function realFolderOf(folder: string): string | undefined {
  try {
    return realpathSync.native(folder);
  } catch {
    return undefined;
  }
}

/** The nearest folder that is there: a new file may stand in one that is not. */
export function existingFolder(folder: string): string {
  let here = folder;
  while (!existsSync(here) && dirname(here) !== here) here = dirname(here);
  return here;
}

/** What changes when the configuration does: its time and size, or that it is not there. */
export function configStamp(root: string): string {
  const found = statSync(join(root, CONFIG_FILE), { throwIfNoEntry: false });
  return found === undefined ? '' : `${found.mtimeMs} ${found.size}`;
}
