/** What the page, the summary and the JSON of `delegate report` are made from. */
import type { ReportTotals, RepositoryReport } from '../lifecycle/report-data.ts';

export interface Report {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** From when on a move is news. */
  readonly since: {
    /** In words that follow "since": `Monday 5 October 2026`, `v1.2`. */
    readonly words: string;
    /** As a command takes it. */
    readonly argument: string;
    /** `YYYY-MM-DD`, where it is a day. */
    readonly day: string | undefined;
  };
  /** What is older than that is told in numbers only. */
  readonly isFolded: boolean;
  /** Which briefs and moves are told, in words; undefined for all. */
  readonly only: string | undefined;
  readonly repositories: readonly RepositoryReport[];
  readonly totals: ReportTotals;
  /** What else the reader should know, a sentence each. */
  readonly notes: readonly string[];
}
