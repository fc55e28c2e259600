import type { TextEdit } from './text-edit.ts';
import type { Span } from './span.ts';

/** A stretch of the original text that still stands, or a text that came in. */
type Segment = Span | string;

/**
 * Rounds of edits, each made on the text that the one before left, as edits of the first text.
 *
 * @param length Of the first text.
 */
export function composeEdits(
  length: number,
  rounds: readonly (readonly TextEdit[])[],
): readonly TextEdit[] {
  let segments: readonly Segment[] = [{ start: 0, end: length }];
  for (const round of rounds) segments = edited(segments, round);
  const edits: TextEdit[] = [];
  let at = 0;
  let insert = '';
  for (const segment of [...segments, { start: length, end: length }]) {
    if (typeof segment === 'string') {
      insert += segment;
      continue;
    }
    if (insert !== '' || segment.start > at) edits.push({ start: at, end: segment.start, insert });
    insert = '';
    at = segment.end;
  }
  return edits;
}

function edited(segments: readonly Segment[], edits: readonly TextEdit[]): Segment[] {
  const result: Segment[] = [];
  let from = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    result.push(...slice(segments, from, edit.start), edit.insert);
    from = edit.end;
  }
  return [...result, ...slice(segments, from, Infinity)];
}

/** The segments between two offsets of the text that they make. */
function slice(segments: readonly Segment[], from: number, to: number): Segment[] {
  const result: Segment[] = [];
  let at = 0;
  for (const segment of segments) {
    const length = typeof segment === 'string' ? segment.length : segment.end - segment.start;
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, length);
    at += length;
    if (start >= end) continue;
    if (typeof segment === 'string') result.push(segment.slice(start, end));
    else result.push({ start: segment.start + start, end: segment.start + end });
  }
  return result;
}
