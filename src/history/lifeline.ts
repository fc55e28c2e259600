/** The stations of a brief's life, by day: when it was written, handed over, agreed, paused, closed. */
import type { BriefHistory, Note } from './types.ts';
import { dayOf } from './promised-dates.ts';

/** What happened to a brief as a whole. */
export type StationKind =
  | 'written'
  | 'proposed'
  | 'accepted'
  | 'withdrawn'
  | 'reopened'
  | 'done'
  | 'cancelled'
  | 'deleted'
  | 'returned';

export interface Station {
  readonly kind: StationKind;
  /** `YYYY-MM-DD`. */
  readonly on: string;
}

/** The life of a brief, by its history. */
export interface Lifeline {
  /** `YYYY-MM-DD`: the first day that is known of. */
  readonly begun: string;
  readonly stations: readonly Station[];
  /** The days from each pause on to its end; without an end it lasts. */
  readonly pauses: readonly { readonly from: string; readonly to: string | undefined }[];
  /** When it was closed or deleted, where that still holds. */
  readonly ended: Station | undefined;
}

/** @param today Where something is not committed, it happens today. */
export function lifelineOf({ moves, notes }: BriefHistory, today: string): Lifeline {
  const days = [...notes, ...moves].map((event) => dayOf(event, today));
  const stations: Station[] = [];
  const pauses: { from: string; to: string | undefined }[] = [];
  let ended: Station | undefined;
  for (const note of notes) {
    const on = dayOf(note, today);
    const pause = pauses.at(-1);
    if (note.note === 'status' || note.note === 'accepted' || note.note === 'withdrawn') {
      if (pause !== undefined && pause.to === undefined) pause.to = on;
    }
    if (note.note === 'status' && note.after === 'paused') pauses.push({ from: on, to: undefined });
    const kind = kindOf(note);
    if (kind === undefined) continue;
    const station: Station = { kind, on };
    stations.push(station);
    ended = ENDS.has(kind) ? station : undefined;
  }
  return { begun: days.toSorted()[0] ?? today, stations, pauses, ended };
}

const ENDS: ReadonlySet<StationKind> = new Set<StationKind>(['done', 'cancelled', 'deleted']);

function kindOf({ note, before, after }: Note): StationKind | undefined {
  switch (note) {
    case 'created':
    case 'boundary':
      return 'written';
    case 'accepted':
    case 'withdrawn':
    case 'deleted':
    case 'returned':
      return note;
    case 'status':
      if (after === 'proposed' || after === 'done' || after === 'cancelled') return after;
      return before === 'done' || before === 'cancelled' ? 'reopened' : undefined;
    default:
      return undefined;
  }
}
