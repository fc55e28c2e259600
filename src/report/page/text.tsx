/** Small pieces of text that several parts of the page have. */
import type { ComponentChildren } from 'preact';
import { isDate } from '../../brief/dates/calendar.ts';
import { itemText } from '../../brief/value-text.ts';
import type { Item } from '../../history/types.ts';
import { wordChanges } from '../../history/word-diff.ts';
import { markdownHtml } from '../markdown-html.ts';
import { shortDate } from './axis.ts';
import type { PageBrief } from './page-brief.ts';
import { titleOf } from './page-brief.ts';

/** A title or a name within a line of ours: kept from turning the line around. */
export function Name({ text }: { readonly text: string }) {
  return RIGHT_TO_LEFT.test(text) ? <bdi>{text}</bdi> : text;
}

/** A link to where a brief is told in full. */
export function BriefLink({ brief, anchor }: PageBrief) {
  return (
    <a href={`#${anchor}`}>
      <Name text={titleOf(brief)} />
    </a>
  );
}

/** A part of the page under its heading. */
export function Part({ id, title, children }: PartProps) {
  return (
    <section id={id} aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`}>{title}</h2>
      {children}
    </section>
  );
}

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly children?: ComponentChildren;
}

/** What is told of one of several repositories, under its name. */
export function Grouped({ name, children }: GroupedProps) {
  if (name === undefined) return <>{children}</>;
  return (
    <div class="repository">
      <h3>
        <Name text={name} />
      </h3>
      {children}
    </div>
  );
}

interface GroupedProps {
  readonly name: string | undefined;
  readonly children?: ComponentChildren;
}

/** A list; where it is long, the rest is folded away, so that what comes after it is seen too. */
export function LongList<T>({ all, most, item, rest }: LongListProps<T>) {
  // A few more are not worth a click.
  const shown = all.length > most + 2 ? most : all.length;
  const left = all.slice(shown);
  const list = (some: readonly T[]) => (
    <ul class="plain">
      {some.map((one) => (
        <li>{item(one)}</li>
      ))}
    </ul>
  );
  return (
    <>
      {list(all.slice(0, shown))}
      {left.length > 0 && (
        <details class="more">
          <summary>{rest(left)}</summary>
          {list(left)}
        </details>
      )}
    </>
  );
}

interface LongListProps<T> {
  readonly all: readonly T[];
  /** So many are shown. */
  readonly most: number;
  /** What stands in one. */
  readonly item: (one: T) => ComponentChildren;
  /** What is said of those that are folded away. */
  readonly rest: (left: readonly T[]) => string;
}

/** An item as people read it: a date in words. */
export function itemWords(item: Item): string {
  if (typeof item === 'string') return isDate(item) ? shortDate(item) : item;
  return itemText({ ...item, date: shortDate(item.date) });
}

/** What was and what is, with the words marked that changed. */
export function Changed({ before, after, isWhole = false }: ChangedProps) {
  if (before === null || after === null || isWhole) {
    return (
      <>
        {before !== null && <del>{before}</del>}
        {before !== null && after !== null && ' '}
        {after !== null && <ins>{after}</ins>}
      </>
    );
  }
  return (
    <>
      {wordChanges(before, after).map(({ kind, text }) => {
        if (kind === 'same') return text;
        const words = text.trimEnd();
        const space = text.slice(words.length);
        return [kind === 'removed' ? <del>{words}</del> : <ins>{words}</ins>, space || ' '];
      })}
    </>
  );
}

interface ChangedProps {
  readonly before: string | null;
  readonly after: string | null;
  /** Not word by word: of two dates a word alone says nothing. */
  readonly isWhole?: boolean;
}

/** What an element with a stranger's text needs where it may run from right to left. */
export function direction(text: string): { readonly dir?: 'auto' } {
  return RIGHT_TO_LEFT.test(text) ? { dir: 'auto' } : {};
}

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|[\uD802\uD803\uD83A\uD83B]/;

/** Says dates of ours in a sentence as the rest of the page does. */
export function withShortDates(
  text: string,
  ...dates: readonly (string | null | undefined)[]
): string {
  return dates.reduce<string>((said, date) => {
    return date === null || date === undefined ? said : said.replaceAll(date, shortDate(date));
  }, text);
}

/** Markdown of a brief: safe by construction, see `markdown-html.ts`. The only HTML that is put in raw. */
export function Markdown({ text, level }: { readonly text: string; readonly level: number }) {
  return <div class="prose" dangerouslySetInnerHTML={{ __html: markdownHtml(text, level).html }} />;
}

/** `1 brief`, `3 briefs`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** What a note was before and after, a block each. */
export function BeforeAfter({ before, after }: BeforeAfterProps) {
  return (
    <>
      {before !== null && (
        <div>
          <del>{before}</del>
        </div>
      )}
      {after !== null && (
        <div>
          <ins>{after}</ins>
        </div>
      )}
    </>
  );
}

interface BeforeAfterProps {
  readonly before: string | null;
  readonly after: string | null;
}
