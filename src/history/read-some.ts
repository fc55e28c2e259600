/** Reads the history of some briefs: of all others no more than their ids. */
import { MAX_FILE_BYTES } from '../files/bytes.ts';
import { openBlobs, readBlobs } from '../git/history-blobs.ts';
import type { Row } from '../git/history-rows.ts';
import type { Repository } from '../git/repository.ts';
import { filesAt } from '../git/tree-blobs.ts';
import type { BlobContents } from './blob-contents.ts';
import type { BriefRows } from './brief-rows.ts';
import { NO_ROWS, readBriefRows } from './brief-rows.ts';
import type { IdGlance } from './id-glance.ts';
import { idGlance } from './id-glance.ts';
import { relatedFiles } from './related-paths.ts';
import type { HistoryOptions, RepositoryHistory, WantedBriefs } from './reading.ts';
import type { UncommittedRows } from './uncommitted.ts';
import { readUncommitted, standingPaths, withinPaths } from './uncommitted.ts';
import { lookingInto, walkHistory } from './walk-history.ts';

interface SomeOptions extends HistoryOptions {
  readonly only: WantedBriefs;
}

interface Reading {
  readonly contents: BlobContents;
  readonly boundary: ReadonlySet<string>;
}

export async function readSome(
  repository: Repository,
  options: SomeOptions,
  { contents, boundary }: Reading,
): Promise<RepositoryHistory> {
  const ids = idGlance(contents);
  const found = await readGlancing(repository, options, ids);
  const { rows, uncommitted } = await readRelated(repository, options, found, { contents, ids });
  const related = { ...found, rows };
  const walking = { contents, boundary, uncommitted: () => Promise.resolve(uncommitted) };
  return walkHistory(repository, options, related, walking);
}

/** Reads rows and blobs at the same time, the blobs for the ids of the briefs. */
async function readGlancing(
  repository: Repository,
  { tip, patterns, firstParent }: HistoryOptions,
  ids: IdGlance,
): Promise<BriefRows> {
  if (tip === undefined) return NO_ROWS;
  const blobs = openBlobs(repository, MAX_FILE_BYTES, ids.take);
  const asked = new Set<string>();
  const ask = (id: string): void => {
    if (asked.has(id)) return;
    asked.add(id);
    blobs.ask(id);
  };
  try {
    const found = await readBriefRows(repository, { tip, patterns, firstParent }, ask);
    await blobs.end();
    return found;
  } catch (error) {
    blobs.stop();
    throw error;
  }
}

interface Related {
  readonly rows: BriefRows['rows'];
  readonly uncommitted: UncommittedRows | undefined;
}

/** The rows of the briefs that are wanted and of all that they have to do with, and the contents of these. */
async function readRelated(
  repository: Repository,
  { tip, workTree, patterns, only }: SomeOptions,
  { graph, rows }: BriefRows,
  { contents, ids }: { readonly contents: BlobContents; readonly ids: IdGlance },
): Promise<Related> {
  const looking = lookingInto(patterns);
  const head =
    workTree && tip ? await filesAt(repository, tip, looking) : new Map<string, string>();
  const uncommitted =
    workTree && (await readUncommitted(repository, head, { ...looking, contents, workTree }));
  const { staged = [], files = [] } = uncommitted ?? {};
  const seeds = only({
    graph,
    rowsOf: (commit) => rows.get(commit) ?? [],
    uncommitted: [...staged, ...files],
    standing: standingPaths(head, uncommitted),
  });
  const groups = relatedFiles(ids.of);
  for (const own of [...rows.values(), staged, files]) groups.add(own);
  const related = groups.relatedTo(seeds);
  const kept = new Map<number, readonly Row[]>();
  for (const [commit, all] of rows) {
    const own = all.filter(({ path }) => related.has(path));
    if (own.length > 0) kept.set(commit, own);
  }
  const blobs = [...kept.values()].flatMap((own) => own.flatMap(({ after }) => after ?? []));
  await readBlobs(repository, blobs.filter(contents.expect), MAX_FILE_BYTES, contents.take);
  return { rows: kept, uncommitted: uncommitted && withinPaths(uncommitted, related) };
}
