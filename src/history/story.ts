/** What a line of revisions makes: its moves and notes, before it is known who made them. */
import type { EventNote, Revision } from './revision.ts';
import type { FieldChange, Move, NetChange, RevisionInfo } from './types.ts';

/** A move without what its commit says; a revision is known by its place in the line. */
export interface StoryMove extends Omit<Move, keyof RevisionInfo | 'recordedIn'> {
  readonly at: number;
  readonly recordedAt: number | null;
}

export interface Story {
  readonly moves: readonly StoryMove[];
  readonly notes: readonly (EventNote & { readonly at: number })[];
  readonly net: readonly NetChange[];
}

/** What a brief is called and where it stands, or stood last. */
export interface BriefFacts {
  readonly id: string | null;
  readonly title: string | null;
  readonly path: string;
  readonly status: string | null;
  readonly deleted: boolean;
}

/** Where a revision was made, and stood. */
export type Place = Pick<Revision, 'commit' | 'path'>;

/** A revision as it was kept: what tells it from the others of its brief. */
export type KeptPlace = Pick<Revision, 'commit' | 'path' | 'blob'>;

/** What the first revisions of a line changed, as it was kept. */
export interface KnownBeginning {
  /** How many revisions. */
  readonly length: number;
  /** The changes of one of them, of all fields. */
  readonly changesAt: (place: number) => readonly FieldChange[];
}

/** What a move is of, without how it stands. */
export function changeOf(move: StoryMove): FieldChange {
  const { field, kind, effect, before, after, wasRecorded, note } = move;
  return {
    field,
    kind,
    effect,
    before,
    after,
    ...(wasRecorded !== undefined && { wasRecorded }),
    ...(note !== undefined && { note }),
  };
}

/** A brief of which no more is known than its story, as an earlier run kept it. */
export interface ToldSummary extends BriefFacts {
  readonly last: undefined;
  readonly line: readonly Place[];
  readonly story: () => Story;
}

/** Stories that were worked out before, by what tells a line of revisions from all others. */
export interface StoryMemo {
  readonly find: (digest: string) => Story | undefined;
  readonly keep: (digest: string, story: Story) => void;
  /** A short name for a text. */
  readonly digest: (text: string) => string;
}

/**
 * What a line of revisions is, as a text that no other one has.
 *
 * @param idOf A revision's commit; undefined where it is not committed.
 * @returns Undefined where something of it is not committed: that is another the next time.
 */
export function textOfLine(
  revisions: readonly Revision[],
  idOf: (revision: Revision) => string | undefined,
  ancestryOf: (revision: Revision) => readonly Revision[],
): string | undefined {
  const places = new Map(revisions.map((revision, at) => [revision, at]));
  const lines: string[] = [];
  for (const revision of revisions) {
    const id = idOf(revision);
    if (id === undefined) return undefined;
    const { path, blob, parents, overruled, notes } = revision;
    const sides = overruled?.map((side) => textOfLine(ancestryOf(side), idOf, ancestryOf));
    const from = parents.map((parent) => places.get(parent));
    lines.push(JSON.stringify([id, path, blob, from, notes, sides]));
  }
  return lines.join('\n');
}

/** The story with the moves of some fields alone. */
export function storyOf(story: Story, isAsked: (change: FieldChange) => boolean): Story {
  return { ...story, moves: story.moves.filter(isAsked) };
}
