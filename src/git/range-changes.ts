/** What the commits of a range changed: every path, also links and submodules, with merges told apart. */
import { formatCommits } from './format-commits.ts';
import { eachLine, resolveCommits, unreadableHistory } from './history-graph.ts';
import type { Identity } from './identity.ts';
import { RAW_DIFF } from './raw-diff.ts';
import { objectIds, readGit } from './read.ts';
import type { Repository } from './repository.ts';
import { OBJECT_ID } from './run.ts';

/** A commit of a range, and all of its parents. */
export interface RangeCommit {
  readonly id: string;
  readonly parents: readonly string[];
}

/** The commits that lead to one and are in none of the others, parents before children. */
export async function rangeCommits(
  repository: Repository,
  tip: string,
  excluded: readonly string[],
): Promise<readonly RangeCommit[]> {
  const commits: RangeCommit[] = [];
  const args = ['rev-list', '--topo-order', '--reverse', '--parents', tip];
  await eachLine(repository, [...args, ...excluded.map((id) => `^${id}`), '--'], (line) => {
    const [id = '', ...parents] = line.split(' ');
    commits.push({ id, parents });
  });
  return commits;
}

/** A path that differs between two commits. */
export interface PathChange {
  readonly path: string;
  /** As git has them: 100644, 100755, 120000 for a link, 160000 for a submodule, 000000 for nothing. */
  readonly oldMode: string;
  readonly newMode: string;
  readonly before: string;
  readonly after: string;
}

/** Modes as git has them. */
export const LINK = '120000';
export const SUBMODULE = '160000';

/** The paths that each pair of commits differs in; without a parent, those of the first commit of all. */
export async function pathChanges(
  repository: Repository,
  pairs: readonly { readonly commit: string; readonly from: string | undefined }[],
): Promise<readonly (readonly PathChange[])[]> {
  if (pairs.length === 0) return [];
  const input = pairs.map(
    ({ commit, from }) => `${commit}${from === undefined ? '' : ` ${from}`}\n`,
  );
  const { status, stdout, stderr } = await readGit(
    repository,
    ['diff-tree', '--stdin', '--always', ...RAW_DIFF, '--ignore-submodules=none'],
    input.join(''),
  );
  if (status !== 0) throw unreadableHistory(stderr);
  const all: PathChange[][] = [];
  let row: Omit<PathChange, 'path'> | undefined;
  for (const token of stdout.toString('utf8').split('\0')) {
    if (row !== undefined) {
      all.at(-1)?.push({ ...row, path: token });
      row = undefined;
    } else if (token.startsWith(':')) {
      const [oldMode = '', newMode = '', before = '', after = ''] = token.slice(1).split(' ');
      row = { oldMode, newMode, before, after };
    } else if (OBJECT_ID.test(token.trim())) all.push([]);
  }
  return all;
}

/** The commit at which two histories fork; undefined where they have none in common. */
export async function mergeBase(
  repository: Repository,
  one: string,
  other: string,
): Promise<string | undefined> {
  const { stdout } = await readGit(repository, ['merge-base', one, other]);
  return stdout.toString().split('\n')[0] || undefined;
}

/** True when a commit leads to another, or is it. */
export async function leadsTo(
  repository: Repository,
  one: string,
  other: string,
): Promise<boolean> {
  const { status } = await readGit(repository, ['merge-base', '--is-ancestor', one, other]);
  return status === 0;
}

/** A commit as it was written, whatever a mailmap makes of its people. */
export interface WrittenCommit {
  readonly author: Identity;
  readonly committer: Identity;
  /** Whole. */
  readonly message: string;
}

const WRITTEN = ['%H', '%an', '%ae', '%cn', '%ce', '%B'];

/** Commits as they were written, by their ids. */
export async function writtenCommits(
  repository: Repository,
  ids: readonly string[],
): Promise<ReadonlyMap<string, WrittenCommit>> {
  if (ids.length === 0) return new Map();
  const said = await formatCommits(repository, ids, WRITTEN, '%n');
  return new Map(
    said.split('\0').map((text) => {
      const [id = '', name = '', email = '', by = '', at = '', ...message] = text.split('\n');
      const committer = { name: by, email: at };
      return [id.trim(), { author: { name, email }, committer, message: message.join('\n') }];
    }),
  );
}

/** Whether a file is the same in two commits, or in neither. */
export async function isSameIn(
  repository: Repository,
  path: string,
  [one, other]: readonly [string, string],
): Promise<boolean> {
  const [a, b] = await objectIds(repository, [`${one}:${path}`, `${other}:${path}`]);
  return a === b;
}

/** A revision that has a name for people. */
export interface NamedCommit {
  readonly name: string;
  readonly commit: string;
}

/** The branch that the present one follows elsewhere; undefined where it follows none. */
export async function upstream(repository: Repository): Promise<NamedCommit | undefined> {
  const name = ['--abbrev-ref', '--symbolic-full-name', '@{upstream}'];
  const args = ['rev-parse', '@{upstream}^{commit}', ...name];
  const { status, stdout } = await readGit(repository, args);
  const [commit = '', called = ''] = stdout.toString().trim().split('\n');
  return status === 0 && OBJECT_ID.test(commit) ? { name: called, commit } : undefined;
}

/** What the main branch may be called: as others have it before as it is here. */
const MAIN = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'] as const;

/** The main branch; undefined where none is called so. */
export async function mainBranch(repository: Repository): Promise<NamedCommit | undefined> {
  const commits = await resolveCommits(
    repository,
    MAIN.map((name) => `refs/${name.startsWith('origin/') ? 'remotes' : 'heads'}/${name}`),
  );
  for (const [index, name] of MAIN.entries()) {
    const commit = commits[index];
    if (commit !== undefined) return { name, commit };
  }
  return undefined;
}
