/** The revisions that `delegate log` is asked for. */
import { Failure } from '../../failure.ts';
import { headCommit, resolveCommits } from '../../git/history-graph.ts';
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
  /** The commit that has what does not count; undefined when all does. */
  readonly start: string | undefined;
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
): Promise<Revisions> {
  if (range === undefined || range === '') {
    if (range === '') throw new Failure('the range is empty', 'Write it as A..B.');
    const tip = await headCommit(repository);
    return { tip, start: undefined, uncommitted: true };
  }
  const dots = /\.{2,3}/.exec(range);
  if (dots === null) {
    return { tip: await commitNamed(repository, range), start: undefined, uncommitted: false };
  }
  const from = range.slice(0, dots.index);
  const to = range.slice(dots.index + dots[0].length);
  if (from === '' && to === '') throw new Failure(`"${range}" names no revision`, 'Write A..B.');
  const [start, tip] = await commitsNamed(repository, [from || 'HEAD', to || 'HEAD']);
  return { tip, start, uncommitted: to === '' };
}

async function commitNamed(repository: Repository, revision: string): Promise<string> {
  const [id] = await commitsNamed(repository, [revision]);
  return id;
}

/** Their commits, through one process; a Failure for one that git does not know. */
async function commitsNamed<T extends readonly string[]>(
  repository: Repository,
  revisions: readonly [...T],
): Promise<{ readonly [K in keyof T]: string }> {
  const ids = await resolveCommits(repository, revisions);
  const unknown = revisions.find((_, at) => ids[at] === undefined);
  if (unknown === undefined) return ids as { readonly [K in keyof T]: string };
  throw new Failure(
    `git knows no revision "${unknown}"`,
    'In CI the history may be cut off: check out with fetch-depth: 0.',
  );
}
