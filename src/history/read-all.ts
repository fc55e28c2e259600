/** Reads the history of all briefs: every blob once, as git finds the rows. */
import { MAX_FILE_BYTES } from '../files/bytes.ts';
import { openBlobs } from '../git/history-blobs.ts';
import type { Row } from '../git/history-rows.ts';
import type { Repository } from '../git/repository.ts';
import type { BlobContents } from './blob-contents.ts';
import type { BriefRows } from './brief-rows.ts';
import { NO_ROWS, readBriefRows } from './brief-rows.ts';
import type { HistoryCache } from './cache/cached-reading.ts';
import { storyMemo } from './cache/cached-reading.ts';
import { knownFacts } from './cache/known-facts.ts';
import type { ReadOn } from './cache/read-on.ts';
import { relatedFiles } from './related-paths.ts';
import type { HistoryOptions, RepositoryHistory } from './reading.ts';
import { idIn } from './snapshot.ts';
import { readUncommitted } from './uncommitted.ts';
import type { WalkedHistory } from './walk-history.ts';
import { lookingInto, walkHistory } from './walk-history.ts';

interface Reading {
  readonly contents: BlobContents;
  readonly boundary: ReadonlySet<string>;
  readonly cache: HistoryCache | undefined;
  /** What an earlier run had read. */
  readonly earlier: ReadOn | undefined;
}

export async function readAll(
  repository: Repository,
  options: HistoryOptions,
  { contents, boundary, cache, earlier }: Reading,
): Promise<RepositoryHistory> {
  const { tip, workTree, patterns } = options;
  if (earlier !== undefined) contents.know(earlier.known.contentOf);
  const found = await readCommitted(repository, options, contents, earlier);
  const known = earlier && (await knownFacts(repository, earlier));
  const walked = await walkHistory(repository, options, found, {
    contents,
    boundary,
    known,
    uncommitted: async (committed) =>
      workTree &&
      readUncommitted(repository, committed, { ...lookingInto(patterns), contents, workTree }),
  });
  if (cache === undefined || tip === undefined) return walked;
  const newRows = earlier === undefined ? found.rows.size : earlier.freshRows.size;
  return {
    ...walked,
    ...keeping(walked, found, { contents, cache, earlier, newRows, tip, options }),
  };
}

/** Fewer commits are read as quickly as what was kept of them. */
export const KEEP_FROM = 200;

/** What was worked out before, and how to keep for the next run what is new in this one. */
function keeping(
  { files }: WalkedHistory,
  { graph, rows, patterns }: BriefRows,
  {
    contents,
    cache,
    earlier,
    newRows,
    tip,
    options: { keepFrom = KEEP_FROM },
  }: Omit<Reading, 'cache' | 'boundary'> & {
    readonly cache: HistoryCache;
    readonly tip: string;
    readonly newRows: number;
    readonly options: HistoryOptions;
  },
): Pick<RepositoryHistory, 'memo' | 'keep'> {
  const { memo, kept, fresh } = storyMemo(earlier?.known);
  return {
    memo,
    async keep(facts, briefs) {
      if (Math.max(newRows, fresh()) < keepFrom || !contents.isWhole()) return;
      const related = relatedFiles((blob) => idIn(contents.of(blob)));
      for (const own of rows.values()) related.add(own);
      const groups = related.groups();
      const stories = { stories: kept, briefs };
      const contentOf = contents.find;
      await cache.write(tip, {
        graph,
        patterns,
        rows,
        files,
        groups,
        contentOf,
        facts,
        ...stories,
      });
    },
  };
}

/** Reads rows and blobs at the same time. */
async function readCommitted(
  repository: Repository,
  { tip, patterns, firstParent }: HistoryOptions,
  contents: BlobContents,
  earlier: ReadOn | undefined,
): Promise<BriefRows> {
  if (tip === undefined) return NO_ROWS;
  const blobs = openBlobs(repository, MAX_FILE_BYTES, contents.take);
  const ask = (id: string): void => {
    if (contents.find(id) === undefined && contents.expect(id)) blobs.ask(id);
  };
  try {
    const found = earlier
      ? rowsOfAll(earlier, ask)
      : await readBriefRows(repository, { tip, patterns, firstParent }, ask);
    await blobs.end();
    return found;
  } catch (error) {
    blobs.stop();
    throw error;
  }
}

function rowsOfAll(
  { known, graph, placeOf, freshRows }: ReadOn,
  ask: (blob: string) => void,
): BriefRows {
  const rows = new Map<number, readonly Row[]>();
  for (const place of known.changing()) {
    rows.set(placeOf(place), known.rowsOf(place));
  }
  for (const [commit, own] of freshRows) rows.set(commit, own);
  for (const own of rows.values()) for (const { after } of own) if (after !== null) ask(after);
  return { graph, rows, patterns: known.patterns, missing: 0 };
}
