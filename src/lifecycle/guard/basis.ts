/** What a range of commits is held against: the contract that was agreed, and its fences. */
import type { Fence, FenceTest } from '../../agreement/guarded.ts';
import { fenceTest } from '../../agreement/guarded.ts';
import type { Canonical } from '../../brief/canonical.ts';
import { checkNames } from '../../brief/evidence.ts';
import type { FieldName } from '../../brief/fields.ts';
import { pathTest } from '../../brief/path-glob.ts';
import type { Repository } from '../../git/repository.ts';
import { agreedStates } from '../../history/agreed-states.ts';
import type { Revision } from '../../history/revision.ts';
import { configAt } from '../brief-line.ts';
import type { Line } from './line.ts';
import type { GuardedRange } from './range.ts';

/** What was agreed, or what counts as long as nothing is. */
export interface GuardBasis {
  /** The commit whose contract counts; undefined where the brief begins within the range. */
  readonly commit: string | undefined;
  readonly isAgreed: boolean;
  readonly fence: Fence;
}

/** Finds it, for the brief as it stood where the range begins. */
export function basisOf(line: Line | undefined, start: Revision | undefined): GuardBasis {
  if (line === undefined || start === undefined) {
    return { commit: undefined, isAgreed: false, fence: { in: [], out: [] } };
  }
  const agreed = agreedStates(line.summary.last).get(start);
  const state = agreed ?? start;
  const commit = line.history.graph.idAt(state.commit);
  return { commit, isAgreed: agreed !== undefined, fence: fenceIn(fieldsOf(state)) };
}

/** The values of a revision, or of the last before it that could be read. */
export function fieldsOf({ snapshot, bases }: Revision): ReadonlyMap<FieldName, Canonical> {
  return (snapshot ?? bases[0])?.fields ?? new Map();
}

/** The fence among the values of a brief. */
export function fenceIn(fields: ReadonlyMap<FieldName, Canonical>): Fence {
  const list = (name: FieldName): readonly string[] =>
    (fields.get(name) as readonly string[] | undefined) ?? [];
  return { in: list('fence.in'), out: list('fence.out') };
}

/**
 * The fences that a commit may keep to: what was agreed by then, and what was agreed at the end. What
 * was agreed before the range counts until the range agrees to something else.
 */
export function fencesOf(
  range: GuardedRange,
  { history, summary, revisions }: Line,
  basis: GuardBasis,
  isIn: (commit: string | undefined) => commit is string,
): (commit: string) => readonly FenceTest[] {
  const states = agreedStates(summary.last);
  const { idAt } = history.graph;
  const isNew = (state: Revision | undefined): state is Revision =>
    state !== undefined && isIn(idAt(state.commit));
  const own = new Map<string, Revision>();
  for (const revision of revisions) own.set(idAt(revision.commit) ?? '', revision);
  const agreedBy = new Map<string, Revision | undefined>();
  for (const { id, parents } of range.commits) {
    const revision = own.get(id);
    const inherited = parents.flatMap((parent) => agreedBy.get(parent) ?? []);
    const newest = inherited.toSorted((a, b) => b.commit - a.commit)[0];
    const state = revision === undefined ? newest : states.get(revision);
    agreedBy.set(id, isNew(state) ? state : undefined);
  }
  const tests = new Map<Revision | undefined, FenceTest>([[undefined, fenceTest(fenceAtStart())]]);
  const testOf = (state: Revision | undefined): FenceTest => {
    const known = tests.get(state) ?? fenceTest(fenceIn(fieldsOf(state as Revision)));
    tests.set(state, known);
    return known;
  };
  const last = states.get(summary.last);
  const end = isNew(last) ? last : undefined;
  return (commit) => [...new Set([testOf(agreedBy.get(commit)), testOf(end)])];

  function fenceAtStart(): Fence {
    const [first] = revisions;
    // A brief that begins in the range has the fence that it begins with.
    if (basis.commit !== undefined || first === undefined) return basis.fence;
    return fenceIn(fieldsOf(first));
  }
}

/** Which checks of the agreed evidence stand on a path, as the configuration had them then. */
export async function protectingOf(
  repository: Repository,
  basis: GuardBasis,
  range: GuardedRange,
  start: Revision | undefined,
): Promise<(path: string) => readonly string[]> {
  if (start === undefined) return () => [];
  const evidence = fieldsOf(start).get('evidence') as readonly string[] | undefined;
  const commits = [...new Set([basis.commit ?? range.from, range.from])];
  const configs = await Promise.all(
    commits.map((commit) => configAt(repository, commit).catch(() => undefined)),
  );
  const names = checkNames(evidence);
  const checks = configs
    .flatMap((config) => config?.checks ?? [])
    .filter(({ name }) => names.includes(name))
    .map(({ name, protects }) => ({ name, test: pathTest(protects, { foldCase: true }) }));
  return (path) => [...new Set(checks.filter(({ test }) => test(path)).map(({ name }) => name))];
}
