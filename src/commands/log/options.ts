import type { Command } from 'commander';
import { localDate } from '../../brief/dates/calendar.ts';
import { parseDate } from '../../brief/dates/parse-date.ts';
import { fieldOf, FIELDS } from '../../brief/fields.ts';
import { nearest } from '../../brief/nearest.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import type { Filters } from '../../history/filter.ts';
import type { Standing } from '../../history/types.ts';
import {
  JSON_FORMAT,
  choiceOf,
  choicesOf,
  collect,
  collectSeparated,
  excludes,
  formatOf as chosenFormat,
  formatOption,
} from '../options.ts';

/** The options of `delegate log`, as commander hands them out. */
export interface LogOptions {
  readonly range?: string;
  readonly since?: string;
  readonly until?: string;
  readonly author: readonly string[];
  readonly field: readonly string[];
  readonly standing: readonly Standing[];
  readonly all?: true;
  readonly firstParent?: true;
  readonly format?: LogFormat;
  readonly json?: true;
  readonly oneline?: true;
  readonly patch?: true;
  readonly failOn?: (typeof FAIL_ON)[number];
  readonly pager: boolean;
}

const FORMATS = { text: true, json: true, jsonl: true, markdown: true };
export type LogFormat = keyof typeof FORMATS;

const STANDINGS: readonly Standing[] = ['shaping', 'recorded', 'silent', 'undone'];
const FAIL_ON = ['silent', 'any'] as const;

/** Adds the arguments, the options and the help of `delegate log`. */
export function declareOptions(command: Command): Command {
  return command
    .argument('[brief...]', 'briefs by id, path or name, also deleted ones; or a range A..B')
    .option('--range <a..b>', 'only what commits of this range did')
    .option('--since <date>', 'only commits since then: 2026-04-01, or a time')
    .option('--until <date>', 'only commits until then')
    .option('--author <text>', 'only by authors whose name or email has this', collect, [])
    .option(
      '--field <name>',
      'only moves of this field: goal, scope, timeline.due …',
      collectFields,
      [],
    )
    .option(
      '--standing <name>',
      `only moves that are ${STANDINGS.join(', ')}`,
      choicesOf('--standing', STANDINGS),
      [],
    )
    .option('--all', 'moves of the context too (why, assumptions …)')
    .option('--first-parent', 'only the main line of merges')
    .option(...formatOption(FORMATS))
    .option(...JSON_FORMAT)
    .option('--oneline', 'one line a move')
    .option('--patch', 'whole values, with the words that changed marked')
    .option(
      '--fail-on <what>',
      'end with status 1 on silent moves, or on any',
      choiceOf('--fail-on', FAIL_ON),
    )
    .option('--no-pager', 'never through a pager')
    .hook('preAction', excludes('--oneline', ['--patch']))
    .addHelpText(
      'after',
      `
A move is shaping (before acceptance), recorded (agreed, with its reason), silent, or
undone (silent, and put back later).

Status: 0 fine; 1 a move that --fail-on names; 2 it could not be done.

Examples:
  delegate log
  delegate log halve-deployment-time --patch
  delegate log origin/main..HEAD --fail-on silent`,
    );
}

/** The format that is asked for; `--oneline` and `--patch` are ways of text. */
export function formatOf(options: LogOptions): LogFormat {
  const format = chosenFormat(options, 'text');
  const asText = options.oneline ? '--oneline' : options.patch ? '--patch' : undefined;
  if (asText !== undefined && format !== 'text') {
    throw new Failure(`${asText} is text, not ${format}`, 'Leave one of them out.');
  }
  return format;
}

/** The filters that the options ask for, but for the range. */
export function filtersOf(options: LogOptions, host: Host): Omit<Filters, 'uncommitted'> {
  const since =
    options.since === undefined ? {} : { since: instant('--since', options.since, host) };
  const until =
    options.until === undefined ? {} : { until: instant('--until', options.until, host, true) };
  return {
    ...since,
    ...until,
    authors: options.author,
    fields: options.field,
    standings: options.standing,
  };
}

function collectFields(names: string, before: readonly string[]): readonly string[] {
  return [...before, ...collectSeparated(names).map(fieldNamed)];
}

function fieldNamed(given: string): string {
  const isGroup = FIELDS.some(({ name }) => name.startsWith(`${given}.`));
  if (isGroup || fieldOf(given)) return given;
  const close = nearest(
    given,
    FIELDS.map(({ name }) => name),
  );
  throw new Failure(
    `--field does not know "${given}"`,
    close ? `Did you mean "${close}"?` : 'Give a dotted name, such as scope.in or timeline.due.',
  );
}

const TIME = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?$/;

/** A point in time; a day means its beginning, or its end, where the person is. */
function instant(flag: string, given: string, host: Host, end = false): number {
  const time = TIME.test(given) ? Date.parse(given) : Number.NaN;
  if (!Number.isNaN(time)) return time;
  const day = ago(given, host) ?? parseDate(given, localDate(host.now()));
  if (day === undefined) {
    throw new Failure(
      `${flag} does not understand "${given}"`,
      'Write a date as 2026-06-30, or "2 weeks ago".',
    );
  }
  return Date.parse(`${day}T${end ? '23:59:59.999' : '00:00:00.000'}`);
}

const UNITS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365 };

/** `2 weeks ago`, `yesterday`. */
function ago(given: string, host: Host): string | undefined {
  const words = given.trim().toLowerCase().split(/[ .]+/);
  const [count = '', unit = '', last] = words[0] === 'yesterday' ? ['1', 'day', 'ago'] : words;
  const days = UNITS[unit.replace(/s$/, '')];
  if (last !== 'ago' || days === undefined || !/^\d{1,4}$/.test(count)) return undefined;
  return localDate(new Date(host.now().getTime() - Number(count) * days * 86_400_000));
}
