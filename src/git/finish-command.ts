/** The command with which a person finishes a commit that git would not make. */
import { realpathSync } from 'node:fs';
import type { CommitMessage } from './commit-message.ts';
import type { Repository } from './repository.ts';
import { shellQuote } from './shell.ts';

/** What the command has to do beside the commit. */
export interface FinishOptions {
  /** The file is not known to git yet. */
  readonly add?: boolean;
  /** It is ignored. */
  readonly force?: boolean;
  /** It stands where nothing is to be checked out. */
  readonly sparse?: boolean;
  /** Git is told to take it for unchanged. */
  readonly skipped?: boolean;
  /** Git does not know who commits. */
  readonly identity?: boolean;
}

/** The command for a person's shell. It works from the folder that they are in, or names its own. */
export function finishCommand(
  { root, env }: Repository,
  path: string,
  message: CommitMessage,
  { add = false, force = false, sparse = false, skipped = false, identity = false }: FinishOptions,
): string {
  // What marks a file in the index takes a path as it is, from the folder that git works in.
  const place = placeInShell(root, env['PWD'], path, skipped);
  const git = place.folder === undefined ? 'git' : `git -C ${shellQuote(place.folder)}`;
  const file = shellQuote(place.file);
  const who = identity ? ` -c user.name='YOUR NAME' -c user.email=YOU@EXAMPLE.COM` : '';
  const parts = [
    `-m ${shellQuote(message.subject)}`,
    ...message.trailers.map((trailer) => `--trailer ${shellQuote(trailer)}`),
  ];
  const commit = `${git}${who} commit ${parts.join(' ')} -- ${file}`;
  if (skipped) {
    return `${git} update-index --no-skip-worktree -- ${shellQuote(path)} && ${commit}`;
  }
  const flags = `${force ? '-f ' : ''}${sparse ? '--sparse ' : ''}`;
  return add ? `${git} add ${flags}-- ${file} && ${commit}` : commit;
}

/**
 * How to name the file in the person's shell; git's own way where its name has wildcards in it.
 *
 * @param fromTop git is to work in the topmost folder.
 */
function placeInShell(
  root: string,
  workingFolder: string | undefined,
  path: string,
  fromTop: boolean,
): { folder?: string; file: string } {
  const magic = /[*?[\]\\]|^:/.test(path);
  const top = magic ? `:(top,literal)${path}` : `:/${path}`;
  const here = workingFolder === undefined ? undefined : realPath(workingFolder);
  if (here === root) return { file: magic ? `:(literal)${path}` : path };
  if (here?.startsWith(`${root}/`) && !fromTop) return { file: top };
  return { folder: root, file: magic ? `:(literal)${path}` : path };
}

function realPath(folder: string): string | undefined {
  try {
    return realpathSync.native(folder);
  } catch {
    return undefined;
  }
}
