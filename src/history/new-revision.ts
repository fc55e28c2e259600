/** The revision that a commit made of a file. */
import type { FileMatch } from './match-files.ts';
import { idIn } from './match-files.ts';
import type { EventNote, Revision } from './revision.ts';
import { basesOf, eventNote, isDeleted } from './revision.ts';
import { isReadable } from './snapshot.ts';
import type { WalkStep } from './walk-step.ts';
import { parentRevisions } from './walk-step.ts';

interface Surroundings {
  /** The parents of the commit are unknown, in a shallow clone. */
  readonly isBoundary: boolean;
  /** A file was deleted by the same commit: a file without an id may have been it. */
  readonly anyDeleted: boolean;
}

/** The revision of a file that was added or changed, with what is to be noted of it. */
export function newRevision(
  step: WalkStep,
  { file, previous }: FileMatch,
  surroundings: Surroundings,
): Revision {
  const { keys, commit } = step;
  const { path, blob, content } = file;
  const id = idIn(file);
  const previousId = previous && keys.idOf(previous.key);
  const isSame = previous !== undefined && (id === undefined || id === previousId);
  const key = isSame ? previous.key : id === undefined ? keys.newKey(undefined) : keys.keyOf(id);
  const byPath = id === undefined;
  const parents = parentRevisions(step, { key: previous?.key ?? key, path, previous, byPath });
  const notes = pathNotes(path, parents, id, surroundings);
  if (!isSame && previousId !== undefined) notes.push(eventNote('id-changed', previousId, id));
  if (isSame && id === undefined && isReadable(content) && previousId !== undefined) {
    const hadIt = parents.every(({ bases }) => bases.some((base) => base.id !== undefined));
    if (hadIt) notes.push(eventNote('id-dropped', previousId));
  }
  if (!isReadable(content)) notes.push(eventNote('unreadable', null, content.unreadable));
  const snapshot = isReadable(content) ? content : undefined;
  const bases = snapshot ? [snapshot] : basesOf(parents);
  return { key, commit, path, blob, snapshot, bases, parents, notes };
}

function pathNotes(
  path: string,
  parents: readonly Revision[],
  id: string | undefined,
  { isBoundary, anyDeleted }: Surroundings,
): EventNote[] {
  if (parents.length === 0) {
    const unknown = id === undefined && anyDeleted ? [eventNote('identity-unknown')] : [];
    return [eventNote(isBoundary ? 'boundary' : 'created'), ...unknown];
  }
  if (parents.every(isDeleted)) return [eventNote('returned', null, path)];
  const isMoved = parents.every((parent) => parent.path !== path);
  return isMoved ? [eventNote('renamed', parents[0]?.path, path)] : [];
}
