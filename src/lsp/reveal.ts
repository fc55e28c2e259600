/** Edits that leave a place for a person to write at, and the command that shows it. */
import type { Command } from 'vscode-languageserver';
import type { TextEdit } from '../brief/text-edit.ts';
import { applyEdits } from '../brief/text-edit.ts';
import type { View } from './view.ts';

/** The command with which the server asks the editor to show a place of the text after an edit. */
export const REVEAL = 'delegate.reveal';

/** What stands for the value that a person will write; never left in the text. */
export const PLACEHOLDER = 'delegatehole';

/** Edits without their placeholder, and how to show the place where it was. */
export interface Revealed {
  readonly edits: readonly TextEdit[];
  readonly command: Command | undefined;
}

/** Takes the placeholder out of the edits; the place is counted after they were made. */
export function withoutPlaceholder(view: View, edits: readonly TextEdit[]): Revealed {
  const { text } = view.brief;
  const offset = applyEdits(text, edits).indexOf(PLACEHOLDER);
  const emptied = edits.map((edit) => ({
    ...edit,
    insert: edit.insert.replaceAll(PLACEHOLDER, ''),
  }));
  return {
    edits: emptied,
    command: offset < 0 ? undefined : reveal(view, applyEdits(text, emptied), offset),
  };
}

function reveal(view: View, after: string, offset: number): Command {
  const before = after.slice(0, offset);
  const line = before.split('\n').length - 1;
  const character = offset - (before.lastIndexOf('\n') + 1);
  const position = { line, character };
  return {
    title: 'Show the place',
    command: REVEAL,
    arguments: [view.uri, { start: position, end: position }],
  };
}
