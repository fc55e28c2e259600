/** The goalposts that moved in silence: what each was, what it is, and how to make it good. */
import { currentSealRecord, goalpostMoved, matchesAnySeal } from '../agreement/seals.ts';
import { canonicalOf } from '../brief/canonical.ts';
import { field } from '../brief/fields.ts';
import type { Brief } from '../brief/read.ts';
import { itemSpan, missingSpan } from '../brief/read.ts';
import { hasUnreadCriterion, whyUnread } from '../brief/unread.ts';
import type { Span } from '../brief/span.ts';
import { clip, itemText } from '../brief/value-text.ts';
import { recordSpan } from './record-span.ts';
import type { AgreedMove, Found, RuleContext } from './rule.ts';

/** So many characters of a value are shown. */
const SHOWN = 100;

/** What moved against the newest seal, a finding for each move where git knows what was sealed. */
export function movedGoalpost(
  brief: Brief,
  { moved: all }: RuleContext,
): Found | Found[] | undefined {
  const { values } = brief;
  if (!goalpostMoved(values)) return undefined;
  // What cannot be read was not taken out, and is told as what it is.
  const isUnread = hasUnreadCriterion(brief);
  const moved =
    isUnread && Array.isArray(all)
      ? (all as readonly AgreedMove[]).filter((move) => whyUnread(brief, move.field) === undefined)
      : all;
  if (isUnread && (!Array.isArray(moved) || moved.length === 0)) return undefined;
  const { date, change } = currentSealRecord(values) ?? {};
  const on = date === undefined ? '' : ` on ${date}`;
  const ref = values.id ?? 'BRIEF';
  if (moved !== undefined && moved !== 'unknown' && moved.length > 0) {
    return moved.map((move) => ({
      message: `${describe(move)} after it was agreed${on}, and no record says why`,
      help: `put it back, or agree on it and record it: delegate amend ${ref} --reason "…"`,
      span: spanOfMove(brief, move),
    }));
  }
  const isEarlier = matchesAnySeal(values);
  const unseen =
    moved === 'unknown' && !isEarlier
      ? '; git does not show here what was agreed (in CI, fetch the whole history: fetch-depth: 0)'
      : '';
  return {
    message: `the criteria moved after they were agreed${on}, and no record says why: a goal, scope, quality criterion, guardrail, date or resource is another${unseen}`,
    help: isEarlier
      ? `they are those of an earlier record; put back the later change, or record the return: delegate amend ${ref} --reseal --reason "…"`
      : `put it back ("delegate log ${ref}" shows what it was), or agree on it and record it: delegate amend ${ref} --reason "…"`,
    span:
      change === undefined
        ? recordSpan(brief, 'agreement', 'criteria')
        : recordSpan(brief, 'changes', 'criteria', change),
  };
}

/** `due: "2026-06-30" became "2026-05-31" (30 days earlier, stricter)`. */
function describe({ field: name, before, after, note, effect }: AgreedMove): string {
  const label = field(name).label.toLowerCase();
  const means = { tightened: 'stricter', loosened: 'easier', unclear: undefined }[effect];
  const more = [note, means].filter((text) => text !== undefined).join(', ');
  const how = more === '' ? '' : ` (${more})`;
  const [was, is] = [before, after].map((item) =>
    item === null ? undefined : `"${clip(itemText(item), SHOWN)}"`,
  );
  if (was !== undefined && is !== undefined) return `${label}: ${was} became ${is}${how}`;
  if (was !== undefined) return `${label}: ${was} was taken out${how}`;
  return is === undefined
    ? `${label}: ${note ?? 'the order changed'}`
    : `${label}: ${is} was added${how}`;
}

/** The item or the value as it stands now; what was taken out is told at its field. */
function spanOfMove(brief: Brief, { field: name, after }: AgreedMove): Span {
  const value = brief.values[name];
  const wanted = JSON.stringify(after);
  const index =
    after !== null && Array.isArray(value)
      ? value.findIndex((item) => JSON.stringify(canonicalOf(item)) === wanted)
      : -1;
  return (index < 0 ? undefined : itemSpan(brief, name, index)) ?? missingSpan(brief, name);
}
