/** From the revisions of every brief to its moves and notes, each judged and with its commit. */
import type { FieldName } from '../brief/fields.ts';
import { fieldOf } from '../brief/fields.ts';
import type { CommitFacts } from '../git/history-commits.ts';
import type { Graph } from '../git/commit-graph.ts';
import type { KeptBrief } from './cache/layout.ts';
import { comparedFields } from './compared-fields.ts';
import { netChanges } from './net-changes.ts';
import type { FactsByCommit, RepositoryHistory } from './reading.ts';
import type { EventNote, Revision } from './revision.ts';
import { ancestry, basesOf, eventNote, isDeleted } from './revision.ts';
import { lostChanges } from './lost-changes.ts';
import { fieldChanges } from './revision-changes.ts';
import { revisionNotes } from './revision-notes.ts';
import type { RevisionChange } from './record-standings.ts';
import type { Verdict } from './standing.ts';
import { judgeChanges } from './standing.ts';
import type { BriefFacts, KnownBeginning, Place, Story, StoryMove, ToldSummary } from './story.ts';
import { storyOf, textOfLine } from './story.ts';
import type { Trailers } from './trailers.ts';
import { readTrailers } from './trailers.ts';
import type { BriefHistory, Move, Note, RevisionInfo, Signature } from './types.ts';
import { indexCommit, worktreeCommit } from './uncommitted.ts';

/** What a brief is, before its history is worked out: enough to be named by. */
export interface BriefSummary extends BriefFacts {
  readonly last: Revision;
}

/** The briefs of a history, also those that are told as an earlier run kept them. */
export function allSummaries(history: RepositoryHistory): (BriefSummary | ToldSummary)[] {
  const { told = [] } = history;
  return told.length === 0
    ? briefSummaries(history)
    : [...told, ...briefSummaries(history)].toSorted(bySummary);
}

/** In their order: those that stand first, by path. */
export function bySummary(
  a: Pick<BriefSummary, 'deleted' | 'path'>,
  b: Pick<BriefSummary, 'deleted' | 'path'>,
): number {
  return Number(a.deleted) - Number(b.deleted) || compareText(a.path, b.path);
}

