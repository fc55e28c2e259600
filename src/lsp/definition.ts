import type { Span } from '../brief/span.ts';
import { ID_PATTERN } from '../brief/id.ts';

/** The brief's id that stands at an offset of a text, and where. */
export function idAt(text: string, offset: number): { id: string; span: Span } | undefined {
  // An id has ten characters: it begins at most ten before the offset.
  for (let start = Math.max(0, offset - 10); start <= offset; start++) {
    const id = text.slice(start, start + 10);
    if (!ID_PATTERN.test(id)) continue;
    if (/[\w-]/.test(text[start - 1] ?? ' ') || /\w/.test(text[start + 10] ?? ' ')) continue;
    return { id, span: { start, end: start + 10 } };
  }
  return undefined;
}
