import type { Command } from 'commander';
import { isWanted } from '../agreement/state-filter.ts';
import { briefState } from '../agreement/state.ts';
import { readBrief } from '../brief/read.ts';
import { parsePerson } from '../brief/people.ts';
import { listBriefs } from '../files/list.ts';
import { loadFile } from '../files/load.ts';
import type { Workspace } from '../files/workspace.ts';
import { lastCommitTime } from '../git/last-commit.ts';
import { literalFolders } from '../history/brief-rows.ts';
import type { Host, Result } from '../host.ts';
import { openWorkspace } from '../lint/workspace.ts';
import { printable } from '../printable.ts';
import type { CalendarEntry, DatedBrief } from '../report/calendar-entries.ts';
import { calendarEntries, lastRecordedDay } from '../report/calendar-entries.ts';
import type { Execute } from './command.ts';
import { excludes } from './options.ts';
import { whoseFilter } from './whose.ts';
import { shellQuote } from '../git/shell.ts';

interface CalendarOptions {
  readonly for?: string;
  readonly mine?: true;
}

/** `delegate calendar`: check-ins, milestones and due dates as an iCalendar file. */
export function declare(command: Command, execute: Execute): void {
  command
    .option('--mine', 'only those in which you are delegator or delegate, by your git identity')
    .option('--for <who>', 'only those of this person: a name, an address, or a part of one')
    .addHelpText(
      'after',
      `
Prints an iCalendar file: import it, or let CI publish it and have your calendar program subscribe to its
address, so that dates that move move there too (docs/ci.md has a workflow). All entries take the whole
day. Check-ins run from the agreement to the due date; those of a paused brief are left out and its other
dates are tentative, as are those of a proposed one. Drafts and closed briefs have no entries.

Examples:
  delegate calendar > briefs.ics
  delegate calendar --mine > mine.ics
  delegate calendar --for bor@example.com > bor.ics`,
    )
    .action((options: CalendarOptions) => execute((host) => run(host, options)))
    .hook('preAction', excludes('--mine', ['--for']));
}

async function run(host: Host, options: CalendarOptions): Promise<Result> {
  const workspace = await openWorkspace(host);
  const { briefs, unreadable } = await readBriefs(workspace);
  // Nothing here depends on the day, so any will do.
  const states = briefs.map(({ path, brief }) => briefState(path, brief, { today: '2000-01-01' }));
  const { mine, for: person } = options;
  const filter = await whoseFilter(workspace, states, { mine, person, flag: '--for' });
  const wanted = briefs.filter((_, at) => isWanted(states[at] as (typeof states)[number], filter));
  const entries = calendarEntries(wanted);
  const { calendarText } = await import('../report/calendar.ts');
  const who = filter.self === undefined ? person : parsePerson(filter.self).name;
  const name = who === undefined ? 'Briefs' : `Briefs of ${who}`;
  const out = calendarText(entries, { name, stamp: await stampOf(workspace, briefs) });
  const lines = [
    ...unreadable.map(
      (path) => `${path} cannot be read and is left out: delegate lint ${shellQuote(path)}`,
    ),
    ...(host.terminal ? [] : [countLine(entries, who)]),
  ];
  return { out, err: lines.map((line) => `${printable(line, true)}\n`).join('') };
}

async function readBriefs(
  workspace: Workspace,
): Promise<{ briefs: readonly DatedBrief[]; unreadable: readonly string[] }> {
  const briefs: DatedBrief[] = [];
  const unreadable: string[] = [];
  for (const path of await listBriefs(workspace)) {
    const loaded = loadFile(workspace, path);
    const brief = 'text' in loaded ? readBrief(loaded.text) : undefined;
    if (brief?.readable) briefs.push({ path, brief });
    else unreadable.push(path);
  }
  return { briefs, unreadable };
}

/**
 * As of when the calendar is: the last commit of a brief, or without git the last day of a record, so
 * that the same briefs make the same file.
 */
async function stampOf(
  { repository, config }: Workspace,
  briefs: readonly DatedBrief[],
): Promise<Date> {
  const time = repository && (await lastCommitTime(repository, literalFolders(config.folder)));
  return time ?? new Date(lastRecordedDay(briefs) ?? 0);
}

/** How much was printed, or why there is nothing. */
function countLine(entries: readonly CalendarEntry[], who: string | undefined): string {
  if (entries.length === 0) {
    const whose = who === undefined ? 'brief' : `brief of ${who}`;
    return `No entry: no ${whose} that is proposed, accepted or paused has a date.`;
  }
  const briefs = new Set(entries.map(({ path }) => path)).size;
  const count = (number: number, one: string, many: string) =>
    `${number} ${number === 1 ? one : many}`;
  return `${count(entries.length, 'entry', 'entries')} of ${count(briefs, 'brief', 'briefs')}.`;
}
