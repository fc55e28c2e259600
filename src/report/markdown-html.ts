/**
 * Markdown of a stranger as HTML that is safe by construction: HTML in it is text, an image is a link
 * to it, and a link goes to a page or an address or is text.
 */
import MarkdownIt from 'markdown-it';
import { printable } from '../printable.ts';
import type { Html } from './html.ts';

/** @param level The level of its highest headings, 1 to 6; the others follow. */
export function markdownHtml(markdown: string, level: number): Html {
  const parser = PARSERS.get(level) ?? newParser(level);
  PARSERS.set(level, parser);
  return { html: parser.render(printable(markdown)) };
}

/** One a level: to make a parser takes longer than to read a page with it. */
const PARSERS = new Map<number, Parser>();

type Parser = InstanceType<typeof MarkdownIt>;

function newParser(level: number): Parser {
  const parser = new MarkdownIt({ html: false, linkify: false });
  parser.disable('image');
  parser.validateLink = (link) => /^(?:https?:\/\/|mailto:)/i.test(link);
  parser.core.ruler.push('levels', ({ tokens }) => {
    const headings = tokens.filter(({ type }) => type.startsWith('heading_'));
    const highest = headings.reduce((least, { tag }) => Math.min(least, levelOf(tag)), 6);
    for (const heading of headings) {
      heading.tag = `h${Math.min(6, levelOf(heading.tag) - highest + level)}`;
    }
  });
  return parser;
}

/** The 2 of `h2`. */
function levelOf(tag: string): number {
  return Number(tag.slice(1));
}
