/**
 * What the server knows of all briefs of a workspace: read in the background, a few milliseconds at
 * a time, so that ten thousand of them slow no key stroke. What is open in the editor counts as it
 * stands there, saved or not.
 */
import type { Brief } from '../brief/read.ts';
import { readBrief } from '../brief/read.ts';
import { listBriefs } from '../files/list.ts';
import { loadFile } from '../files/load.ts';
import { briefPaths } from '../files/pattern.ts';
import type { Workspace } from '../files/workspace.ts';
import type { BriefSummary } from '../rules/index.ts';
import { summaryOf } from '../rules/index.ts';

interface Entry {
  readonly summary: BriefSummary;
  readonly people: readonly string[];
}

/** The briefs of one workspace. */
export interface Folder {
  /** The same array until something in it changed; undefined until all briefs were read once. */
  readonly summaries: () => readonly BriefSummary[] | undefined;
  readonly briefOf: (id: string) => BriefSummary | undefined;
  /** Those seen most often first. */
  readonly people: () => readonly string[];
  /** Takes over an open text; true when something changed that other briefs depend on. */
  readonly open: (path: string, brief: Brief) => boolean;
  /** The editor closed it: what is saved counts again. */
  readonly close: (path: string) => void;
  /** Reads files again that changed on disk, all of them where none are named. */
  readonly refresh: (paths?: readonly string[]) => Promise<void>;
  readonly stop: () => void;
}

/** How long one slice of reading may take, in milliseconds. */
const SLICE = 4;

/** @param changed Called when what was read in the background is there, or there anew. */
export function createFolder(workspace: Workspace, now: () => number, changed: () => void): Folder {
  const saved = new Map<string, Entry>();
  const opened = new Map<string, Entry>();
  let complete = false;
  let stopped = false;
  let array: readonly BriefSummary[] | undefined;
  let byId: ReadonlyMap<string, BriefSummary> | undefined;
  let round = 0;

  function forget(): void {
    array = undefined;
    byId = undefined;
  }

  function entries(): Iterable<Entry> {
    return new Map([...saved, ...opened]).values();
  }

  function load(path: string): void {
    const loaded = loadFile(workspace, path);
    if ('text' in loaded) saved.set(path, entryOf(path, readBrief(loaded.text)));
    else saved.delete(path);
  }

  async function refresh(paths?: readonly string[]): Promise<void> {
    const own = paths === undefined ? ++round : round;
    const found = paths ?? (await listBriefs(workspace));
    if (paths === undefined) {
      const there = new Set(found);
      for (const path of saved.keys()) if (!there.has(path)) saved.delete(path);
    }
    let until = now() + SLICE;
    for (const path of found) {
      if (stopped || own !== round) return;
      load(path);
      if (now() < until) continue;
      await new Promise<void>((done) => setImmediate(done));
      until = now() + SLICE;
    }
    if (stopped) return;
    if (paths === undefined) complete = true;
    forget();
    changed();
  }

  return {
    summaries() {
      if (!complete) return undefined;
      array ??= Array.from(entries(), ({ summary }) => summary);
      return array;
    },
    briefOf(id) {
      byId ??= new Map(
        Array.from(entries(), ({ summary }) => summary).flatMap((summary) =>
          summary.id === undefined ? [] : [[summary.id, summary] as const],
        ),
      );
      return byId.get(id);
    },
    people: () => byCount(entries()),
    open(path, brief) {
      const before = opened.get(path) ?? saved.get(path);
      const entry = entryOf(path, brief);
      opened.set(path, entry);
      if (JSON.stringify(before) === JSON.stringify(entry)) return false;
      forget();
      return true;
    },
    close(path) {
      if (!opened.delete(path)) return;
      load(path);
      forget();
      changed();
    },
    refresh,
    stop() {
      stopped = true;
    },
  };
}

function entryOf(path: string, brief: Brief): Entry {
  const { delegator, delegate, agreement, changes } = brief.values;
  const people = [
    delegator,
    delegate,
    agreement?.by,
    ...(changes ?? []).map((one) => one['agreed-by']),
  ];
  return {
    summary: summaryOf(path, brief),
    people: [...new Set(people.filter((person) => person !== undefined))],
  };
}

function byCount(entries: Iterable<Entry>): string[] {
  const counts = new Map<string, number>();
  for (const { people } of entries) {
    for (const person of people) counts.set(person, (counts.get(person) ?? 0) + 1);
  }
  return [...counts.entries()].toSorted((a, b) => b[1] - a[1]).map(([person]) => person);
}

/** True for a path where the configuration has briefs. */
export function isBriefPath(workspace: Workspace, path: string): boolean {
  return briefPaths(workspace.config.folder)(path);
}
