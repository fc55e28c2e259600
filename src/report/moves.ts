/** Moves as a few lines each, where they are shown before somebody agrees to them. */
import { itemText } from '../brief/value-text.ts';
import type { FieldChange } from '../history/types.ts';
import { describeMove } from './log-phrases.ts';

/** Longer values stand below each other. */
const MAX_INLINE = 60;

/** `Due changed, 30 days earlier (stricter)` and its values, as lines; not yet made safe. */
export function moveLines(move: FieldChange): string[] {
  const [before, after] = [move.before, move.after].map((item) =>
    item === null ? undefined : itemText(item),
  );
  const head = describeMove(move);
  if (before !== undefined && after !== undefined && before.length + after.length < MAX_INLINE) {
    return [head, `  ${before} → ${after}`];
  }
  return [
    head,
    ...(before === undefined ? [] : [`  - ${before}`]),
    ...(after === undefined ? [] : [`  + ${after}`]),
  ];
}
