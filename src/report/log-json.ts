/** The log as plain data, in the shape that other programs read. */
import type {
  BriefHistory,
  LogCounts,
  LogResult,
  Move,
  Note,
  RevisionInfo,
} from '../history/types.ts';
import { jsonText } from './escape.ts';
import { eventsOf, isMove } from './log-phrases.ts';

type Json = Readonly<Record<string, unknown>>;

/** The revision that something happened in, as moves and notes have it (design, section 5). */
function revisionJson(revision: RevisionInfo): Json {
  const { commit, path, author, committer, date, authorDate, subject } = revision;
  return { commit, path, author, committer, date, authorDate, subject };
}

function moveJson(move: Move): Json {
  const { field, kind, effect, standing, putsBack, before, after, reason } = move;
  const { by, awaits, recordedIn } = move;
  const agreedBy = move.agreedBy.map((one) => ({
    by: one.by,
    recordedBy: one['recorded-by'] ?? null,
  }));
  const objections = move.objections.map((one) => ({
    date: one.date ?? null,
    by: one.by ?? null,
    reason: one.reason ?? null,
  }));
  const change = { field, kind, effect, standing, putsBack, before, after, reason };
  return Object.assign(revisionJson(move), change, {
    by,
    agreedBy,
    awaits,
    objections,
    recordedIn,
  });
}

function noteJson(event: Note): Json {
  const { note, before, after } = event;
  return Object.assign(revisionJson(event), { note, before, after });
}

/** A brief with its moves and notes. */
export function briefJson({ id, title, path, status, deleted, moves, notes }: BriefHistory): Json {
  return {
    id,
    title,
    path,
    status,
    deleted,
    moves: moves.map(moveJson),
    notes: notes.map(noteJson),
  };
}

export function countsJson({ briefs, moves, standings, ...others }: LogCounts): Json {
  return { briefs, moves, ...standings, ...others };
}

/** The whole result as one JSON text. */
export function logJson({ version, shallow, range, briefs, warnings, ...rest }: LogResult): string {
  const counts = countsJson(rest.counts);
  const whole = { version, shallow, range, briefs: briefs.map(briefJson), counts, warnings };
  return `${jsonText(whole, 2)}\n`;
}

/** The lines of one brief, its moves and notes in the order in which they happened. */
export function briefLinesJson(brief: BriefHistory): string {
  const { id, title, path } = brief;
  const head = { id, title, path };
  return eventsOf(brief)
    .map((event) =>
      isMove(event)
        ? { type: 'move', brief: head, ...moveJson(event) }
        : { type: 'note', brief: head, ...noteJson(event) },
    )
    .map((line) => `${jsonText(line)}\n`)
    .join('');
}

/** The last line: what holds for all. */
export function endLineJson({ version, shallow, range, warnings, ...rest }: LogResult): string {
  const counts = countsJson(rest.counts);
  return `${jsonText({ type: 'end', version, shallow, range, counts, warnings })}\n`;
}
