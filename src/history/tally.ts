/** What the story of a brief adds up to: enough to tell of many in a line each. */
import type { BriefFacts, StoryMove } from './story.ts';
import type { LogCounts, NoteKind, Standing } from './types.ts';
import { STANDINGS, isRecordFinding } from './types.ts';

export interface Tally {
  readonly moves: number;
  /** Of each standing how many moves. */
  readonly standings: Readonly<Record<Standing, number>>;
  /** Record findings. */
  readonly records: number;
  /** Revisions that do not parse. */
  readonly unreadable: number;
  /** It moved, or has something that somebody should look at. */
  readonly isNoteworthy: boolean;
}

/** A brief, and what its story adds up to. */
export interface TalliedBrief extends BriefFacts {
  readonly tally: Tally;
}

interface Told {
  readonly moves: readonly Pick<StoryMove, 'standing'>[];
  readonly notes: readonly { readonly note: NoteKind }[];
}

const NOTEWORTHY: ReadonlySet<NoteKind> = new Set<NoteKind>([
  'unreadable',
  'id-changed',
  'id-dropped',
  'copied',
  'identity-unknown',
]);

export function tallyOf({ moves, notes }: Told): Tally {
  const standings = noneOfAny();
  for (const { standing } of moves) standings[standing]++;
  let [records, unreadable, strange] = [0, 0, 0];
  for (const { note } of notes) {
    if (isRecordFinding(note)) records++;
    if (note === 'unreadable') unreadable++;
    if (NOTEWORTHY.has(note)) strange++;
  }
  const isNoteworthy = moves.length + records + strange > 0;
  return { moves: moves.length, standings, records, unreadable, isNoteworthy };
}

/** A tally of what is kept as numbers: of each standing, records, unreadable revisions, noteworthy or not. */
export type PackedTally = readonly number[];

export function packTally({ standings, records, unreadable, isNoteworthy }: Tally): PackedTally {
  return [...STANDINGS.map((name) => standings[name]), records, unreadable, isNoteworthy ? 1 : 0];
}

export function unpackTally(packed: PackedTally): Tally {
  const standings = noneOfAny();
  let moves = 0;
  for (const [at, name] of STANDINGS.entries()) moves += standings[name] = packed[at] as number;
  const [records, unreadable, noteworthy] = packed.slice(STANDINGS.length) as [
    number,
    number,
    number,
  ];
  return { moves, standings, records, unreadable, isNoteworthy: noteworthy === 1 };
}

function noneOfAny(): Record<Standing, number> {
  return Object.fromEntries(STANDINGS.map((name) => [name, 0])) as Record<Standing, number>;
}

export const NO_COUNTS: LogCounts = {
  briefs: 0,
  moves: 0,
  standings: noneOfAny(),
  records: 0,
  unreadable: 0,
};

/** The counts with those of one more brief. */
export function addTally(counts: LogCounts, tally: Tally): LogCounts {
  const standings = noneOfAny();
  for (const name of STANDINGS) standings[name] = counts.standings[name] + tally.standings[name];
  return {
    briefs: counts.briefs + (tally.moves > 0 ? 1 : 0),
    moves: counts.moves + tally.moves,
    standings,
    records: counts.records + tally.records,
    unreadable: counts.unreadable + tally.unreadable,
  };
}
