/** Reads what is new, and hands out as it was kept what nothing new has to do with. */
import { MAX_FILE_BYTES } from '../../files/bytes.ts';
import type { WorkTree } from '../../files/work-tree.ts';
import { readBlobs } from '../../git/history-blobs.ts';
import type { Row, Rows } from '../../git/history-rows.ts';
import type { Repository } from '../../git/repository.ts';
import { blobId, filesAt } from '../../git/tree-blobs.ts';
import type { BlobContents } from '../blob-contents.ts';
import { pathsOfRange } from '../range-seeds.ts';
import { KEEP_FROM } from '../read-all.ts';
import { relatedFiles } from '../related-paths.ts';
import type { HistoryOptions, RepositoryHistory } from '../reading.ts';
import { idIn } from '../snapshot.ts';
import type { Place, ToldSummary } from '../story.ts';
import type { TalliedBrief } from '../tally.ts';
import type { Files } from '../uncommitted.ts';
import { readUncommitted, standingPaths, withinPaths } from '../uncommitted.ts';
import { lookingInto, walkHistory } from '../walk-history.ts';
import { knownFacts } from './known-facts.ts';
import { knownBeginnings } from './known-beginnings.ts';
import type { ReadOn } from './read-on.ts';

/** Whether what was kept is enough: where much is new, it is kept anew instead. */
export function isTold(
  { only, onlyStories = false, keepFrom = KEEP_FROM }: HistoryOptions,
  { freshRows }: ReadOn,
): boolean {
  return only !== undefined || (onlyStories && freshRows.size < keepFrom);
}

interface Telling {
  readonly contents: BlobContents;
  readonly earlier: ReadOn;
}

export async function readTold(
  repository: Repository,
  options: HistoryOptions,
  { contents, earlier }: Telling,
): Promise<RepositoryHistory> {
  const { workTree, patterns, only, onlyStories = false, onlyTallies = false } = options;
  const { known, graph, fresh, freshRows, rowsOf } = earlier;
  contents.know(known.contentOf);
  const looking = lookingInto(patterns);
  const [facts, head] = await Promise.all([
    knownFacts(repository, earlier, !onlyTallies),
    readHead(repository, options, earlier),
  ]);
  const newRows = [...freshRows.values()].flat();
  if (workTree !== undefined) takeStanding(newRows, head, { contents, workTree });
  await readNew(repository, newRows, contents);
  const uncommitted =
    workTree && (await readUncommitted(repository, head, { ...looking, contents, workTree }));
  const { staged = [], files = [] } = uncommitted ?? {};
  const groups = relatedFiles((blob) => idIn(contents.of(blob)), known.groups());
  for (const own of [...freshRows.values(), staged, files]) groups.add(own);
  const wanted =
    only &&
    groups.relatedTo(
      only({
        graph,
        rowsOf,
        uncommitted: [...staged, ...files],
        standing: standingPaths(head, uncommitted),
      }),
    );
  const isTold = (path: string): boolean => onlyStories && wanted?.has(path) !== false;
  const { told, tallied, open } = toldBriefs(earlier, isTold, onlyTallies);
  const touched = new Set([...pathsOfRange(graph, rowsOf, fresh), ...open]);
  for (const { path } of [...staged, ...files]) touched.add(path);
  const isTouched = { isPath: (path: string) => touched.has(path), isId: () => false };
  const again =
    wanted !== undefined && !onlyStories
      ? wanted
      : new Set([...groups.relatedTo(isTouched)].filter((path) => wanted?.has(path) !== false));
  const rows = rowsAt(earlier, again);
  await readNew(repository, [...rows.values()].flat(), contents);
  const left = told.filter(({ path }) => !again.has(path));
  const isUnknown = ({ commit }: Place): boolean => facts.hasAt?.(commit) === false;
  const others = new Set(
    left.flatMap(({ line }) => line.filter(isUnknown).map((one) => one.commit)),
  );
  const walked = await walkHistory(
    repository,
    options,
    { graph, rows, patterns: known.patterns, missing: 0 },
    {
      contents,
      boundary: new Set(),
      known: facts,
      others: [...others],
      uncommitted: () => Promise.resolve(uncommitted && withinPaths(uncommitted, again)),
    },
  );
  return {
    ...walked,
    told: left,
    beginningOf: knownBeginnings(earlier, (path) => again.has(path)),
    ...(onlyTallies && { tallied: tallied.filter(({ path }) => !again.has(path)) }),
  };
}

