/** What an earlier run had read of a history, and what came since. */
import type { CommitFacts } from '../../git/history-commits.ts';
import { readCommitsSince } from '../../git/history-commits.ts';
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
  /** Who made them. */
  readonly freshFacts: ReadonlyMap<string, CommitFacts>;
  /** Their rows. */
  readonly freshRows: Rows;
  /** The rows of any commit, by its index. */
  readonly rowsOf: (commit: number) => readonly Row[];
}

/** So many new commits are compared one by one; of more it is quicker to ask git for those that matter. */
const MAX_NEW = 5000;

/** Goes on from what an earlier run had read; undefined where none had, or of another history. */
export async function readOn(
  repository: Repository,
  tip: string,
  cache: HistoryCache,
): Promise<ReadOn | undefined> {
  for (const known of cache.earlier()) {
    // oxlint-disable-next-line no-await-in-loop -- the newest mostly fits
    const since = await readCommitsSince(repository, { tip, known: known.tip, most: MAX_NEW });
    const extended = since && extendGraph(known.graph, since.lines, tip);
    if (since === undefined || extended === undefined) continue;
    const { graph, placeBefore, fresh } = extended;
    // oxlint-disable-next-line no-await-in-loop -- this one fits
    const freshRows = await readNewRows(repository, graph, fresh, known.patterns);
    if (freshRows === undefined) return undefined;
    return {
      ...extended,
      known,
      freshFacts: since.facts,
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
