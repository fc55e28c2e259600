import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../failure.ts';
import { realFolder } from '../files/workspace.ts';
import { initRepository } from '../git/init.ts';
import { findRepository } from '../git/repository.ts';
import type { Host } from '../host.ts';

interface EnsureOptions {
  /** `--init`: yes, make it one. */
  readonly init: boolean;
  /** Asks a yes-or-no question in the terminal. Without it nothing is asked. */
  readonly ask?: ((question: string) => Promise<boolean>) | undefined;
}

/**
 * Sees that the host's folder is in a git repository, and makes the folder and the repository where
 * the person wants that: with `--init`, or by a yes in the terminal.
 *
 * @returns What was done, for the person; empty when everything was there.
 */
export async function ensureRepository(host: Host, options: EnsureOptions): Promise<string[]> {
  const { cwd } = host;
  const exists = statSync(cwd, { throwIfNoEntry: false })?.isDirectory() === true;
  // A folder that is not there yet belongs to the repository of the nearest one that is.
  const near = realFolder(exists ? cwd : nearestFolder(cwd));
  const repository = await findRepository(near, host.env);
  if (repository?.bare) {
    throw new Failure(`${cwd} is in a bare repository, which holds no files to write`);
  }
  if (repository && exists) return [];
  const missing = exists ? `${cwd} is not in a git repository` : `there is no folder ${cwd}`;
  if (!options.init) {
    if (!options.ask || !host.interactive) {
      throw new Failure(missing, 'Add --init to have it made, or run "git init" there first.');
    }
    const thing = exists ? 'it one' : repository ? 'it' : 'it, and a git repository of it';
    const how = repository ? '' : ' (git init)';
    const question = `${missing.slice(0, 1).toUpperCase()}${missing.slice(1)}. Make ${thing}${how}?`;
    if (!(await options.ask(question))) throw new Failure('nothing was made');
  }
  const done: string[] = [];
  if (!exists) {
    makeFolder(cwd);
    if (repository) done.push(`Made the folder ${cwd}.`);
  }
  if (!repository) {
    await initRepository(cwd, host.env);
    done.push(`Made ${cwd} a git repository.`);
  }
  return done;
}

function nearestFolder(folder: string): string {
  let near = folder;
  while (!statSync(near, { throwIfNoEntry: false })?.isDirectory() && dirname(near) !== near) {
    near = dirname(near);
  }
  return near;
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Failure(`the folder ${folder} cannot be made: ${(error as Error).message}`);
  }
}
