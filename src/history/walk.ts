/** Goes through the commits, parents first, and keeps for each the state of every brief. */
import type { Graph } from '../git/history-graph.ts';
import type { Row, Rows } from '../git/history-rows.ts';
import type { Entry, Told } from './entry.ts';
import { isGone, told } from './entry.ts';
import type { Match } from './match.ts';
import { idIn, match } from './match.ts';
import type { Revision, Snapshot } from './snapshot.ts';
import { isReadable } from './snapshot.ts';
import type { Shared } from './tree.ts';
import { getAt, setAt, shared } from './tree.ts';

/** The briefs as they stand at one commit: by the number of their path, and by their key. */
export interface State {
  readonly paths: Shared<Entry>;
  /** Also of briefs that are gone, so that their return is known. */
  readonly keys: Shared<Entry>;
}

const NOTHING: State = { paths: shared(), keys: shared() };

export interface Walk {
  /** The state behind a commit whose parents have these states. */
  readonly step: (commit: number, parents: readonly State[], rows: readonly Row[]) => State;
  /** The last entry of every brief of a state, also of those that are gone. */
  readonly briefs: (state: State) => Entry[];
  /** The id that goes with a key. */
  readonly idOf: (entry: Entry) => string | undefined;
}

/**
 * @param revisionOf The revision of a blob.
 * @param isBoundary True for a commit whose parents are unknown, in a shallow clone.
 */
export function newWalk(
  revisionOf: (blob: string) => Revision,
  isBoundary: (commit: number) => boolean,
): Walk {
  const pathNumbers = new Map<string, number>();
  const keyIds: (string | undefined)[] = [];
  const idKeys = new Map<string, number>();
  /** The keys of second files that have an id. */
  const copies = new Map<string, number[]>();

  const numberOf = (path: string): number => {
    const known = pathNumbers.get(path);
    if (known !== undefined) return known;
    pathNumbers.set(path, pathNumbers.size);
    return pathNumbers.size - 1;
  };
  const newKey = (id: string | undefined): number => keyIds.push(id) - 1;
  const keyOf = (id: string): number => {
    const known = idKeys.get(id);
    if (known !== undefined) return known;
    const key = newKey(id);
    idKeys.set(id, key);
    return key;
  };
  const idOf = (entry: Entry): string | undefined => keyIds[entry.key];
  const at = (state: State, path: string): Entry | undefined => getAt(state.paths, numberOf(path));

  function step(commit: number, parents: readonly State[], rows: readonly Row[]): State {
    const first = parents[0] ?? NOTHING;
    const others = parents.slice(1);
    let { paths, keys } = first;

    const clear = (path: string, entry: Entry, to: Entry | undefined): void => {
      paths = setAt(paths, numberOf(path), undefined);
      if (getAt(keys, entry.key) === entry) keys = setAt(keys, entry.key, to);
    };
    /** Puts an entry in its place; where its brief already stands elsewhere it becomes a copy. */
    const place = (entry: Entry): void => {
      const holder = getAt(keys, entry.key);
      const twice = holder !== undefined && !isGone(holder) && holder.path !== entry.path;
      const placed = twice ? copyOf(entry, holder, commit, newKey(keyIds[entry.key])) : entry;
      paths = setAt(paths, numberOf(placed.path), placed);
      keys = setAt(keys, placed.key, placed);
      const id = keyIds[placed.key];
      if (twice && id !== undefined) copies.set(id, [...(copies.get(id) ?? []), placed.key]);
    };
    /** A file that has the id of one that goes is from now on that brief: it was a slow rename. */
    const heir = (gone: Entry): Entry | undefined =>
      copies
        .get(keyIds[gone.key] ?? '')
        ?.map((key) => (key === gone.key ? undefined : getAt(keys, key)))
        .find((entry) => entry !== undefined && !isGone(entry));

    // What the merge has of another parent it inherits, with all that led to it.
    const own: Row[] = [];
    const inherited: Entry[] = [];
    const cleared: Entry[] = [];
    for (const row of rows) {
      const source = others.find((state) => (at(state, row.path)?.blob ?? null) === row.after);
      if (source === undefined) {
        own.push(row);
        continue;
      }
      const before = at(first, row.path);
      const after = at(source, row.path);
      if (before) {
        const there = getAt(source.keys, before.key);
        clear(row.path, before, there && isGone(there) ? there : undefined);
        if (there && !isGone(there)) cleared.push(before);
      }
      if (after) inherited.push(after);
    }
    const going: Entry[] = [];
    const leaving = new Set<Entry>();
    for (const { path } of own) {
      const mine = at(first, path);
      const entry = mine ?? others.map((state) => at(state, path)).find(Boolean);
      if (entry) going.push(entry);
      if (mine) {
        clear(path, mine, undefined);
        leaving.add(mine);
      }
    }
    for (const entry of inherited) place(entry);
    if (own.length === 0 && cleared.length === 0) return { paths, keys };

    const coming = own
      .filter((row) => row.after !== null)
      .map(({ path, after }) => ({
        path,
        blob: after as string,
        revision: revisionOf(after as string),
      }));
    const standing = (id: string): boolean => {
      const key = idKeys.get(id);
      return key !== undefined && parents.some((state) => getAt(state.keys, key) !== undefined);
    };
    const { matches, gone } = match(coming, going, idOf, standing);
    /** The states of a brief in the parents: those where it stands, else those where it is gone. */
    const fromOf = (
      key: number,
      path: string,
      was: Entry | undefined,
      byPath: boolean,
    ): Entry[] => {
      const found = new Set<Entry>(was && at(first, was.path) === was ? [was] : []);
      for (const state of [first, ...others]) {
        const here = at(state, path);
        const entry =
          here && (here.key === key || here === was || (byPath && idOf(here) === undefined))
            ? here
            : getAt(state.keys, key);
        if (entry) found.add(entry);
      }
      const all = [...found];
      const live = all.filter((entry) => !isGone(entry));
      return live.length > 0 ? live : all;
    };
    const bury = (entry: Entry): void => {
      // Another parent has it no more, or never had it: the merge took its side.
      const side = others.find((state) => {
        const there = getAt(state.keys, entry.key);
        return there === undefined || isGone(there);
      });
      if (side !== undefined) {
        keys = setAt(keys, entry.key, getAt(side.keys, entry.key));
        return;
      }
      const from = fromOf(entry.key, entry.path, entry, false);
      const copy = heir(entry);
      if (copy !== undefined) {
        const renamed = told('renamed', entry.path, copy.path);
        const next = { ...copy, key: entry.key, commit, from: [copy, ...from], told: [renamed] };
        keys = setAt(setAt(keys, copy.key, undefined), entry.key, next);
        paths = setAt(paths, numberOf(copy.path), next);
        return;
      }
      const tomb: Entry = {
        key: entry.key,
        commit,
        path: entry.path,
        blob: null,
        snapshot: undefined,
        bases: basesOf(from),
        from,
        told: [told('deleted', entry.path)],
      };
      keys = setAt(keys, entry.key, tomb);
    };
    const lost = gone.filter((entry) => leaving.has(entry) && getAt(keys, entry.key) === undefined);
    for (const entry of lost) bury(entry);
    const joined = matches.filter(({ was }) => was !== undefined);
    const fresh = matches.filter(({ was }) => was === undefined);
    for (const each of [...joined, ...fresh]) place(entryOf(each, commit, fromOf, lost));
    // Renamed by another parent, and at neither place in the merge.
    for (const entry of cleared) if (getAt(keys, entry.key) === undefined) bury(entry);
    return { paths, keys };
  }

  function entryOf(
    { coming, was }: Match,
    commit: number,
    fromOf: (key: number, path: string, was: Entry | undefined, byPath: boolean) => Entry[],
    lost: readonly Entry[],
  ): Entry {
    const { path, blob, revision } = coming;
    const id = idIn(coming);
    const notes: Told[] = [];
    const wasId = was && keyIds[was.key];
    const keeps = was !== undefined && (id === undefined || id === wasId);
    const key = keeps ? was.key : id === undefined ? newKey(undefined) : keyOf(id);
    const from = fromOf(was?.key ?? key, path, was, id === undefined);
    if (from.length === 0) {
      notes.push(told(isBoundary(commit) ? 'boundary' : 'created'));
      const unknown = id === undefined && lost.length > 0;
      if (unknown) notes.push(told('identity-unknown'));
    } else if (from.every(isGone)) {
      notes.push(told('returned', null, path));
    } else if (from.every((entry) => entry.path !== path)) {
      notes.push(told('renamed', from[0]?.path, path));
    }
    if (was && !keeps && wasId !== undefined) notes.push(told('id-changed', wasId, id));
    const dropped = keeps && id === undefined && isReadable(revision) && wasId !== undefined;
    if (dropped && from.every(({ bases }) => bases.some((base) => base.id !== undefined))) {
      notes.push(told('id-dropped', wasId));
    }
    const snapshot = isReadable(revision) ? revision : undefined;
    if (!isReadable(revision)) notes.push(told('unreadable', null, revision.unreadable));
    const bases = snapshot ? [snapshot] : basesOf(from);
    return { key, commit, path, blob, snapshot, bases, from, told: notes };
  }

  return {
    step,
    idOf,
    briefs(state) {
      const all = keyIds.map((_, key) => getAt(state.keys, key));
      return all.filter((entry) => entry !== undefined);
    },
  };
}

