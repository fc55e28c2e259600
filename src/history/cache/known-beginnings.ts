/** What the revisions of briefs changed, out of the stories that were kept of them. */
import type { Revision } from '../revision.ts';
import type { FieldChange } from '../types.ts';
import type { KeptPlace, KnownBeginning, StoryMove } from '../story.ts';
import { changeOf } from '../story.ts';
import type { ReadOn } from './read-on.ts';

/**
 * The beginning of a line is known where it is the whole line that one brief had, and no other: all that
 * is new hangs on what stood last, so the revisions before are the same.
 *
 * @param isRead Whether the brief that stood at a path last is read anew.
 */
export function knownBeginnings(
  { known, isSameOrder }: ReadOn,
  isRead: (path: string) => boolean,
): (revisions: readonly Revision[]) => KnownBeginning | undefined {
  if (!isSameOrder) return () => undefined;
  const briefs = known.briefs().filter(({ path }) => isRead(path));
  const lines = briefs.map(({ line }) => line());
  return (revisions) => {
    const fitting = lines.flatMap((line, at) => (isBeginning(line, revisions) ? [at] : []));
    const [at, ...others] = fitting;
    const story = at === undefined || others.length > 0 ? undefined : briefs[at]?.story()?.();
    if (story === undefined) return undefined;
    const changes = changesByPlace(story.moves);
    return {
      length: (lines[at as number] as readonly KeptPlace[]).length,
      changesAt: (place) => changes.get(place) ?? [],
    };
  };
}

function isBeginning(line: readonly KeptPlace[], revisions: readonly Revision[]): boolean {
  return (
    line.length > 0 &&
    line.length <= revisions.length &&
    line.every(({ commit, path, blob }, at) => {
      const revision = revisions[at] as Revision;
      return revision.commit === commit && revision.path === path && revision.blob === blob;
    })
  );
}

function changesByPlace(moves: readonly StoryMove[]): ReadonlyMap<number, readonly FieldChange[]> {
  const found = new Map<number, FieldChange[]>();
  for (const move of moves) {
    const own = found.get(move.at);
    if (own) own.push(changeOf(move));
    else found.set(move.at, [changeOf(move)]);
  }
  return found;
}
