/** What an earlier run had read of a history, and what came since. */
import { readLinesSince } from '../../git/history-graph.ts';
import type { Row, Rows } from '../../git/history-rows.ts';
import type { Repository } from '../../git/repository.ts';
import { readNewRows } from '../brief-rows.ts';
import type { EarlierHistory, HistoryCache } from './cached-reading.ts';
import type { ExtendedGraph } from './extend-graph.ts';
import { extendGraph } from './extend-graph.ts';

export interface ReadOn extends Omit<ExtendedGraph, 'fresh'> {
  readonly known: EarlierHistory;
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
    const extended = lines && extendGraph(known.graph, lines, tip);
    if (extended === undefined) continue;
    const { graph, placeBefore, fresh } = extended;
    // oxlint-disable-next-line no-await-in-loop -- this one fits
    const freshRows = await readNewRows(repository, graph, fresh, known.patterns);
    if (freshRows === undefined) return undefined;
    return {
      ...extended,
      known,
      fresh: new Set(fresh.map((commit) => graph.idAt(commit) as string)),
      freshRows,
      rowsOf(commit) {
        const place = placeBefore(commit);
        return place === undefined ? (freshRows.get(commit) ?? []) : known.rowsOf(place);
      },
    };
  }
  return undefined;
}
