/** The histories that somebody asked for: of some briefs, without what is filtered out. */
import type { FieldName } from '../brief/fields.ts';
import type { BriefSummary } from './brief-history.ts';
import type { ToldSummary } from './story.ts';
import { briefHistories } from './brief-history.ts';
import { comparedFields } from './compared-fields.ts';
import type { Filters } from './filter.ts';
import { filterBrief, hasEvents, isNoteworthy } from './filter.ts';
import type { RepositoryHistory } from './reading.ts';
import type { BriefHistory, Signature } from './types.ts';

export interface Selection {
  readonly briefs: readonly (BriefSummary | ToldSummary)[];
  readonly filters: Filters;
  /** The moves of the context too; they count also where a field is asked for. */
  readonly withContext: boolean;
  /** Without the briefs in which nothing moved, and nothing else is worth a look. */
  readonly onlyNoteworthy: boolean;
}

/** The fields of which the moves are looked for. */
export function fieldsOf({
  filters,
  withContext,
}: {
  readonly filters: Pick<Filters, 'fields'>;
  readonly withContext: boolean;
}): readonly FieldName[] {
  return comparedFields(withContext || filters.fields.length > 0);
}

/** @param identify Tells who works here; asked where something is not committed. */
export async function* selectHistories(
  history: RepositoryHistory,
  { briefs, filters, withContext, onlyNoteworthy }: Selection,
  identify: () => Promise<Signature | undefined>,
): AsyncGenerator<BriefHistory> {
  const isWanted = onlyNoteworthy ? isNoteworthy : hasEvents;
  const fields = fieldsOf({ filters, withContext });
  for await (const brief of briefHistories(history, briefs, fields, identify)) {
    const filtered = filterBrief(brief, filters);
    if (isWanted(filtered)) yield filtered;
  }
}
