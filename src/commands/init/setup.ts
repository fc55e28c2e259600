/** What the steps of `delegate init` share: what was done, and what the person has to do. */
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFile } from '../../files/save.ts';
import type { Workspace } from '../../files/workspace.ts';

export interface SetupContext {
  readonly workspace: Workspace;
  /** Paths below the root that are new, and want to be committed. */
  readonly made: string[];
  /** What was done or found, a line each. */
  readonly done: string[];
  /** What is left to the person, in lines. */
  readonly advice: string[];
}

/** Whether a file was made, or was there: the same as it would be, or changed. */
type FileState = 'made' | 'same' | 'changed';

/** Writes a file that is not there yet. */
export async function createMissing(
  { workspace, made, done }: SetupContext,
  path: string,
  text: string,
  what: string,
): Promise<FileState> {
  if (createFile(workspace, path, text)) {
    made.push(path);
    done.push(`Made ${path}: ${what}.`);
    return 'made';
  }
  return readRegular(join(workspace.root, path)) === text ? 'same' : 'changed';
}

/** Says of a file that was there already how it was found. */
export function noteExisting({ done }: SetupContext, path: string, state: FileState): void {
  if (state === 'same') done.push(`${path} is there already.`);
  if (state === 'changed') done.push(`${path} is there already, with changes; left as it is.`);
}

/** The text of a file; undefined when there is none, or it is no regular file. */
export function readRegular(file: string): string | undefined {
  try {
    return lstatSync(file).isFile() ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
