/** How the story of a brief stands on a page: days on the left, events beside or below them. */
import { printable, withoutCommands } from '../printable.ts';
import type { Paint, RenderOptions } from './paint.ts';
import { wrap } from './width.ts';

export interface Page {
  readonly paint: Paint;
  readonly columns: number;
  /** Columns left of an event's words. */
  readonly margin: number;
}

export type Style = (text: string) => string;

export const plain: Style = (text) => text;

const MIN_COLUMNS = 24;
/** On a narrower page a day stands above its events. */
const BESIDE_COLUMNS = 60;

export function pageOf({ paint, columns }: RenderOptions): Page {
  const margin = columns < BESIDE_COLUMNS ? 4 : 14;
  return { paint, columns: Math.max(MIN_COLUMNS, columns), margin };
}

/** A text in lines of the page's width, each safe to be shown. */
export function safeLines(text: string, columns: number, hanging = 0): string[] {
  return wrap(printable(text, true), columns, hanging);
}

/** An event's first words, beside its day, or below it on a narrow page. */
export function besideDay(day: string, words: string, page: Page, style: Style): string[] {
  const { margin, columns, paint } = page;
  const lines = safeLines(words, columns - margin).map(style);
  const pad = ' '.repeat(margin);
  if (columns < BESIDE_COLUMNS) {
    const head = day === '' ? [] : [paint.dim(`  ${day}`)];
    return [...head, ...lines.map((line) => pad + line)];
  }
  return lines.map((line, index) => {
    return index === 0 ? `  ${paint.dim(day.padEnd(margin - 2))}${line}` : pad + line;
  });
}

/** More of an event, below its first words. */
export function below(words: string, page: Page, style: Style, hanging = 0): string[] {
  const lines = safeLines(words, page.columns - page.margin, hanging);
  const pad = ' '.repeat(page.margin);
  return lines.map((line, index) => pad + (index === 0 ? '' : ' '.repeat(hanging)) + style(line));
}

/** Words that carry their own colours: they are safe already, and are broken by the terminal. */
export function belowPainted(words: string, page: Page): string[] {
  return [' '.repeat(page.margin) + withoutCommands(words)];
}

/** What was, and what is instead, below each other. */
export function belowEachOther(before: string | null, after: string | null, page: Page): string[] {
  const { paint } = page;
  return [
    ...(before === null ? [] : below(`- ${before}`, page, (text) => paint.red(text), 2)),
    ...(after === null ? [] : below(`+ ${after}`, page, (text) => paint.green(text), 2)),
  ];
}
