/** A whole brief, offered in a file of the briefs folder that says nothing yet. */
import type { CompletionItem, TextEdit } from 'vscode-languageserver';
import { CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver-types';
import { isInSize } from '../brief/field-facts.ts';
import type { Field } from '../brief/fields.ts';
import { ANSWERS, keysOf } from '../brief/fields.ts';
import { startOfLine } from '../brief/lines.ts';
import { scalarSource } from '../brief/yaml/scalar.ts';
import type { Fill, Insert } from './snippet.ts';
import { asSnippet, asText } from './snippet.ts';
import type { View } from './view.ts';
import { toRange } from './view.ts';

/** The offer of a whole brief, where nothing but its first line or a word is written. */
export function wholeBriefAt(
  view: View,
  offset: number,
  snippets: boolean,
): CompletionItem | undefined {
  const { text } = view.brief;
  if (!isBare(text.replace('\uFEFF', '').trim())) return undefined;
  const start = startOfLine(text, offset);
  const written = text.slice(start, offset).trimStart();
  const ends = /[\r\n]/.exec(text.slice(offset));
  const end = ends === null ? text.length : offset + ends.index;
  const around: readonly TextEdit[] = [
    { range: toRange(view, { start: 0, end: start }), newText: '' },
    { range: toRange(view, { start: end, end: text.length }), newText: '' },
  ];
  const parts = wholeBrief();
  return {
    label: 'brief',
    kind: CompletionItemKind.Snippet,
    detail: 'a whole brief: its questions in their places',
    filterText: written.startsWith('-') ? written : 'brief',
    // Before what else an editor has for an empty file.
    sortText: '!',
    insertTextMode: InsertTextMode.asIs,
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: {
      range: toRange(view, { start, end }),
      newText: snippets ? asSnippet(parts) : asText(parts),
    },
    additionalTextEdits: around.filter(({ range: { start: from, end: to } }) => {
      return from.line !== to.line || from.character !== to.character;
    }),
  };
}

/** True where nothing stands but a word, and the lines of dashes around it. */
function isBare(text: string): boolean {
  const [first = '', second = '---', third = '---', ...more] = text
    .split(/\r?\n/, 4)
    .map((line) => line.trim());
  const isWord = (line: string): boolean => /^[\w-]{0,20}$/.test(line);
  if (more.length > 0 || third !== '---') return false;
  return first === '---' ? isWord(second) : isWord(first) && text === first;
}

/** The fields of a short brief, each with its question where the answer belongs. */
function wholeBrief(): Insert {
  const parts: (string | Fill)[] = ['---\nstatus: draft\n'];
  let open: string | undefined;
  for (const field of ANSWERS.filter((one) => isInSize(one, 'short'))) {
    const [top, child] = keysOf(field.name);
    if (child !== undefined && open !== top) parts.push(`${top}:\n`);
    open = child === undefined ? undefined : top;
    parts.push(...fieldLines(field, child === undefined ? '' : '  '));
  }
  return [...parts, '---\n## Context\n\n', { fill: '' }, '\n\n## Check-ins\n'];
}

/** A question is no answer: lint says so of each that is left. */
function fieldLines({ name, type, ask }: Field, indent: string): Insert {
  const [top, child] = keysOf(name);
  const key = indent + (child ?? top);
  const place = { fill: scalarSource(ask) };
  if (type === 'list') return [`${key}:\n${indent}  - `, place, '\n'];
  if (type === 'milestones') {
    return [`${key}:\n${indent}  - date: `, place, `\n${indent}    what: `, { fill: '' }, '\n'];
  }
  return [`${key}: `, place, '\n'];
}
