/**
 * Which brief is which in one commit: the files that it changed are joined to the revisions that stood
 * there before by the id; without one by the same blob, then by the same file name.
 */
import type { Revision } from './revision.ts';
import type { BlobContent } from './snapshot.ts';
import { idIn as idOfContent } from './snapshot.ts';

/** A file as a commit left it, where it changed. */
export interface ChangedFile {
  readonly path: string;
  readonly blob: string;
  readonly content: BlobContent;
}

/** How a changed file is joined to what was before. */
export interface FileMatch {
  readonly file: ChangedFile;
  /** What it was before; undefined when it is new here. */
  readonly previous: Revision | undefined;
}

export interface FileMatches {
  readonly matches: readonly FileMatch[];
  /** The revisions that no file goes on with. */
  readonly gone: readonly Revision[];
}

/** What is known of the briefs beside these files. */
export interface KnownBriefs {
  /** The id of a revision's brief. */
  readonly idOf: (revision: Revision) => string | undefined;
  /**
   * Whether a brief with this id stands elsewhere, or stood once: then a file that takes it up is that
   * brief, not the one that the file was before.
   */
  readonly isKnown: (id: string) => boolean;
}

/**
 * @param files The files that were added or changed.
 * @param before What stood at the paths that were changed or removed.
 */
export function matchFiles(
  files: readonly ChangedFile[],
  before: readonly Revision[],
  { idOf, isKnown }: KnownBriefs,
): FileMatches {
  const [file] = files;
  const [only] = before;
  // Nearly every commit: one file, the same brief.
  if (files.length === 1 && before.length === 1 && file && only && file.path === only.path) {
    const id = idIn(file);
    if (id !== undefined && id === idOf(only)) {
      return { matches: [{ file, previous: only }], gone: [] };
    }
  }
  const left = new Set(before);
  const found = new Map<ChangedFile, Revision>();
  const join = (file: ChangedFile, revision: Revision | undefined): void => {
    if (revision === undefined || found.has(file) || !left.has(revision)) return;
    found.set(file, revision);
    left.delete(revision);
  };
  const isLeft = (revision: Revision): boolean => left.has(revision);
  const byPath = new Map(before.map((revision) => [revision.path, revision]));
  // In the same file first: an id that stands in two files does not wander between them.
  for (const file of files) {
    const id = idIn(file);
    const same = byPath.get(file.path);
    if (id !== undefined && same !== undefined && idOf(same) === id) join(file, same);
  }
  const byId = grouped(before, idOf);
  for (const file of files) join(file, byId.get(idIn(file))?.find(isLeft));
  for (const file of files) {
    const id = idIn(file);
    if (id === undefined || !isKnown(id)) join(file, byPath.get(file.path));
  }
  const nameless = files.filter((file) => !found.has(file) && idIn(file) === undefined);
  if (nameless.length > 0) joinNameless(nameless, [...left], isLeft, join);
  return { matches: files.map((file) => ({ file, previous: found.get(file) })), gone: [...left] };
}

/** Joins files without an id: to the same blob, then to the only one of the same name. */
function joinNameless(
  files: readonly ChangedFile[],
  before: readonly Revision[],
  isLeft: (revision: Revision) => boolean,
  join: (file: ChangedFile, revision: Revision | undefined) => void,
): void {
  const byBlob = grouped(before, ({ blob }) => blob ?? undefined);
  for (const file of files) join(file, byBlob.get(file.blob)?.find(isLeft));
  const byName = grouped(before.filter(isLeft), ({ path }) => nameOf(path));
  for (const file of files) {
    const [only, ...more] = (byName.get(nameOf(file.path)) ?? []).filter(isLeft);
    if (more.length === 0) join(file, only);
  }
}

/** The id that stands in a file. */
export function idIn({ content }: ChangedFile): string | undefined {
  return idOfContent(content);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Revisions by what they have in common; those that have none of it are left out. */
function grouped(
  revisions: readonly Revision[],
  keyOf: (revision: Revision) => string | undefined,
): ReadonlyMap<string | undefined, readonly Revision[]> {
  const groups = new Map<string, Revision[]>();
  for (const revision of revisions) {
    const key = keyOf(revision);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(revision);
    else groups.set(key, [revision]);
  }
  return groups;
}
