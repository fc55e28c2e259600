/** What waits for whom, for people and for programs. */
import { field } from '../brief/fields.ts';
import { parsePerson } from '../brief/people.ts';
import { clip, itemText } from '../brief/value-text.ts';
import type { FieldChange } from '../history/types.ts';
import { printable } from '../printable.ts';
import { jsonText } from './escape.ts';
import type { RenderOptions } from './paint.ts';
import { wrap } from './width.ts';

/** Something that waits for somebody. */
export interface InboxEntry {
  readonly id: string | null;
  readonly title: string | null;
  readonly path: string;
  readonly kind: string;
  /** `YYYY-MM-DD`. */
  readonly since: string | undefined;
  readonly due?: string | undefined;
  readonly overdue: boolean;
  readonly text: string;
  /** The command that answers it, without the program and the brief: `amend --take-back disputed`. */
  readonly answer?: string;
  /** The whole command that answers it, to be typed as it is. */
  readonly command: string;
  /** The whole command that says no, where that is another. */
  readonly refusal?: string | undefined;
  /** From what to what the changes move that it is about. */
  readonly moves?: readonly FieldChange[];
  /** The repository, where several are told of. */
  readonly repository: string | undefined;
}

/** What waits for one person. */
export interface PersonInbox {
  /** As a brief names people; undefined for people whom no brief names. */
  readonly person: string | undefined;
  readonly github: string | undefined;
  readonly items: readonly InboxEntry[];
}

export interface Inbox {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly people: readonly PersonInbox[];
}

/** The inbox for people; every line made safe, commands in one piece. */
export function inboxText(inbox: Inbox, options: RenderOptions): string {
  const blocks = inbox.people.flatMap((one) => [
    wrap(printable(`${headline(one, inbox.people)}:`, true), options.columns)
      .map((line) => options.paint.bold(line))
      .join('\n'),
    ...one.items.map((item) => entryText(item, inbox.today, options)),
  ]);
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

function entryText(item: InboxEntry, today: string, { columns, paint }: RenderOptions): string {
  const title = printable(headingOf(item), true);
  const text = wrap(printable(sentenceOf(item, today), true), columns - 2);
  const style = item.overdue ? paint.yellow : (line: string) => line;
  const refusal = item.refusal === undefined ? [] : [item.refusal];
  return [
    ...wrap(title, columns).map((line) => paint.underline(line)),
    ...text.map((line) => `  ${style(line)}`),
    ...movesOf(item).flatMap((line) =>
      wrap(printable(line, true), columns - 4, 2).map(
        (part, row) => (row === 0 ? '    ' : '      ') + part,
      ),
    ),
    // What is to be copied is not broken.
    `  ${paint.cyan(printable(item.command, true))}`,
    ...refusal.map((command) => `  ${paint.dim('or')} ${paint.cyan(printable(command, true))}`),
  ].join('\n');
}

/** So many moves are told of one thing that waits; its command shows all. */
const MAX_MOVES = 3;

/** `Due: 2026-06-30 → 2026-05-31`, for each move of what waits. */
export function movesOf({ moves = [] }: InboxEntry): readonly string[] {
  const left = moves.length - MAX_MOVES;
  return [...moves.slice(0, MAX_MOVES).map(moveText), ...(left > 0 ? [`and ${left} more`] : [])];
}

function moveText({ field: name, before, after }: FieldChange): string {
  const { label } = field(name);
  const [from, to] = [before, after].map((item) =>
    item === null ? undefined : clip(itemText(item), 100),
  );
  if (from === undefined) return `${label}: + ${to ?? ''}`;
  return to === undefined ? `${label}: taken out: ${from}` : `${label}: ${from} → ${to}`;
}

/** `3 things wait for Ana Novak`; with the address where the name alone does not tell. */
export function headline(
  { person, items }: PersonInbox,
  people: readonly PersonInbox[] = [],
): string {
  const count = items.length === 1 ? 'One thing waits' : `${items.length} things wait`;
  return `${count} for ${personText(person, people)}`;
}

function personText(person: string | undefined, people: readonly PersonInbox[]): string {
  if (person === undefined) return 'people whom no brief names';
  const { name } = parsePerson(person);
  const isOne = people.every(
    (one) =>
      one.person === undefined || one.person === person || parsePerson(one.person).name !== name,
  );
  return isOne ? name : person;
}

/** The title of a brief, and where it is among several repositories. */
export function headingOf({ title, path, repository }: InboxEntry): string {
  const where = repository === undefined ? '' : ` (${repository.split(/[/\\]/).at(-1)})`;
  return (title ?? path) + where;
}

/** What waits, and since when where the words do not say so. */
export function sentenceOf({ text, since }: InboxEntry, today: string): string {
  const isSaid = since === undefined || since === today || text.includes(since);
  // The reason that somebody gave may be a sentence.
  return isSaid ? text : `${text.replace(/\.$/, '')} (since ${since})`;
}

/** The inbox for programs. `version` changes when the shape does. */
export function inboxJson({ people }: Inbox): string {
  const shown = people.map(({ person = null, github = null, items }) => ({
    person,
    github,
    items: items.map(({ id, path, title, kind, since = null, due = null, overdue, ...item }) => ({
      id,
      path,
      title,
      kind,
      since,
      due,
      overdue,
      text: item.text,
      answer: item.answer ?? null,
      command: item.command,
      refusal: item.refusal ?? null,
      ...(item.repository === undefined ? {} : { repository: item.repository }),
    })),
  }));
  return `${jsonText({ version: 1, people: shown }, 2)}\n`;
}
