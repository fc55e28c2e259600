import type { Span } from './span.ts';

/** One replacement in a text; an empty span inserts. */
export interface TextEdit extends Span {
  readonly insert: string;
}

/** The edit that inserts a text at an offset. */
export function insertion(at: number, insert: string): TextEdit {
  return { start: at, end: at, insert };
}

/** A change that a person may take over as it stands. */
export interface Fix {
  /** What it does, as an imperative: `Write the date as 2026-06-30`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** The text with the edits made; they must not overlap, their order does not matter. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let from = 0;
  for (const edit of ordered) {
    if (edit.start < from) throw new RangeError('edits overlap');
    parts.push(text.slice(from, edit.start), edit.insert);
    from = edit.end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}
