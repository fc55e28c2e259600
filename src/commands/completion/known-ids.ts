/**
 * The ids of all briefs by path. An id is never changed, so what was read once is kept under the git
 * directory, and only files that are new are read. It is for proposals alone: nothing hangs on it.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadFile } from '../../files/load.ts';
import { saveAt } from '../../files/save.ts';
import type { Workspace } from '../../files/workspace.ts';

/** Written at the beginning of a line, as people and commands do. */
const ID_LINE = /^id:[ \t]*["']?(b-[0-9a-z]{8})\b/m;

/** The ids of these briefs, where they have one. */
export function knownIds(
  workspace: Workspace,
  paths: readonly string[],
): ReadonlyMap<string, string> {
  const file = cacheFile(workspace);
  const kept = file === undefined ? new Map<string, string>() : readKept(file);
  const ids = new Map<string, string>();
  let isNew = kept.size !== paths.length;
  for (const path of paths) {
    const id = kept.get(path) ?? readId(workspace, path);
    isNew ||= !kept.has(path);
    ids.set(path, id);
  }
  if (file !== undefined && isNew) keep(file, ids);
  return ids;
}

function readId(workspace: Workspace, path: string): string {
  const loaded = loadFile(workspace, path);
  return 'text' in loaded ? (ID_LINE.exec(loaded.text)?.[1] ?? '') : '';
}

/** A linked work tree has a file in the place of the folder, and keeps nothing. */
function cacheFile({ root }: Workspace): string | undefined {
  const gitDir = join(root, '.git');
  const isFolder = statSync(gitDir, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? join(gitDir, 'delegate', 'ids') : undefined;
}

function readKept(file: string): Map<string, string> {
  try {
    return new Map(
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line): [string, string][] => {
          const tab = line.indexOf('\t');
          return tab < 0 ? [] : [[line.slice(tab + 1), line.slice(0, tab)]];
        }),
    );
  } catch {
    return new Map();
  }
}

function keep(file: string, ids: ReadonlyMap<string, string>): void {
  const lines = [...ids].filter(([path]) => !/[\t\n]/.test(path));
  try {
    saveAt(file, lines.map(([path, id]) => `${id}\t${path}\n`).join(''));
  } catch {
    // A repository that cannot be written to is read anew each time.
  }
}
