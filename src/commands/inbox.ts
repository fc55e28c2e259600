import { isAbsolute, relative, sep } from 'node:path';
import type { Command } from 'commander';
import type { PersonItems } from '../agreement/inbox-people.ts';
import { groupByPerson, oldestFirst } from '../agreement/inbox-people.ts';
import { parsePerson } from '../brief/people.ts';
import { Failure } from '../failure.ts';
import { realFolder } from '../files/workspace.ts';
import { shellQuote } from '../git/shell.ts';
import type { Host, Result } from '../host.ts';
import { EXIT, calledAs } from '../host.ts';
import type { BriefItem, WorkspaceInbox } from '../lifecycle/inbox.ts';
import { howToSettle, namesakes } from '../lifecycle/people.ts';
import { readInbox } from '../lifecycle/inbox.ts';
import { movesOfItem } from '../lifecycle/inbox-moves.ts';
import { itemsOf, personNamed, selfOf } from '../lifecycle/inbox-person.ts';
import { printable } from '../printable.ts';
import { inboxMarkdown } from '../report/inbox-markdown.ts';
import type { Inbox, InboxEntry, PersonInbox } from '../report/inbox.ts';
import { inboxJson, inboxText } from '../report/inbox.ts';
import { NO_CACHE, heedingCache } from './cache-option.ts';
import type { Execute } from './command.ts';
import { noBriefsText } from './no-briefs.ts';
import type { FormatOptions } from './options.ts';
import {
  JSON_FORMAT,
  TODAY,
  choicesOf,
  excludes,
  formatOf,
  formatOption,
  todayOf,
} from './options.ts';
import { renderOptions } from './paint.ts';
import { openRepositories } from './repositories.ts';

const FORMATS = { text: inboxText, json: inboxJson, markdown: inboxMarkdown };
const FAIL_ON = ['overdue'] as const;

interface InboxOptions extends FormatOptions<keyof typeof FORMATS> {
  readonly all?: true;
  readonly cache: boolean;
  readonly failOn?: readonly (typeof FAIL_ON)[number][];
  readonly for?: string;
  readonly repo?: readonly string[];
  readonly today?: string;
}

/** `delegate inbox`: what waits for whom, each with the one command that answers it. */
export function declare(command: Command, execute: Execute): void {
  command
    .option('--for <who>', 'what waits for this person: a name, an address, or a part of one')
    .option('--all', 'what waits for everybody, by person')
    .option('--repo <path...>', 'look into these repositories')
    .option('--fail-on <what>', 'end with status 1 on: overdue', choicesOf('--fail-on', FAIL_ON))
    .option(...formatOption(FORMATS))
    .option(...JSON_FORMAT)
    .option(...TODAY)
    .option(...NO_CACHE)
    .hook('preAction', excludes('--all', ['--for']))
    .addHelpText(
      'after',
      `
What waits for you, the oldest first, each with the one command that answers it: to accept, to agree to,
check-ins, dates that have passed. docs/inbox.md says what can wait, and what ends it. You are who git
says, under every address that the mailmap or "people" in .delegate.yaml gives you.

Without --repo it also looks into the repositories of ~/.config/delegate/repositories, where there is such
a file: one path a line, # begins a comment.

Examples:
  delegate inbox
  delegate inbox --for bor --format markdown
  delegate inbox --all --fail-on overdue
  delegate inbox --repo ~/work/platform ~/work/hiring`,
    )
    .action((options: InboxOptions) =>
      execute((host) => run(heedingCache(host, options), options)),
    );
}

const ALONE: InboxOptions = { cache: true };

