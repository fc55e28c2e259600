/**
 * The work of a range of commits held against what was agreed: the fence, the criteria, the records, and
 * what decides how the work is judged.
 */
import { GUARD_KINDS, MAILMAP } from '../../agreement/guarded.ts';
import { fieldOf } from '../../brief/fields.ts';
import { lineIndex } from '../../brief/positions.ts';
import { evidenceResults } from '../../brief/evidence-lines.ts';
import { missingSpan, readBrief } from '../../brief/read.ts';
import type { Config } from '../../config/config.ts';
import { Failure } from '../../failure.ts';
import { MAX_FILE_BYTES } from '../../files/bytes.ts';
import { namePaths } from '../../files/find.ts';
import { briefPaths } from '../../files/pattern.ts';
import type { Workspace } from '../../files/workspace.ts';
import { whoAmI } from '../../git/identity.ts';
import { resolveCommits } from '../../git/history-graph.ts';
import { isSameIn, leadsTo, writtenCommits } from '../../git/range-changes.ts';
import type { Repository } from '../../git/repository.ts';
import { textAt } from '../../git/revision.ts';
import { readCommits } from '../../git/history-commits.ts';
import type { FactsByCommit } from '../../history/reading.ts';
import { agreedStates } from '../../history/agreed-states.ts';
import type { Revision } from '../../history/revision.ts';
import type { BriefHistory } from '../../history/types.ts';
import { briefHistories } from '../../history/brief-history.ts';
import { comparedFields } from '../../history/compared-fields.ts';
import { configAt } from '../brief-line.ts';
import type { GuardBasis } from './basis.ts';
import { basisOf, fenceIn, fencesOf, fieldsOf, protectingOf } from './basis.ts';
import { contractFindings } from './contract.ts';
import { evidenceFindings } from './evidence.ts';
import type { GuardFinding } from './finding.ts';
import type { Line } from './line.ts';
import { readLine, revisionAt } from './line.ts';
import { makersOf } from './makers.ts';
import type { GuardedRange, RangeEnds } from './range.ts';
import { guardedRange } from './range.ts';
import { touchedFindings } from './touched.ts';

/** What a range of commits did. */
export interface Guarded {
  readonly id: string | null;
  readonly title: string | null;
  readonly path: string;
  readonly range: GuardedRange;
  readonly basis: GuardBasis;
  readonly findings: readonly GuardFinding[];
  /** Who made the commits of the findings, and what they said of them. */
  readonly facts: FactsByCommit;
}

/** Judges the commits of a range by what was agreed of a brief. */
export async function guard(
  workspace: Workspace,
  repository: Repository,
  name: string,
  ends: RangeEnds,
): Promise<Guarded> {
  const range = await guardedRange(repository, ends);
  const config = await configOf(workspace, repository, range.from);
  const folders = [...new Set([...config.folder, ...workspace.config.folder])];
  const paths = namePaths(workspace, name);
  const read = (tip: string): Promise<Line> => readLine(repository, tip, folders, name, paths);
  const isStraight = range.start === range.from;
  const now = await read(range.to).catch(async (error: unknown) => {
    if (!(error instanceof Failure)) throw error;
    // What stood before and stands nowhere any more was taken out of the history.
    await read(range.from).catch(() => {
      throw error;
    });
    return undefined;
  });
  if (now === undefined) return lostBrief(await read(range.from), range);
  const before = isStraight ? now : await read(range.from).catch(() => undefined);
  const start = before && revisionAt(before, range, isStraight);
  const basis = basisOf(before, start);
  const inRange = new Set(range.commits.map(({ id }) => id));
  const isIn = (commit: string | null | undefined): commit is string =>
    commit !== null && commit !== undefined && inRange.has(commit);
  const idOf = ({ commit }: Revision): string | undefined => now.history.graph.idAt(commit);
  const written = await writtenCommits(
    repository,
    [...new Set(now.revisions.map(idOf))].filter((id) => isIn(id)),
  );
  const facts = await now.history.facts;
  const isMapped = await isSameIn(repository, MAILMAP, [range.start, range.to]);
  const makers = makersOf({ written, mapped: isMapped ? facts : undefined }, config.people);
  const ref = now.summary.id ?? now.summary.path;
  const after = await textAt(repository, range.to, now.summary.path, MAX_FILE_BYTES);
  const story = await storyOf(repository, now);
  const contract = contractFindings({
    story,
    summary: now.summary,
    idOf,
    isIn,
    makers,
    lineOf: lineFinder(after),
    ref,
  });
  const touched = await touchedFindings(repository, range.commits, {
    fences: fencesOf(range, now, basis, isIn),
    own: new Set([now.summary.path, ...now.revisions.map(({ path }) => path)]),
    isBrief: briefPaths(folders),
    protecting: await protectingOf(repository, basis, range, start),
    ref,
  });
  const evidence = evidenceFindings({
    path: now.summary.path,
    ref,
    before: start && (await blobText(repository, before, start)),
    after,
    messages: new Map(
      now.revisions.flatMap((one) => {
        const id = idOf(one);
        return id !== undefined && isIn(id) ? [[id, written.get(id)?.message ?? ''] as const] : [];
      }),
    ),
    known: await knownCommits(repository, after, range.to),
    isOwn: (begin) => range.commits.some(({ id: own }) => own.startsWith(begin)),
  });
  const history = await historyFindings(repository, range, { before, start, now });
  const findings = inOrder([...history, ...contract, ...evidence, ...touched], range);
  const { id, title, path } = now.summary;
  return {
    id,
    title,
    path,
    range,
    basis,
    findings,
    facts: await factsOf(repository, findings, facts),
  };
}

