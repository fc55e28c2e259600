/** The revisions that `delegate log` is asked for. */
import { Failure } from '../../failure.ts';
import { headCommit, readRange, resolveCommit } from '../../git/history-graph.ts';
import type { Repository } from '../../git/repository.ts';

export interface LogArguments {
  readonly range: string | undefined;
  readonly names: readonly string[];
}

/** Tells a range among the arguments (`A..B`) from the names of briefs. */
export function splitArguments(args: readonly string[], option: string | undefined): LogArguments {
  const ranges = args.filter((arg) => isRange(arg));
  const names = args.filter((arg) => !isRange(arg));
  const all = option === undefined ? ranges : [option, ...ranges];
  if (all.length > 1) {
    throw new Failure(`more than one range: ${all.join(', ')}`, 'Give one, as A..B.');
  }
  return { range: all[0], names };
}

/** `../briefs/x.md` and `briefs/..` are paths. */
function isRange(arg: string): boolean {
  return arg.includes('..') && !arg.split('/').includes('..') && !arg.endsWith('.md');
}

export interface Revisions {
  /** The commit to read to; undefined where nothing is committed. */
  readonly tip: string | undefined;
  /** The commits that count; undefined when all do. */
  readonly commits: ReadonlySet<string> | undefined;
  /** Whether what is not committed belongs to it. */
  readonly uncommitted: boolean;
}

/**
 * Reads what a range means. `A..B` and `A...B` are what B has and A has not; `A..` goes up to the work
 * tree; `A` alone is all that A has.
 */
export async function readRevisions(
  repository: Repository,
  range: string | undefined,
  firstParent: boolean,
): Promise<Revisions> {
  if (range === undefined || range === '') {
    if (range === '') throw new Failure('the range is empty', 'Write it as A..B.');
    const tip = await headCommit(repository);
    return { tip, commits: undefined, uncommitted: true };
  }
  const dots = /\.{2,3}/.exec(range);
  if (dots === null) {
    return { tip: await commitNamed(repository, range), commits: undefined, uncommitted: false };
  }
  const from = range.slice(0, dots.index);
  const to = range.slice(dots.index + dots[0].length);
  if (from === '' && to === '') throw new Failure(`"${range}" names no revision`, 'Write A..B.');
  const [start, tip] = [
    await commitNamed(repository, from || 'HEAD'),
    await commitNamed(repository, to || 'HEAD'),
  ];
  const commits = await readRange(repository, tip, [start], firstParent);
  return { tip, commits, uncommitted: to === '' };
}

async function commitNamed(repository: Repository, revision: string): Promise<string> {
  const id = await resolveCommit(repository, revision);
  if (id !== undefined) return id;
  throw new Failure(
    `git knows no revision "${revision}"`,
    'In CI the history may be cut off: check out with fetch-depth: 0.',
  );
}
