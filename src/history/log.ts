/** From the entries of every brief to what the log tells of it, judged and filtered. */
import type { FieldName } from '../brief/fields.ts';
import { FIELDS } from '../brief/fields.ts';
import type { CommitFacts } from '../git/history-commits.ts';
import type { Entry, Told } from './entry.ts';
import { ancestry, isGone } from './entry.ts';
import type { RepositoryHistory } from './repository-history.ts';
import { indexCommit, worktreeCommit } from './repository-history.ts';
import type { Draft } from './standing.ts';
import { judge } from './standing.ts';
import { movesOf, notesOf } from './story.ts';
import type { Trailers } from './trailers.ts';
import { readTrailers } from './trailers.ts';
import type { BriefHistory, Move, Note, Signature, Where } from './types.ts';

/** What a brief is, before its story is worked out: enough to be named by. */
export interface BriefLine {
  readonly id: string | null;
  readonly title: string | null;
  readonly path: string;
  readonly status: string | null;
  readonly deleted: boolean;
  readonly last: Entry;
}

/** The briefs of a history, those that stand first, by path. */
export function briefLines(history: RepositoryHistory): BriefLine[] {
  const lines = history.briefs.map((last): BriefLine => {
    const base = last.snapshot ?? last.bases[0];
    return {
      id: history.idOf(last) ?? null,
      title: base?.title ?? null,
      path: last.path,
      status: base?.status ?? null,
      deleted: isGone(last),
      last,
    };
  });
  return lines.toSorted(
    (a, b) => Number(a.deleted) - Number(b.deleted) || compareText(a.path, b.path),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const MOVED = FIELDS.filter(({ group }) => group === 'criteria' || group === 'terms');
const ALL = FIELDS.filter(
  ({ group }) => group === 'criteria' || group === 'terms' || group === 'context',
);

/** The fields whose moves are told: criteria and terms, with `all` the context too. */
export function toldFields(all: boolean): FieldName[] {
  return (all ? ALL : MOVED).map(({ name }) => name);
}

interface Story {
  readonly line: BriefLine;
  readonly entries: readonly Entry[];
  readonly drafts: readonly Draft[];
  readonly notes: readonly { readonly entry: Entry; readonly told: Told }[];
}

function storyOf(line: BriefLine, fields: readonly FieldName[]): Story {
  const entries = ancestry(line.last);
  return {
    line,
    entries,
    drafts: entries.flatMap((entry) =>
      movesOf(entry, fields).map((core): Draft => ({ core, entry })),
    ),
    notes: entries.flatMap((entry) => notesOf(entry).map((told) => ({ entry, told }))),
  };
}

/**
 * Works out the stories of briefs, one by one.
 *
 * @param me Who works here, for what is not committed.
 */
export async function* tellBriefs(
  history: RepositoryHistory,
  lines: readonly BriefLine[],
  fields: readonly FieldName[],
  me: Signature,
): AsyncGenerator<BriefHistory> {
  const stories = lines.map((line) => storyOf(line, fields));
  const facts = await history.facts;
  for (const story of stories) yield tell(story, history, facts, me);
}

function tell(
  { line, entries, drafts, notes }: Story,
  { graph }: RepositoryHistory,
  facts: ReadonlyMap<string, CommitFacts>,
  me: Signature,
): BriefHistory {
  const trailers = new Map<number, Trailers>();
  const trailersOf = ({ commit }: Entry): Trailers | undefined => {
    const known = trailers.get(commit);
    if (known) return known;
    const ending = facts.get(graph.ids[commit] ?? '')?.ending;
    if (ending === undefined) return undefined;
    const read = readTrailers(ending);
    trailers.set(commit, read);
    return read;
  };
  const where = (entry: Entry): Where => whereOf(entry, graph.ids[entry.commit], facts, me);
  const uncommitted = (entry: Entry): Pick<Where, 'uncommitted'> =>
    entry.commit === indexCommit(graph)
      ? { uncommitted: 'index' }
      : entry.commit === worktreeCommit(graph)
        ? { uncommitted: 'worktree' }
        : {};
  const judged = judge(entries, drafts, trailersOf);
  const moves = drafts.map(({ core, entry }, at): Move => {
    const verdict = judged[at] as (typeof judged)[number];
    const { recordedIn } = verdict;
    // One assignment: spreading several objects into one is what took longest here.
    return Object.assign(where(entry), uncommitted(entry), core, {
      standing: verdict.standing,
      reason: verdict.reason,
      agreedBy: verdict.agreedBy,
      recordedIn: recordedIn ? (graph.ids[recordedIn.commit] ?? null) : null,
    });
  });
  const told = notes.map(({ entry, told: note }): Note => ({
    ...where(entry),
    ...uncommitted(entry),
    ...note,
  }));
  const { id, title, path, status, deleted } = line;
  return { id, title, path, status, deleted, moves, notes: told };
}

function whereOf(
  entry: Entry,
  id: string | undefined,
  facts: ReadonlyMap<string, CommitFacts>,
  me: Signature,
): Where {
  const place = { path: entry.path, order: entry.commit };
  const fact = id === undefined ? undefined : facts.get(id);
  if (id === undefined || fact === undefined) {
    const none = { committer: null, date: null, authorDate: null, subject: '' };
    return { commit: id ?? null, ...place, author: me, ...none };
  }
  const { author, committer, date, authorDate, subject } = fact;
  const same = author.name === committer.name && author.email === committer.email;
  return {
    commit: id,
    ...place,
    author,
    committer: same ? null : committer,
    date,
    authorDate,
    subject,
  };
}
