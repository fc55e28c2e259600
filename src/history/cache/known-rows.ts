/** The rows of change of a history, as they were kept: commit, path, blob before and after of each. */
import type { Row } from '../../git/history-rows.ts';

export interface KnownRows {
  /** The rows of briefs of a commit, by its place. */
  readonly rowsOf: (commit: number) => readonly Row[];
  /** The commits that have some, in their order. */
  readonly changing: () => readonly number[];
  /** The same of some paths alone, by the commits' places. */
  readonly rowsAt: (paths: ReadonlySet<string>) => ReadonlyMap<number, readonly Row[]>;
}

const ROW = 4;

/** The rows, of which no more are made than somebody looks at. */
export function rowsIn(
  packed: Int32Array,
  paths: readonly string[],
  idAt: (blob: number) => string,
): KnownRows {
  const blobAt = (at: number): string | null => (at < 0 ? null : idAt(at));
  const rowAt = (at: number): Row => ({
    path: paths[packed[at + 1] as number] as string,
    before: blobAt(packed[at + 2] as number),
    after: blobAt(packed[at + 3] as number),
  });
  let known: ReadonlyMap<number, number> | undefined;
  const firsts = (): ReadonlyMap<number, number> => (known ??= placesOfCommits(packed));
  return {
    rowsOf(commit) {
      const rows: Row[] = [];
      for (let at = firsts().get(commit) ?? packed.length; packed[at] === commit; at += ROW) {
        rows.push(rowAt(at));
      }
      return rows;
    },
    changing: () => [...firsts().keys()],
    rowsAt(wanted) {
      const isWanted = paths.map((path) => wanted.has(path));
      const found = new Map<number, Row[]>();
      for (let at = 0; at < packed.length; at += ROW) {
        if (isWanted[packed[at + 1] as number] !== true) continue;
        const commit = packed[at] as number;
        const own = found.get(commit);
        if (own) own.push(rowAt(at));
        else found.set(commit, [rowAt(at)]);
      }
      return found;
    },
  };
}

/** Where the rows of each commit begin. */
function placesOfCommits(packed: Int32Array): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (let at = 0; at < packed.length; at += ROW) {
    const commit = packed[at] as number;
    if (commit !== packed[at - ROW]) found.set(commit, at);
  }
  return found;
}
