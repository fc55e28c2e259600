/** What an earlier run had read of a history, and what came since. */
import { readLinesSince } from '../../git/history-graph.ts';
import type { Graph } from '../../git/history-graph.ts';
import type { Row, Rows } from '../../git/history-rows.ts';
import type { Repository } from '../../git/repository.ts';
import { readNewRows } from '../brief-rows.ts';
import type { EarlierHistory, HistoryCache } from './cached-reading.ts';
import { extendGraph } from './extend-graph.ts';

export interface ReadOn {
  readonly known: EarlierHistory;
  /** All commits, those that came since too. */
  readonly graph: Graph;
  /** Where each commit that was known stands, by its place before. */
  readonly placeOf: Int32Array;
  /** The commits that came since. */
  readonly fresh: ReadonlySet<string>;
  /** Their rows. */
  readonly freshRows: Rows;
  /** The rows of any commit, by its index. */
  readonly rowsOf: (commit: number) => readonly Row[];
}

/** Goes on from what an earlier run had read; undefined where none had, or of another history. */
export async function readOn(
  repository: Repository,
  tip: string,
  cache: HistoryCache,
): Promise<ReadOn | undefined> {
  for (const known of cache.earlier()) {
    // oxlint-disable-next-line no-await-in-loop -- the newest mostly fits
    const lines = await readLinesSince(repository, tip, known.tip);
    const before = { ids: known.commits, parents: known.parents };
    const extended = lines && extendGraph(before, lines, tip);
    if (extended === undefined) continue;
    const { graph, placeOf, fresh } = extended;
    // oxlint-disable-next-line no-await-in-loop -- this one fits
    const freshRows = await readNewRows(repository, graph, fresh, known.patterns);
    if (freshRows === undefined) return undefined;
    const placeBefore = new Map([...placeOf].map((commit, place) => [commit, place]));
    return {
      known,
      graph,
      placeOf,
      fresh: new Set(fresh.map((commit) => graph.ids[commit] as string)),
      freshRows,
      rowsOf: (commit) => freshRows.get(commit) ?? known.rowsOf(placeBefore.get(commit) ?? -1),
    };
  }
  return undefined;
}
