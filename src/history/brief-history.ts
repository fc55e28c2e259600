/** From the revisions of every brief to its moves and notes, each judged and with its commit. */
import type { FieldGroup, FieldName } from '../brief/fields.ts';
import { FIELDS, fieldOf } from '../brief/fields.ts';
import type { CommitFacts } from '../git/history-commits.ts';
import type { Graph } from '../git/history-graph.ts';
import { netChanges } from './net-changes.ts';
import type { RepositoryHistory } from './repository-history.ts';
import type { Revision } from './revision.ts';
import { ancestry, eventNote, isDeleted } from './revision.ts';
import { lostChanges } from './lost-changes.ts';
import { fieldChanges } from './revision-changes.ts';
import { revisionNotes } from './revision-notes.ts';
import type { RevisionChange } from './record-standings.ts';
import type { Verdict } from './standing.ts';
import { judgeChanges } from './standing.ts';
import type { Trailers } from './trailers.ts';
import { readTrailers } from './trailers.ts';
import type { BriefHistory, Move, Note, RevisionInfo, Signature } from './types.ts';
import { indexCommit, worktreeCommit } from './uncommitted.ts';

/** What a brief is, before its history is worked out: enough to be named by. */
export interface BriefSummary {
  readonly id: string | null;
  readonly title: string | null;
  readonly path: string;
  readonly status: string | null;
  readonly deleted: boolean;
  readonly last: Revision;
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
  return summaries.toSorted(
    (a, b) => Number(a.deleted) - Number(b.deleted) || compareText(a.path, b.path),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The fields of which moves are looked for: criteria and terms, with `all` the context too. */
export function comparedFields(all: boolean): FieldName[] {
  const groups: readonly FieldGroup[] = all
    ? ['criteria', 'terms', 'context']
    : ['criteria', 'terms'];
  return FIELDS.filter(({ group }) => groups.includes(group)).map(({ name }) => name);
}

/**
 * Works out the histories of briefs, one by one.
 *
 * @param identify Tells who works here; asked where something is not committed.
 */
export async function* briefHistories(
  history: RepositoryHistory,
  summaries: readonly BriefSummary[],
  fields: readonly FieldName[],
  identify: () => Promise<Signature | undefined>,
): AsyncGenerator<BriefHistory> {
  const { graph } = history;
  // Git tells of the commits while the revisions are compared.
  const compared = summaries.map(({ last }) => compareRevisions(last, fields));
  const facts = await history.facts;
  const isMine = ({ commit }: Revision): boolean => graph.ids[commit] === undefined;
  const needsMe = compared.some(({ revisions }) => revisions.some(isMine));
  const me = (needsMe ? await identify() : undefined) ?? { name: '', email: '' };
  const commits = newCommits(graph, facts, me);
  for (const [at, summary] of summaries.entries()) {
    yield historyOf(summary, compared[at] as Compared, commits);
  }
}

interface Compared {
  readonly revisions: readonly Revision[];
  readonly changes: readonly RevisionChange[];
}

/** The revisions of a brief, parents before children, and what each of them changed itself. */
export function compareRevisions(last: Revision, fields: readonly FieldName[]): Compared {
  const revisions = ancestry(last);
  const changes = revisions.flatMap((revision) => {
    const own = fieldChanges(revision, fields);
    const isMeeting = revision.parents.length > 1 || revision.overruled !== undefined;
    const all = isMeeting ? [...lostChanges(revision, fields), ...own] : own;
    return all.map((change): RevisionChange => ({ change, revision }));
  });
  return { revisions, changes };
}

function historyOf(
  { id, title, path, status, deleted }: BriefSummary,
  { revisions, changes }: Compared,
  commits: Commits,
): BriefHistory {
  const verdicts = judgeChanges(revisions, changes, commits.trailersOf);
  const moves = changes.map(({ change, revision }, at): Move => {
    const { recordedIn, ...verdict } = verdicts[at] as Verdict;
    // One assignment: spreading several objects into one is what took longest here.
    return Object.assign(commits.infoOf(revision), change, verdict, {
      recordedIn: recordedIn ? commits.idOf(recordedIn) : null,
    });
  });
  const notes = revisions.flatMap((revision) =>
    revisionNotes(revision).map((note): Note => ({ ...commits.infoOf(revision), ...note })),
  );
  const unsealed = unexplained(revisions, moves);
  if (unsealed !== undefined) {
    notes.push({ ...commits.infoOf(unsealed), ...eventNote('seal-differs') });
  }
  const net = netChanges(revisions, changes, verdicts);
  return { id, title, path, status, deleted, moves, notes, net };
}

/**
 * The last revision, where its criteria are not those of its seal and no silent move says so: a squash
 * merge took the moves out of history, or two recorded changes met and nobody sealed the sum.
 */
function unexplained(revisions: readonly Revision[], moves: readonly Move[]): Revision | undefined {
  const last = revisions.at(-1);
  if (last?.snapshot?.moved !== true) return undefined;
  const isTold = moves.some(
    ({ standing, field }) => standing === 'silent' && fieldOf(field)?.group === 'criteria',
  );
  return isTold ? undefined : last;
}

/** What is known of the commits of a history. */
interface Commits {
  /** Null for what is not committed. */
  readonly idOf: (revision: Revision) => string | null;
  readonly trailersOf: (revision: Revision) => Trailers | undefined;
  readonly infoOf: (revision: Revision) => RevisionInfo;
}

function newCommits(graph: Graph, facts: ReadonlyMap<string, CommitFacts>, me: Signature): Commits {
  const trailers = new Map<number, Trailers>();
  const idOf = ({ commit }: Revision): string | null => graph.ids[commit] ?? null;
  const factsOf = (revision: Revision): CommitFacts | undefined => facts.get(idOf(revision) ?? '');
  return {
    idOf,
    trailersOf(revision) {
      const known = trailers.get(revision.commit);
      if (known) return known;
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
  { path, commit: order }: Revision,
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
