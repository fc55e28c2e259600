/** A letter as markdown, for an issue, a wiki or whatever makes a document of it. */
import { markdownLines } from '../brief/markdown.ts';
import type { Block, Letter, Section } from './letter-parts.ts';
import { NARRATIVE, writeTo } from './letter-parts.ts';
import { markdownText } from './escape.ts';
import { markdownParagraphs } from './markdown-text.ts';

/** The letter as markdown: what a brief says is text in it, and never markdown of its own. */
export function letterMarkdown({ title, lead, sections, narrative, answer }: Letter): string {
  const parts = [
    `# ${markdownText(title)}`,
    markdownParagraphs(lead.join('\n')),
    ...sections.map(sectionMarkdown),
    ...(narrative === '' ? [] : [`## ${NARRATIVE}\n\n${plainProse(narrative)}`]),
    ...(answer === undefined ? [] : [sectionMarkdown(answer)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function sectionMarkdown({ heading, blocks }: Section): string {
  return [`## ${markdownText(heading)}`, ...blocks.map(blockMarkdown)].join('\n\n');
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'text':
      return markdownParagraphs(block.text);
    case 'items':
      return block.items.map((item, at) => itemMarkdown(item, at, block.items.length)).join('\n');
    case 'words':
      return markdownParagraphs(block.text, '> ');
    case 'write-to':
      return markdownText(writeTo(block.name, block.address));
    case 'field': {
      const { label, ask, value } = block;
      return `### ${markdownText(label)}\n\n*${markdownText(ask)}*\n\n${blockMarkdown(value)}`;
    }
  }
}

function itemMarkdown(item: string, at: number, count: number): string {
  // One number too many shows an item that was cut in two.
  const mark = count > 1 ? `${at + 1}. ` : '- ';
  return mark + markdownParagraphs(item, ' '.repeat(mark.length)).trimStart();
}

const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)]) +(\S.*)$/;

/** The paragraphs, items and headings of a narrative; headings are bold, so that none passes for ours. */
function plainProse(markdown: string): string {
  const lines: string[] = [];
  for (const { text, isCode } of markdownLines(markdown, 0)) {
    const heading = isCode ? null : /^ {0,3}#{1,6} +(\S.*)$/.exec(text);
    const item = isCode ? null : ITEM.exec(text);
    if (heading !== null) lines.push('', `**${markdownText((heading[1] as string).trim())}**`, '');
    else if (item !== null) lines.push(`- ${markdownParagraphs(item[1] as string)}`);
    else lines.push(markdownParagraphs(text) + (isCode ? '  ' : ''));
  }
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
