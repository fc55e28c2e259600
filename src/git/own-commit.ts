/** Which commit a `git commit` has made: HEAD may be somebody else's by the time that it ends. */
import { readGit } from './read.ts';
import type { Repository } from './repository.ts';

/** A commit that was just made. */
export interface OwnCommit {
  readonly hash: string;
  /** The id of the file's blob in it. */
  readonly blob: string;
}

interface Sought {
  /** Below the root, with `/`. */
  readonly path: string;
  readonly subject: string;
  /** The id that what was written has as a blob. */
  readonly written: string;
  /** The last commit before; undefined when there was none. */
  readonly since: string | undefined;
}

/** Nobody makes more commits of one file while one of them is being made. */
const MAX_COMMITS = 100;

/**
 * Finds the commit of a file among those that were made since: the one that has what was written, and
 * the subject; where a hook has changed one of the two, the one that has the other.
 */
export async function findOwnCommit(
  repository: Repository,
  { path, subject, written, since }: Sought,
): Promise<OwnCommit | undefined> {
  const commits = await commitsOf(repository, path, since);
  const hasText = ({ blob }: OwnCommit): boolean => blob === written;
  const isNamed = (commit: NamedCommit): boolean => commit.subject === subject;
  return (
    commits.find((commit) => hasText(commit) && isNamed(commit)) ??
    commits.find(isNamed) ??
    commits.find(hasText) ??
    (commits.length === 1 ? commits[0] : undefined)
  );
}

interface NamedCommit extends OwnCommit {
  readonly subject: string;
}

/** The commits since another one in which a file is another than before, the newest first. */
async function commitsOf(
  repository: Repository,
  path: string,
  since: string | undefined,
): Promise<readonly NamedCommit[]> {
  const args = [
    '-c',
    'log.showRoot=true',
    '--literal-pathspecs',
    'log',
    `--max-count=${MAX_COMMITS}`,
    '--format=%x01%H%x00%s',
    '--encoding=UTF-8',
    '--raw',
    '--no-abbrev',
    '--no-renames',
    'HEAD',
    ...(since === undefined ? [] : [`^${since}`]),
    '--',
    path,
  ];
  const { stdout } = await readGit(repository, args);
  return stdout
    .toString()
    .split('\u0001')
    .flatMap((text) => {
      const [hash, subject] = (text.split('\n')[0] ?? '').split('\0');
      const blob = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) /m.exec(text)?.[1];
      if (!hash || subject === undefined || blob === undefined) return [];
      return [{ hash, subject, blob }];
    });
}
