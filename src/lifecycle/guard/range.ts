/** The commits that are judged: those of a range, without what merges bring in from the base. */
import { Failure } from '../../failure.ts';
import { headCommit } from '../../git/history-graph.ts';
import { shallowCommits } from '../../git/history-limits.ts';
import type { NamedCommit, RangeCommit } from '../../git/range-changes.ts';
import { leadsTo, mainBranch, mergeBase, rangeCommits, upstream } from '../../git/range-changes.ts';
import type { Repository } from '../../git/repository.ts';

/** The ends of a range. */
export interface RangeEnds {
  readonly from: string;
  readonly to: string;
  /** What was given, or how it was found. */
  readonly name: string;
  /** The main branch, where it has been looked for. */
  readonly main?: NamedCommit;
}

/** The commits to judge, and what they are held against. */
export interface GuardedRange extends RangeEnds {
  /** Where the range leaves what `from` has. */
  readonly start: string;
  /** What merges bring in from there is not judged. */
  readonly base: NamedCommit | undefined;
  readonly commits: readonly RangeCommit[];
}

/** From what the branch follows elsewhere, else from where it left the main branch, to the last commit. */
export async function defaultRange(repository: Repository): Promise<RangeEnds> {
  const to = await headCommit(repository);
  if (to === undefined) throw new Failure('there is no commit to judge', 'Commit the work first.');
  const followed = await upstream(repository);
  if (followed !== undefined) {
    return {
      from: followed.commit,
      to,
      name: `${followed.name}..HEAD, the upstream of this branch`,
    };
  }
  const main = await mainBranch(repository);
  const fork = main && (await mergeBase(repository, main.commit, to));
  if (main !== undefined && fork !== undefined && fork !== to) {
    const name = `${fork.slice(0, 12)}..HEAD, from where it left ${main.name}`;
    return { from: fork, to, name, main };
  }
  throw new Failure(
    'no range is given, and this branch follows none and has left no main branch',
    'Name one: delegate guard BRIEF A..B',
  );
}

/** Reads the commits of a range. A Failure where the history is cut off within it. */
export async function guardedRange(repository: Repository, ends: RangeEnds): Promise<GuardedRange> {
  const { from, to } = ends;
  const [start, main, boundary] = await Promise.all([
    mergeBase(repository, from, to),
    ends.main ?? mainBranch(repository),
    shallowCommits(repository),
  ]);
  const cut = new Failure(
    'the history is cut off, so the range cannot be judged',
    'Check out all of it: fetch-depth: 0 in CI, git fetch --unshallow elsewhere.',
  );
  if (start === undefined) {
    if (boundary.size > 0) throw cut;
    throw new Failure(
      `${from.slice(0, 12)} and ${to.slice(0, 12)} have no history in common`,
      'Name a range of one history.',
    );
  }
  // A base that has the work already would leave nothing to judge.
  const isApart = main !== undefined && !(await leadsTo(repository, to, main.commit));
  const base = isApart ? main : undefined;
  const commits = await rangeCommits(repository, to, [from, ...(base ? [base.commit] : [])]);
  if (commits.some(({ id }) => boundary.has(id))) throw cut;
  return { ...ends, start, base, commits };
}
