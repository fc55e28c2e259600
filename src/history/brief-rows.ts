/** The rows of change of all folders that ever held briefs. */
import { parseConfig } from '../config/parse.ts';
import { CONFIG_FILE } from '../config/source.ts';
import { MAX_FILE_BYTES } from '../files/bytes.ts';
import { briefPaths, parsePattern } from '../files/pattern.ts';
import { readBlobs } from '../git/history-blobs.ts';
import type { Graph } from '../git/commit-graph.ts';
import { NO_GRAPH } from '../git/commit-graph.ts';
import { missingObjects } from '../git/history-limits.ts';
import type { Row, Rows } from '../git/history-rows.ts';
import { readGraphAndRows, readRowsOf } from '../git/history-rows.ts';
import type { Repository } from '../git/repository.ts';

export const DEFAULT_FOLDER = 'briefs';

export interface BriefRows {
  readonly graph: Graph;
  /** The rows of briefs alone. */
  readonly rows: Rows;
  /** The folders that ever held briefs, as patterns. */
  readonly patterns: readonly string[];
  /** How many objects a partial clone has not. */
  readonly missing: number;
}

export const NO_ROWS: BriefRows = {
  graph: NO_GRAPH,
  rows: new Map(),
  patterns: [DEFAULT_FOLDER],
  missing: 0,
};

interface RowsOptions {
  readonly tip: string;
  /** The folders of briefs, as the configuration has them now. */
  readonly patterns: readonly string[];
  readonly firstParent: boolean;
}

/**
 * Reads the graph and the rows of all folders that the configuration ever named.
 *
 * @param ask Called with every blob of a brief as it is found.
 */
export async function readBriefRows(
  repository: Repository,
  options: RowsOptions,
  ask: (blob: string) => void,
): Promise<BriefRows> {
  const now = [...new Set([...options.patterns, DEFAULT_FOLDER])];
  const first = await readFolders(repository, { ...options, patterns: now }, ask);
  const former = await formerFolders(repository, first);
  const patterns = [...new Set([...now, ...former])];
  const found =
    patterns.length === now.length
      ? first
      : await readFolders(repository, { ...options, patterns }, ask);
  const rows = onlyBriefs(found.rows, briefPaths(patterns));
  return { graph: found.graph, rows, patterns, missing: found.missing?.size ?? 0 };
}

/**
 * Reads the rows of commits that came since the others were read.
 *
 * @param patterns The folders that ever held briefs.
 * @returns Undefined where other folders than these may have come.
 */
export async function readNewRows(
  repository: Repository,
  graph: Graph,
  commits: readonly number[],
  patterns: readonly string[],
): Promise<Rows | undefined> {
  const isBrief = briefPaths(patterns);
  let isConfigured = false;
  const rows = await readRowsOf(repository, graph, commits, {
    folders: literalFolders([...patterns, CONFIG_FILE]),
    wanted: (path) => path === CONFIG_FILE || isBrief(path),
    found({ path }) {
      if (path === CONFIG_FILE) isConfigured = true;
    },
  });
  return isConfigured ? undefined : onlyBriefs(rows, isBrief);
}

export function onlyBriefs(rows: Rows, isBrief: (path: string) => boolean): Rows {
  const kept = new Map<number, readonly Row[]>();
  for (const [commit, all] of rows) {
    const own = all.filter(({ path }) => isBrief(path));
    if (own.length > 0) kept.set(commit, own);
  }
  return kept;
}

interface FolderRows {
  readonly graph: Graph;
  /** Of briefs and of the configuration. */
  readonly rows: Rows;
  /** The objects that a partial clone has not; undefined when it has all. */
  readonly missing: ReadonlySet<string> | undefined;
}

async function readFolders(
  repository: Repository,
  { tip, patterns, firstParent }: RowsOptions,
  ask: (blob: string) => void,
): Promise<FolderRows> {
  const folders = literalFolders([...patterns, CONFIG_FILE]);
  const isBrief = briefPaths(patterns);
  const missing = await missingObjects(repository, tip, folders);
  const found = await readGraphAndRows(repository, tip, {
    folders,
    firstParent,
    wanted: (path) => path === CONFIG_FILE || isBrief(path),
    // Blobs are read while git still looks for rows.
    found({ path, after }) {
      if (after !== null && path !== CONFIG_FILE && !missing?.has(after)) ask(after);
    },
  });
  return { ...found, missing };
}

/** The folders that patterns certainly begin with: what git is asked for. */
export function literalFolders(patterns: readonly string[]): string[] {
  const folders = [...new Set(patterns.map((pattern) => parsePattern(pattern).literalStart))];
  return folders.includes('') ? [''] : folders;
}

/** The folders that the configuration named at any time: a folder of briefs may have moved. */
async function formerFolders(
  repository: Repository,
  { rows, missing }: FolderRows,
): Promise<string[]> {
  const ids = new Set<string>();
  for (const all of rows.values()) {
    for (const { path, after } of all) if (path === CONFIG_FILE && after) ids.add(after);
  }
  const folders: string[] = [];
  const there = [...ids].filter((id) => !missing?.has(id));
  await readBlobs(repository, there, MAX_FILE_BYTES, (_id, bytes) => {
    if (typeof bytes === 'string') return;
    try {
      folders.push(...parseConfig(bytes.toString('utf8')).folder);
    } catch {
      // A configuration that was wrong at the time named no folder.
    }
  });
  return folders;
}