/** What `delegate` alone prints where there are briefs; undefined where there are none. */
export async function inboxAlone(host: Host): Promise<Result | undefined> {
  const help = `"${calledAs(host)} --help" lists the commands.\n\n`;
  try {
    const { inboxes, notes } = await readAll(host, ALONE);
    if ((inboxes[0]?.briefs ?? 0) === 0) return undefined;
    const { out = '', err = '' } = await resultOf(host, inboxes, notes, ALONE);
    return { out: help + (out === '' ? err : out), err: out === '' ? '' : err };
  } catch (error) {
    // Whoever called for nothing in particular is helped rather than refused.
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

async function run(host: Host, options: InboxOptions): Promise<Result> {
  const { inboxes, notes } = await readAll(host, options);
  return resultOf(host, inboxes, notes, options);
}

async function readAll(
  host: Host,
  options: InboxOptions,
): Promise<{ inboxes: readonly WorkspaceInbox[]; notes: readonly string[] }> {
  const today = todayOf(options, host);
  const { workspaces, notes } = await openRepositories(host, options.repo);
  const inboxes = await Promise.all(workspaces.map((workspace) => readInbox(workspace, today)));
  return { inboxes, notes };
}

async function resultOf(
  host: Host,
  inboxes: readonly WorkspaceInbox[],
  notes: readonly string[],
  options: InboxOptions,
): Promise<Result> {
  const format = formatOf(options, 'text');
  const [first] = inboxes as [WorkspaceInbox];
  if (format === 'text' && inboxes.every(({ briefs }) => briefs === 0)) {
    return { err: printable(linesOf([...notes, noBriefsText(first.workspace)])) };
  }
  const people = peopleOf(inboxes, options);
  const entries = async ({ person, items }: PersonItems<Found>): Promise<PersonInbox> => ({
    person,
    github: items.find(({ item }) => item.github !== undefined)?.item.github,
    items: await Promise.all(items.map((one) => entryOf(host, one, inboxes.length > 1, format))),
  });
  const inbox: Inbox = {
    today: todayOf(options, host),
    people: await Promise.all(people.map(entries)),
  };
  const isEmpty = inbox.people.every(({ items }) => items.length === 0);
  const isOverdue = inbox.people.some(({ items }) => items.some(({ overdue }) => overdue));
  const said = [...(isEmpty && format === 'text' ? [emptyText(people, options)] : []), ...notes];
  const err = printable(linesOf([...said, ...remarksOn(inboxes, options)]));
  const out = isEmpty && format === 'text' ? '' : FORMATS[format](inbox, renderOptions(host));
  const isFailed = options.failOn !== undefined && isOverdue;
  return { out, err, status: isFailed ? EXIT.findings : EXIT.ok };
}

/** Something that waits, with the repository that it is in. */
interface Found {
  readonly item: BriefItem;
  readonly inbox: WorkspaceInbox;
  readonly person: string | undefined;
  readonly since: string | undefined;
}

function peopleOf(
  inboxes: readonly WorkspaceInbox[],
  options: InboxOptions,
): readonly PersonItems<Found>[] {
  const found = (inbox: WorkspaceInbox, items: readonly BriefItem[]) =>
    items.map((item): Found => ({ item, inbox, person: item.person, since: item.since }));
  if (options.all) return groupByPerson(inboxes.flatMap((inbox) => found(inbox, inbox.items)));
  const person = options.for === undefined ? selfOf(inboxes) : personNamed(inboxes, options.for);
  const isSelf = options.for === undefined;
  const items = inboxes.flatMap((inbox) =>
    found(inbox, itemsOf(inbox, (isSelf ? inbox.self : undefined) ?? person)),
  );
  return [{ person, items: oldestFirst(items) }];
}

async function entryOf(
  host: Host,
  { item, inbox }: Found,
  areSeveral: boolean,
  format: keyof typeof FORMATS,
): Promise<InboxEntry> {
  const { root } = inbox.workspace;
  const here = realFolder(host.startedIn ?? host.cwd);
  const folder = !areSeveral && isWithin(here, root) ? '' : ` -C ${shellQuote(root)}`;
  const { refusal, ref } = item;
  const program = `${calledAs(host)}${folder}`;
  const moves = format === 'json' ? [] : await movesOfItem(inbox.workspace, item);
  return {
    ...item,
    answer: item.command,
    command: `${program} ${item.command} ${ref}`,
    refusal: refusal === undefined ? undefined : `${program} ${refusal} ${ref}`,
    moves,
    repository: areSeveral ? root : undefined,
  };
}

function isWithin(folder: string, root: string): boolean {
  const below = relative(root, folder);
  return !isAbsolute(below) && below.split(sep)[0] !== '..';
}

/** What is said where nothing waits. */
function emptyText(
  [only]: readonly PersonItems<Found>[],
  { all, for: named }: InboxOptions,
): string {
  if (all) return 'Nothing waits for anybody.';
  const name = only?.person === undefined ? '' : parsePerson(only.person).name;
  return named === undefined ? `Nothing waits for you, ${name}.` : `Nothing waits for ${name}.`;
}

/** What else the person should know. */
function remarksOn(inboxes: readonly WorkspaceInbox[], options: InboxOptions): readonly string[] {
  const unreadable = inboxes.flatMap((inbox) => inbox.unreadable);
  const remarks: string[] = [];
  if (unreadable.length > 0) {
    const what =
      unreadable.length === 1 ? `${unreadable[0]} cannot` : `${unreadable.length} briefs cannot`;
    remarks.push(`${what} be read, and may hold more: see "delegate lint".`);
  }
  if (options.all || options.for !== undefined) return remarks;
  const self = selfOf(inboxes);
  const others = namesakes(
    self,
    inboxes.flatMap(({ people }) => people),
  );
  for (const other of others) {
    const count = inboxes.flatMap((inbox) => itemsOf(inbox, other)).length;
    const waits =
      count === 0
        ? ''
        : ` ${count === 1 ? 'One thing waits' : `${count} things wait`} for them: delegate inbox --for ${shellQuote(parsePerson(other).email ?? other)}`;
    remarks.push(
      `git says you are ${self}; a brief names ${other}.${waits}`,
      ...howToSettle(self, other).split('\n'),
    );
  }
  if (others.length === 0 && inboxes.every((inbox) => !inbox.people.includes(inbox.self ?? self))) {
    remarks.push(
      `No brief names ${self}. Other addresses of yours go under "people" in .delegate.yaml.`,
    );
  }
  return remarks;
}

function linesOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
