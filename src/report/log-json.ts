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

type Json = Readonly<Record<string, unknown>>;

/** The revision that something happened in, as moves and notes have it (design, section 5). */
function revisionJson(revision: RevisionInfo): Json {
  const { commit, path, author, committer, date, authorDate, subject } = revision;
  return { commit, path, author, committer, date, authorDate, subject };
}

/** A move; `difference` is what changed within it, `40 → 20 minutes`, where that can be named. */
export function moveJson(move: Move): Json {
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
  const difference = move.note ?? null;
  const change = { field, kind, effect, difference, standing, putsBack, before, after, reason };
  return Object.assign(revisionJson(move), change, {
    by,
    agreedBy,
    awaits,
    objections,
    recordedIn,
  });
}

export function noteJson(event: Note): Json {
  const { note, before, after, until = null } = event;
  return Object.assign(revisionJson(event), { note, before, after, until });
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
export function logJson(result: LogResult): string {
  return `${jsonText(resultJson(result), 2)}\n`;
}

/** The results of several repositories as one JSON text. */
export function repositoriesJson(
  all: readonly { readonly repository: string; readonly result: LogResult }[],
): string {
  const repositories = all.map(({ repository, result }) => ({ repository, ...resultJson(result) }));
  return `${jsonText({ version: 1, repositories }, 2)}\n`;
}

function resultJson({ version, shallow, range, briefs, warnings, ...rest }: LogResult): Json {
  const counts = countsJson(rest.counts);
  return { version, shallow, range, briefs: briefs.map(briefJson), counts, warnings };
}