/** The briefs of a history, those that stand first, by path. */
export function briefSummaries(history: RepositoryHistory): BriefSummary[] {
  const summaries = history.briefs.map((last): BriefSummary => {
    const base = last.snapshot ?? last.bases[0];
    return {
      id: history.idOf(last) ?? null,
      title: base?.title ?? null,
      path: last.path,
      status: base?.status ?? null,
      deleted: isDeleted(last),
      last,
    };
  });
  return summaries.toSorted(bySummary);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Works out the histories of briefs, one by one.
 *
 * @param identify Tells who works here; asked where something is not committed.
 */
export async function* briefHistories(
  history: RepositoryHistory,
  summaries: readonly (BriefSummary | ToldSummary)[],
  fields: readonly FieldName[],
  identify: () => Promise<Signature | undefined>,
): AsyncGenerator<BriefHistory> {
  const { graph, memo } = history;
  // What is kept has all fields; who asks for some gets those.
  const all = memo === undefined ? fields : comparedFields(true);
  const idOf = ({ commit }: Revision): string | undefined => graph.idAt(commit);
  // Git tells of the commits while the revisions are compared.
  const lines = summaries.map((summary): Line => {
    if (summary.last === undefined) return toldLine(summary);
    const revisions = ancestry(summary.last);
    const text = memo && textOfLine(revisions, idOf, ancestry);
    const digest = text === undefined ? undefined : memo?.digest(text);
    const known = digest === undefined ? undefined : memo?.find(digest);
    const story = known && (() => known);
    const beginning = story === undefined ? history.beginningOf?.(revisions) : undefined;
    const changes = story === undefined ? changesOf(revisions, all, beginning) : [];
    return { places: revisions, revisions, digest, story, changes };
  });
  const facts = await history.facts;
  const isMine = ({ commit }: Place): boolean => commit >= graph.count;
  const needsMe = lines.some(({ places }) => places.some(isMine));
  const me = (needsMe ? await identify() : undefined) ?? { name: '', email: '' };
  const commits = newCommits(graph, facts, me);
  const isAsked = new Set(fields);
  for (const [at, summary] of summaries.entries()) {
    const { places, revisions, changes, digest, story: known } = lines[at] as Line;
    const story = known?.() ?? judgeLine(revisions, changes, commits.trailersOf);
    if (known === undefined && digest !== undefined) memo?.keep(digest, story);
    yield tellStory(
      summary,
      places,
      storyOf(story, ({ field }) => isAsked.has(field)),
      commits,
    );
  }
  // Who asked for a few of them has not told enough to be worth keeping.
  if (summaries.length * 2 < history.briefs.length || history.keep === undefined) return;
  const digests = new Map(summaries.map(({ last }, at) => [last, lines[at]?.digest]));
  const kept = briefSummaries(history).map(({ last, ...summary }): KeptBrief => {
    const line = ancestry(last).flatMap(({ commit, path, blob }) => {
      const id = graph.idAt(commit);
      return id === undefined ? [] : [{ commit: id, path, blob }];
    });
    return { ...summary, line, digest: digests.get(last) };
  });
  await history.keep(facts, kept);
}

function toldLine({ line, story }: ToldSummary): Line {
  return { places: line, revisions: [], changes: [], digest: undefined, story };
}

/** The revisions of one brief, and what they make. */
interface Line extends Compared {
  readonly places: readonly Place[];
  readonly digest: string | undefined;
  /** Undefined where it has to be worked out. */
  readonly story: (() => Story) | undefined;
}

interface Compared {
  readonly revisions: readonly Revision[];
  readonly changes: readonly RevisionChange[];
}

/** The revisions of a brief, parents before children, and what each of them changed itself. */
export function compareRevisions(last: Revision, fields: readonly FieldName[]): Compared {
  const revisions = ancestry(last);
  return { revisions, changes: changesOf(revisions, fields) };
}

function changesOf(
  revisions: readonly Revision[],
  fields: readonly FieldName[],
  beginning?: KnownBeginning,
): readonly RevisionChange[] {
  const isAsked = new Set(fields);
  return revisions.flatMap((revision, at) => {
    if (beginning !== undefined && at < beginning.length) {
      const known = beginning.changesAt(at).filter(({ field }) => isAsked.has(field));
      return known.map((change): RevisionChange => ({ change, revision }));
    }
    const own = fieldChanges(revision, fields);
    const { parents, overruled } = revision;
    const isMeeting = overruled !== undefined || basesOf(parents).length > 1;
    const all = isMeeting ? [...lostChanges(revision, fields), ...own] : own;
    return all.map((change): RevisionChange => ({ change, revision }));
  });
}

function judgeLine(
  revisions: readonly Revision[],
  changes: readonly RevisionChange[],
  trailersOf: Commits['trailersOf'],
): Story {
  const places = new Map(revisions.map((revision, at) => [revision, at]));
  const verdicts = judgeChanges(revisions, changes, trailersOf);
  const moves = changes.map(({ change, revision }, index): StoryMove => {
    const { recordedIn, ...verdict } = verdicts[index] as Verdict;
    // One assignment: spreading several objects into one is what took longest here.
    return Object.assign({ at: places.get(revision) as number }, change, verdict, {
      recordedAt: recordedIn ? (places.get(recordedIn) as number) : null,
    });
  });
  const notes = revisions.flatMap((revision, at) =>
    [...revisionNotes(revision), ...verifiedNotes(trailersOf(revision))].map((note) => ({
      at,
      ...note,
    })),
  );
  if (isUnexplained(revisions, moves)) {
    notes.push({ at: revisions.length - 1, ...eventNote('seal-differs') });
  }
  return { moves, notes, net: netChanges(revisions, changes, verdicts) };
}

/** What checks said, as the commit that recorded it tells; the brief has it under `## Evidence`. */
function verifiedNotes(trailers: Trailers | undefined): readonly EventNote[] {
  return (trailers?.evidence ?? []).map((text) => eventNote('verified', null, text));
}

function tellStory(
  { id, title, path, status, deleted }: Omit<BriefSummary, 'last'>,
  places: readonly Place[],
  story: Story,
  commits: Commits,
): BriefHistory {
  const moves = story.moves.map(({ at, recordedAt, ...move }): Move => {
    const recordedIn = recordedAt === null ? null : commits.idOf(places[recordedAt] as Place);
    return Object.assign(commits.infoOf(places[at] as Place), move, { recordedIn });
  });
  const notes = story.notes.map(({ at, ...note }): Note =>
    Object.assign(commits.infoOf(places[at] as Place), note),
  );
  return { id, title, path, status, deleted, moves, notes, net: story.net };
}

/**
 * True where the criteria at the end are not those of their seal and no silent move says so: a squash
 * merge took the moves out of history, or two recorded changes met and nobody sealed the sum.
 */
function isUnexplained(revisions: readonly Revision[], moves: readonly StoryMove[]): boolean {
  if (revisions.at(-1)?.snapshot?.moved !== true) return false;
  return !moves.some(
    ({ standing, field }) => standing === 'silent' && fieldOf(field)?.group === 'criteria',
  );
}

/** What is known of the commits of a history. */
interface Commits {
  /** Null for what is not committed. */
  readonly idOf: (place: Place) => string | null;
  readonly trailersOf: (place: Place) => Trailers | undefined;
  readonly infoOf: (place: Place) => RevisionInfo;
}

function newCommits(graph: Graph, facts: FactsByCommit, me: Signature): Commits {
  const trailers = new Map<number, Trailers>();
  const idOf = ({ commit }: Place): string | null => graph.idAt(commit) ?? null;
  const known = new Map<number, CommitFacts>();
  const factsOf = (revision: Place): CommitFacts | undefined => {
    const { commit } = revision;
    const before = known.get(commit);
    if (before !== undefined) return before;
    const id = idOf(revision);
    const found = id === null ? undefined : (facts.at?.(commit) ?? facts.get(id));
    if (found !== undefined) known.set(commit, found);
    return found;
  };
  return {
    idOf,
    trailersOf(revision) {
      const before = trailers.get(revision.commit);
      if (before) return before;
      const ending = factsOf(revision)?.ending;
      if (ending === undefined) return undefined;
      const read = readTrailers(ending);
      trailers.set(revision.commit, read);
      return read;
    },
    infoOf(revision) {
      const info = revisionInfo(revision, idOf(revision), factsOf(revision), me);
      if (revision.commit === indexCommit(graph)) return { ...info, uncommitted: 'index' };
      if (revision.commit === worktreeCommit(graph)) return { ...info, uncommitted: 'worktree' };
      return info;
    },
  };
}

function revisionInfo(
  { path, commit: order }: Place,
  commit: string | null,
  facts: CommitFacts | undefined,
  me: Signature,
): RevisionInfo {
  if (facts === undefined) {
    const unknown = { committer: null, date: null, authorDate: null, subject: '' };
    return { commit, path, order, author: me, ...unknown };
  }
  const { author, committer, date, authorDate, subject } = facts;
  const same = author.name === committer.name && author.email === committer.email;
  return {
    commit,
    path,
    order,
    author,
    committer: same ? null : committer,
    date,
    authorDate,
    subject,
  };
}