/** Takes what stands in the work tree as it was committed: no git has to be asked for that. */
function takeStanding(
  rows: readonly Row[],
  head: Files,
  { contents: { find, take }, workTree }: Pick<Telling, 'contents'> & { workTree: WorkTree },
): void {
  for (const { path, after } of rows) {
    if (after === null || head.get(path) !== after || find(after) !== undefined) continue;
    const file = workTree.read(path);
    if (file === null || !('text' in file)) continue;
    const bytes = Buffer.from(file.text);
    if (blobId(bytes, after.length) === after) take(after, bytes);
  }
}

/** Reads what the rows lead to, where it is not known. */
async function readNew(
  repository: Repository,
  rows: readonly Row[],
  { find, expect, take }: BlobContents,
): Promise<void> {
  const blobs = rows.flatMap(({ after }) => (after && find(after) === undefined ? [after] : []));
  await readBlobs(repository, blobs.filter(expect), MAX_FILE_BYTES, take);
}

interface ToldBriefs {
  readonly told: readonly ToldSummary[];
  readonly tallied: readonly TalliedBrief[];
  /** Where those stand that have to be read anew. */
  readonly open: readonly string[];
}

/** The briefs as they were kept. */
function toldBriefs(
  { known, placeOf, isSameOrder }: ReadOn,
  isWanted: (path: string) => boolean,
  onlyTallies: boolean,
): ToldBriefs {
  const told: ToldSummary[] = [];
  const tallied: TalliedBrief[] = [];
  const open: string[] = [];
  for (const brief of known.briefs()) {
    if (!isWanted(brief.path)) continue;
    const { id, title, path, status, deleted } = brief;
    const facts = { id, title, path, status, deleted };
    const tally = brief.tally();
    if (onlyTallies && isSameOrder && tally !== undefined) {
      tallied.push({ ...facts, tally });
      continue;
    }
    const line = brief.line().map(({ commit, path }) => ({ commit: placeOf(commit), path }));
    const isKnown = tally !== undefined && isInOrder(line);
    const story = isKnown && !onlyTallies ? brief.story() : undefined;
    if (story !== undefined) told.push({ ...facts, line, story, last: undefined });
    else if (isKnown && onlyTallies) tallied.push({ ...facts, tally });
    else open.push(path, ...line.map((one) => one.path));
  }
  return { told, tallied, open };
}

/** False where its commits stand in another order now. */
function isInOrder(line: ToldSummary['line']): boolean {
  return line.every(({ commit }, at) => commit >= (line[at - 1]?.commit ?? 0));
}

/** The rows of some paths. */
function rowsAt({ known, placeOf, freshRows }: ReadOn, paths: ReadonlySet<string>): Rows {
  const rows = new Map<number, readonly Row[]>();
  if (paths.size === 0) return rows;
  for (const [place, own] of known.rowsAt(paths)) rows.set(placeOf(place), own);
  for (const [commit, all] of freshRows) {
    const own = all.filter(({ path }) => paths.has(path));
    if (own.length > 0) rows.set(commit, own);
  }
  return rows;
}

/** The files of briefs at the tip: those that were kept, changed by what came since where that is one line. */
async function readHead(
  repository: Repository,
  { tip, workTree, patterns }: HistoryOptions,
  { known, graph, fresh, freshRows }: ReadOn,
): Promise<Files> {
  if (workTree === undefined || tip === undefined) return new Map();
  const line: number[] = [];
  let at = graph.count - 1;
  while (fresh.has(graph.idAt(at) ?? '')) {
    line.push(at);
    at = graph.parentsOf(at)[0] ?? -1;
  }
  const { folders, isBrief } = lookingInto(patterns);
  if (graph.idAt(at) !== known.tip) return filesAt(repository, tip, { folders, isBrief });
  const files = new Map(known.files());
  for (const { path, after } of line.toReversed().flatMap((one) => freshRows.get(one) ?? [])) {
    if (after === null) files.delete(path);
    else files.set(path, after);
  }
  return new Map([...files].filter(([path]) => isBrief(path)));
}
