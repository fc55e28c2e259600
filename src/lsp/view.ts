import type { Position, Range } from 'vscode-languageserver';
import type { LineIndex } from '../brief/positions.ts';
import { lineIndex } from '../brief/positions.ts';
import type { Brief } from '../brief/read.ts';
import { readBrief } from '../brief/read.ts';
import type { Span } from '../brief/span.ts';

/** One text of an open document, read: what every answer is made from. */
export interface View {
  readonly uri: string;
  /** Below the root, with `/`; what findings name it by. */
  readonly path: string;
  readonly brief: Brief;
  readonly lines: LineIndex;
}

/** Reads a document's text. */
export function viewOf(uri: string, path: string, text: string): View {
  return { uri, path, brief: readBrief(text), lines: lineIndex(text) };
}

/** An offset as editors have it: lines and characters from 0. */
export function toPosition(view: View, offset: number): Position {
  const { line, column } = view.lines.position(offset);
  return { line: line - 1, character: column - 1 };
}

export function toRange(view: View, span: Span): Range {
  return { start: toPosition(view, span.start), end: toPosition(view, span.end) };
}

/** The offset of an editor's position; what lies outside is moved to the nearest place. */
export function toOffset(view: View, position: Position): number {
  return view.lines.offset(position.line + 1, position.character + 1);
}
