/** The log as plain data, in the shape that other programs read. */
import type { BriefHistory, LogResult, Move, Note } from '../history/types.ts';
import { jsonText } from './json-text.ts';

/** A move as the JSON has it (design, section 5). */
function moveJson(move: Move): Record<string, unknown> {
  const { commit, path, author, committer, date, authorDate, subject } = move;
  const { field, kind, effect, standing, before, after, reason, agreedBy, recordedIn } = move;
  return {
    commit,
    path,
    author,
    committer,
    date,
    authorDate,
    subject,
    field,
    kind,
    effect,
    standing,
    before,
    after,
    reason,
    agreedBy,
    recordedIn,
  };
}

function noteJson(note: Note): Record<string, unknown> {
  const { commit, path, author, committer, date, authorDate, subject } = note;
  return {
    commit,
    path,
    author,
    committer,
    date,
    authorDate,
    subject,
    note: note.note,
    before: note.before,
    after: note.after,
  };
}

function briefJson({ id, title, path, status, deleted, moves, notes }: BriefHistory): object {
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

/** The whole result as one JSON text. */
export function logJson({ version, shallow, range, briefs, counts, warnings }: LogResult): string {
  const whole = { version, shallow, range, briefs: briefs.map(briefJson), counts, warnings };
  return `${jsonText(whole, 2)}\n`;
}

/** The lines of one brief, its moves and notes in the order of the story. */
export function briefLinesJson(brief: BriefHistory): string {
  const { id, title, path, moves, notes } = brief;
  const head = { id, title, path };
  const lines = [
    ...moves.map((move) => ({
      order: move.order,
      line: { type: 'move', brief: head, ...moveJson(move) },
    })),
    ...notes.map((note) => ({
      order: note.order,
      line: { type: 'note', brief: head, ...noteJson(note) },
    })),
  ];
  const ordered = lines.toSorted((a, b) => a.order - b.order);
  return ordered.map(({ line }) => `${jsonText(line)}\n`).join('');
}

/** The last line: what holds for all. */
export function endLineJson({ version, shallow, range, counts, warnings }: LogResult): string {
  return `${jsonText({ type: 'end', version, shallow, range, counts, warnings })}\n`;
}
