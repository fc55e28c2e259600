/** Many briefs at a glance: a line each, the gravest first. */
import type { TalliedBrief } from '../history/tally.ts';
import type { Standing } from '../history/types.ts';
import { AFTER_ACCEPTANCE, UNSETTLED } from '../history/types.ts';
import type { Page, Style } from './log-layout.ts';
import { plain, safeLines } from './log-layout.ts';
import { headingOf } from './log-phrases.ts';

/**
 * The briefs in which something moved since they were accepted, and the total.
 *
 * @param isWhole The story of each follows.
 */
export function overviewLines(
  briefs: readonly TalliedBrief[],
  { paint, columns }: Page,
  isWhole: boolean,
): string[] {
  const rows = briefs
    .map((brief) => ({ brief, rank: rankOf(brief), words: wordsOf(brief) }))
    .toSorted((a, b) => a.rank - b.rank);
  const lines = rows.flatMap(({ brief, rank, words }) => {
    const style: Style = rank <= 0 ? (text) => paint.yellow(text) : plain;
    const name = brief.id ?? brief.path;
    return safeLines(`${headingOf(brief)}: ${words} · ${name}`, columns - 2, 2).map((line, row) => {
      return (row === 0 ? '  ' : '    ') + style(line);
    });
  });
  const how = isWhole ? [] : ['', ...safeLines(HOW, columns).map((line) => paint.dim(line))];
  return [
    ...safeLines(`${total(briefs)}:`, columns).map((line) => paint.bold(line)),
    ...lines,
    ...how,
  ];
}

const HOW = 'delegate log BRIEF tells the story of one, delegate log --full of all.';

function rankOf({ tally: { records, standings } }: TalliedBrief): number {
  if (records > 0) return -1;
  const rank = AFTER_ACCEPTANCE.findIndex((standing) => standings[standing] > 0);
  return rank < 0 ? AFTER_ACCEPTANCE.length : rank;
}

function wordsOf({ tally: { records, standings } }: TalliedBrief): string {
  const words = [
    ...(records === 0 ? [] : [`${records} records changed`]),
    ...AFTER_ACCEPTANCE.flatMap((standing) => {
      const count = standings[standing];
      return count === 0 ? [] : [`${count} ${standing}`];
    }),
  ];
  return words.length === 0 ? 'shaped, and not moved since' : words.join(', ');
}

/** `5 briefs moved: 2 in silence, 1 disputed, 1 open`. */
function total(briefs: readonly TalliedBrief[]): string {
  const has = ({ tally }: TalliedBrief, one: Standing): boolean => tally.standings[one] > 0;
  const moved = briefs.filter((brief) => AFTER_ACCEPTANCE.some((one) => has(brief, one))).length;
  const grave = UNSETTLED.flatMap((standing) => {
    const count = briefs.filter((brief) => has(brief, standing)).length;
    return count === 0 ? [] : [`${count} ${standing === 'silent' ? 'in silence' : standing}`];
  });
  const what = `${moved} of ${briefs.length} briefs moved after they were accepted`;
  return grave.length === 0 ? what : `${what}, ${grave.join(', ')}`;
}