/** In the order of the commits, what concerns all of them first; of one commit the gravest first. */
function inOrder(
  findings: readonly GuardFinding[],
  { commits }: GuardedRange,
): readonly GuardFinding[] {
  const places = new Map(commits.map(({ id }, at) => [id, at]));
  const kinds = Object.keys(GUARD_KINDS);
  const placeOf = ({ commit }: GuardFinding): number => places.get(commit ?? '') ?? -1;
  return findings.toSorted(
    (a, b) => placeOf(a) - placeOf(b) || kinds.indexOf(a.kind) - kinds.indexOf(b.kind),
  );
}

/** The configuration where the range begins: that of the work tree may be the range's own. */
async function configOf(
  { config }: Workspace,
  repository: Repository,
  commit: string,
): Promise<Config> {
  return configAt(repository, commit).catch((error: unknown) => {
    if (error instanceof Failure) return config;
    throw error;
  });
}

async function storyOf(repository: Repository, { history, summary }: Line): Promise<BriefHistory> {
  const stories = briefHistories(history, [summary], comparedFields(false), () =>
    whoAmI(repository),
  );
  for await (const story of stories) return story;
  throw new Failure(`the history of ${summary.path} cannot be told`);
}

function lineFinder(text: string | undefined): (field: string) => number | undefined {
  if (text === undefined) return () => undefined;
  const brief = readBrief(text);
  const lines = lineIndex(text);
  return (name) => {
    const own = fieldOf(name);
    return own && lines.position(missingSpan(brief, own.name).start).line;
  };
}

async function blobText(
  repository: Repository,
  line: Line | undefined,
  { commit, path }: Revision,
): Promise<string | undefined> {
  const id = line?.history.graph.idAt(commit);
  return id === undefined ? undefined : textAt(repository, id, path, MAX_FILE_BYTES);
}

/** The commits that results name, those of them that lead to the end of the range. */
async function knownCommits(
  repository: Repository,
  text: string | undefined,
  tip: string,
): Promise<ReadonlySet<string>> {
  const results = text === undefined ? [] : evidenceResults(readBrief(text));
  const known = new Set<string>();
  const names = [...new Set(results.map(({ commit }) => commit))];
  for (const [index, commit] of (await resolveCommits(repository, names)).entries()) {
    // oxlint-disable-next-line no-await-in-loop -- few results are of different commits
    if (commit !== undefined && (await leadsTo(repository, commit, tip)))
      known.add(names[index] as string);
  }
  return known;
}

/** Whether what was agreed where the range begins is still in the history of its end. */
async function historyFindings(
  repository: Repository,
  range: GuardedRange,
  { before, start, now }: { before: Line | undefined; start: Revision | undefined; now: Line },
): Promise<readonly GuardFinding[]> {
  if (before === undefined || before === now || start === undefined) return [];
  const agreed = agreedStates(before.summary.last).get(start);
  const commit = agreed && before.history.graph.idAt(agreed.commit);
  if (agreed === undefined || commit === undefined) return [];
  if (await leadsTo(repository, commit, range.to)) return [];
  const [was, is] = [agreed.snapshot, now.summary.last.snapshot];
  // A branch that began before it was agreed has no agreement yet; a squash has the same one.
  const isSame = JSON.stringify(was?.agreement) === JSON.stringify(is?.agreement);
  if (isSame || (is?.agreement === undefined && is?.accepted !== true)) return [];
  const { path } = now.summary;
  const short = commit.slice(0, 12);
  return [
    {
      kind: 'history',
      commit: null,
      path,
      message: `${short}, in which it was agreed, is not in this history, and the brief here has another agreement`,
      help: `Bring it back: what was agreed stands in ${short}.`,
    },
  ];
}

/** A brief that stood where the range begins, and never did where it ends. */
function lostBrief({ summary, history }: Line, range: GuardedRange): Guarded {
  const { id, title, path } = summary;
  const finding: GuardFinding = {
    kind: 'history',
    commit: null,
    path,
    message: 'the brief is in no commit of this history',
    help: `It stands in ${range.from.slice(0, 12)}: bring that back.`,
  };
  const agreed = agreedStates(summary.last).get(summary.last);
  const commit = history.graph.idAt((agreed ?? summary.last).commit);
  const basis = {
    commit,
    isAgreed: agreed !== undefined,
    fence: fenceIn(fieldsOf(agreed ?? summary.last)),
  };
  return { id, title, path, range, basis, findings: [finding], facts: new Map() };
}

/** Who made the commits of findings: of those that touched the brief it is known. */
async function factsOf(
  repository: Repository,
  findings: readonly GuardFinding[],
  known: FactsByCommit,
): Promise<FactsByCommit> {
  const ids = [...new Set(findings.flatMap(({ commit }) => commit ?? []))];
  const others = ids.filter((id) => known.get(id) === undefined);
  const more = await readCommits(repository, others);
  return { get: (id) => known.get(id) ?? more.get(id) };
}
