/** A letter as plain text, to be pasted into a mail or a chat. */
import { printable, withoutCommands } from '../printable.ts';
import type { Block, Letter, Section } from './letter-parts.ts';
import { NARRATIVE, writeTo } from './letter-parts.ts';
import type { RenderOptions } from './paint.ts';
import { displayWidth, wrap } from './width.ts';

/** As wide as mail is written, so that it can be quoted. */
const MOST_COLUMNS = 72;

/** The letter as text; every line made safe and no longer than a line of mail. */
export function letterText(letter: Letter, { columns }: Pick<RenderOptions, 'columns'>): string {
  const width = Math.max(20, Math.min(columns, MOST_COLUMNS));
  const { sections, narrative, answer } = letter;
  const parts = [
    underlined(letter.title, '=', width),
    letter.lead.map((line) => paragraph(line, width)).join('\n'),
    ...sections.map((section) => sectionText(section, width)),
    ...(narrative === ''
      ? []
      : [`${underlined(NARRATIVE, '-', width)}\n\n${prose(narrative, width)}`]),
    ...(answer === undefined ? [] : [sectionText(answer, width)]),
  ];
  return withoutCommands(`${parts.join('\n\n')}\n`);
}

function underlined(heading: string, sign: string, width: number): string {
  const lines = wrap(printable(heading, true), width);
  const longest = lines.reduce((most, line) => Math.max(most, displayWidth(line)), 0);
  return [...lines, sign.repeat(longest)].join('\n');
}

function sectionText({ heading, blocks }: Section, width: number): string {
  const parts = blocks.map((block) => blockText(block, width).join('\n'));
  return [underlined(heading, '-', width), ...parts].join('\n\n');
}

function blockText(block: Block, width: number): string[] {
  switch (block.kind) {
    case 'text':
      return [paragraph(block.text, width)];
    case 'items':
      return itemLines(block.items, width);
    case 'words':
      return indented(`"${block.text}"`, '  ', width);
    case 'write-to':
      return [paragraph(writeTo(block.name, block.address), width)];
    case 'field': {
      const head = paragraph(`${block.label} (${block.ask})`, width);
      return [head, ...blockText(block.value, width - 2).flatMap((line) => indent(line, '  '))];
    }
  }
}

function itemLines(items: readonly string[], width: number): string[] {
  return items.flatMap((item, at) => {
    // One number too many shows an item that was cut in two.
    const mark = items.length > 1 ? `${at + 1}. ` : '- ';
    const [first = '', ...rest] = paragraph(item, width - mark.length).split('\n');
    return [mark + first, ...rest.map((line) => ' '.repeat(mark.length) + line)];
  });
}

function indented(text: string, by: string, width: number): string[] {
  return indent(paragraph(text, width - by.length), by);
}

function indent(text: string, by: string): string[] {
  return text.split('\n').map((line) => (by + line).trimEnd());
}

function paragraph(text: string, width: number): string {
  return wrap(printable(text.trim()), width).join('\n');
}

/** Markdown as it is, but for the width: an item's further lines stand under its first word. */
function prose(markdown: string, width: number): string {
  return printable(markdown)
    .split('\n')
    .flatMap((line) => {
      const lead = /^\s*(?:[-*+]|\d{1,3}[.)])? */.exec(line)?.[0].length ?? 0;
      const hanging = Math.min(lead, 12);
      return wrap(line, width, hanging).map((part, at) =>
        at === 0 ? part : ' '.repeat(hanging) + part,
      );
    })
    .join('\n');
}