/** An id that stands in two files: the second file is told as a brief of its own. */
function copyOf(entry: Entry, holder: Entry, commit: number, key: number): Entry {
  const copied = told('copied', holder.path, entry.path);
  // Two sides of a merge renamed it differently: what the second did to it is not lost.
  if (entry.commit !== commit) return { ...entry, key, commit, from: [entry], told: [copied] };
  const unreadable = entry.told.filter(({ note }) => note === 'unreadable');
  return { ...entry, key, from: [], told: [copied, ...unreadable] };
}

function basesOf(from: readonly Entry[]): Snapshot[] {
  return [...new Set(from.flatMap(({ bases }) => bases))];
}

/** Walks the whole graph and returns the state at its tip, the last commit. */
export function walkGraph(walk: Walk, graph: Graph, rows: Rows): State {
  const states: (State | undefined)[] = [];
  const children = new Int32Array(graph.ids.length);
  for (const parents of graph.parents) {
    for (const parent of parents) children[parent] = (children[parent] as number) + 1;
  }
  let last = NOTHING;
  for (let commit = 0; commit < graph.ids.length; commit++) {
    const numbers = graph.parents[commit] as readonly number[];
    const parents = numbers.map((number) => states[number] as State);
    const changed = rows.get(commit);
    last = changed ? walk.step(commit, parents, changed) : (parents[0] ?? NOTHING);
    states[commit] = last;
    for (const number of numbers) {
      const left = (children[number] as number) - 1;
      children[number] = left;
      // What no commit to come has for a parent is forgotten.
      if (left === 0) states[number] = undefined;
    }
  }
  return last;
}
