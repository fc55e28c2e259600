/**
 * Which brief is which in one commit: what went and what came is joined by the id; without one by
 * the same blob, then by the same file name.
 */
import type { Entry } from './entry.ts';
import type { Revision } from './snapshot.ts';
import { isReadable } from './snapshot.ts';

/** A file as a commit left it, where it changed. */
export interface Coming {
  readonly path: string;
  readonly blob: string;
  readonly revision: Revision;
}

/** How a file that came is joined to one that went. */
export interface Match {
  readonly coming: Coming;
  /** What it was before; undefined when it is new here. */
  readonly was: Entry | undefined;
}

export interface Matched {
  readonly matches: readonly Match[];
  /** What went and did not come back. */
  readonly gone: readonly Entry[];
}

/**
 * @param coming The files that were added or changed.
 * @param going What stood at the paths that were changed or removed.
 * @param idOf The id of an entry's brief.
 * @param known Whether a brief with this id stands elsewhere, or stood once: then a file that takes
 *   it up is that brief, not the one that the file was before.
 */
export function match(
  coming: readonly Coming[],
  going: readonly Entry[],
  idOf: (entry: Entry) => string | undefined,
  known: (id: string) => boolean,
): Matched {
  const [file] = coming;
  const [only] = going;
  // Nearly every commit: one file, the same brief.
  if (coming.length === 1 && going.length === 1 && file && only && file.path === only.path) {
    const id = idIn(file);
    if (id !== undefined && id === idOf(only)) {
      return { matches: [{ coming: file, was: only }], gone: [] };
    }
  }
  const left = new Set(going);
  const found = new Map<Coming, Entry>();
  const join = (file: Coming, entry: Entry | undefined): void => {
    if (entry === undefined || found.has(file) || !left.has(entry)) return;
    found.set(file, entry);
    left.delete(entry);
  };
  const byPath = new Map(going.map((entry) => [entry.path, entry]));
  // In the same file first: an id that stands in two files does not wander between them.
  for (const file of coming) {
    const id = idIn(file);
    const same = byPath.get(file.path);
    if (id !== undefined && same !== undefined && idOf(same) === id) join(file, same);
  }
  const byId = grouped(going, idOf);
  for (const file of coming) {
    const id = idIn(file);
    if (id !== undefined)
      join(
        file,
        byId.get(id)?.find((entry) => left.has(entry)),
      );
  }
  for (const file of coming) {
    const id = idIn(file);
    if (id === undefined || !known(id)) join(file, byPath.get(file.path));
  }
  const open = coming.filter((file) => !found.has(file) && idIn(file) === undefined);
  if (open.length > 0) {
    const byBlob = grouped([...left], (entry) => entry.blob ?? undefined);
    for (const file of open)
      join(
        file,
        byBlob.get(file.blob)?.find((entry) => left.has(entry)),
      );
    const byName = grouped([...left], (entry) => nameOf(entry.path));
    for (const file of open) {
      const named = byName.get(nameOf(file.path)) ?? [];
      join(file, single(named.filter((entry) => left.has(entry))));
    }
  }
  const matches = coming.map((file) => ({ coming: file, was: found.get(file) }));
  return { matches, gone: [...left] };
}

export function idIn(file: Coming): string | undefined {
  return isReadable(file.revision) ? file.revision.id : undefined;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function single<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

function grouped(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string | undefined,
): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}
