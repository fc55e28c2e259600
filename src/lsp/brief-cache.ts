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

/** What is kept of a brief. */
interface CachedBrief {
  readonly summary: BriefSummary;
  readonly people: readonly string[];
}

/** The briefs of one workspace. */
export interface BriefCache {
  /** The same array until something in it changed; undefined until all briefs were read once. */
  readonly summaries: () => readonly BriefSummary[] | undefined;
  readonly briefOf: (id: string) => BriefSummary | undefined;
  /** Where the saved ones are. */
  readonly paths: () => readonly string[];
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

/** How long one slice of reading may take. */
const SLICE_MS = 4;

/** @param changed Called when what was read in the background is there, or there anew. */
export function createBriefCache(
  workspace: Workspace,
  now: () => number,
  changed: () => void,
): BriefCache {
  const saved = new Map<string, CachedBrief>();
  const opened = new Map<string, CachedBrief>();
  let complete = false;
  let stopped = false;
  let summaries: readonly BriefSummary[] | undefined;
  let byId: ReadonlyMap<string, BriefSummary> | undefined;
  let rounds = 0;

  function forget(): void {
    summaries = undefined;
    byId = undefined;
  }

  function entries(): Iterable<CachedBrief> {
    return new Map([...saved, ...opened]).values();
  }

  function load(path: string): void {
    const loaded = loadFile(workspace, path);
    if ('text' in loaded) saved.set(path, cachedOf(path, readBrief(loaded.text)));
    else saved.delete(path);
  }

  async function refresh(paths?: readonly string[]): Promise<void> {
    const own = paths === undefined ? ++rounds : rounds;
    const found = paths ?? (workspace.repository?.bare ? [] : await listBriefs(workspace));
    if (paths === undefined) {
      const listed = new Set(found);
      for (const path of saved.keys()) if (!listed.has(path)) saved.delete(path);
    }
    let until = now() + SLICE_MS;
    for (const path of found) {
      if (stopped || own !== rounds) return;
      load(path);
      if (now() < until) continue;
      await new Promise<void>((done) => setImmediate(done));
      until = now() + SLICE_MS;
    }
    if (stopped) return;
    if (paths === undefined) complete = true;
    forget();
    changed();
  }

  return {
    summaries() {
      if (!complete) return undefined;
      summaries ??= Array.from(entries(), ({ summary }) => summary);
      return summaries;
    },
    briefOf(id) {
      byId ??= new Map(
        Array.from(entries(), ({ summary }) => summary).flatMap((summary) =>
          summary.id === undefined ? [] : [[summary.id, summary] as const],
        ),
      );
      return byId.get(id);
    },
    paths: () => [...saved.keys()],
    people: () => peopleByCount(entries()),
    open(path, brief) {
      const before = opened.get(path) ?? saved.get(path);
      const entry = cachedOf(path, brief);
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

function cachedOf(path: string, brief: Brief): CachedBrief {
  const { delegator, delegate, agreement, changes } = brief.values;
  const people = [
    delegator,
    delegate,
    agreement?.by,
    ...(changes ?? []).flatMap((one) => [one.by, ...(one['agreed-by'] ?? []).map(({ by }) => by)]),
  ];
  return {
    summary: summaryOf(path, brief),
    people: [...new Set(people.filter((person) => person !== undefined))],
  };
}

function peopleByCount(entries: Iterable<CachedBrief>): string[] {
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
