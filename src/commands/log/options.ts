import type { Command } from 'commander';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import type { Filters } from '../../history/filter.ts';
import type { LogFormatName } from '../../report/log-formats.ts';
import { LOG_FORMATS } from '../../report/log-formats.ts';
import type { MoveOptions } from '../move-options.ts';
import { AUTHOR, FIELD, FIRST_PARENT, STANDING, WITH_CONTEXT } from '../move-options.ts';
import { NO_CACHE } from '../cache-option.ts';
import {
  JSON_FORMAT,
  choiceOf,
  excludes,
  formatOf as chosenFormat,
  formatOption,
} from '../options.ts';
import { isGithub } from '../step-summary.ts';
import { parseInstant } from './instant.ts';

/** The options of `delegate log`, as commander hands them out. */
export interface LogOptions extends MoveOptions {
  readonly range?: string;
  readonly repo?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly format?: LogFormatName;
  readonly json?: true;
  readonly oneline?: true;
  readonly full?: true;
  readonly patch?: true;
  readonly failOn?: (typeof FAIL_ON)[number];
  readonly pager: boolean;
  readonly cache: boolean;
}

const FAIL_ON = ['silent', 'open', 'any'] as const;

/** Adds the arguments, the options and the help of `delegate log`. */
export function declareOptions(command: Command): Command {
  return command
    .argument('[brief...]', 'briefs by id, path or name, also deleted ones; or a range A..B')
    .option('--range <a..b>', 'only what commits of this range did')
    .option('--repo <path...>', 'tell of these repositories, each under its name')
    .option('--since <date>', 'only commits since then: 2026-04-01, or a time')
    .option('--until <date>', 'only commits until then')
    .option(...AUTHOR)
    .option(...FIELD)
    .option(...STANDING)
    .option(...WITH_CONTEXT)
    .option(...FIRST_PARENT)
    .option(...formatOption(LOG_FORMATS))
    .option(...JSON_FORMAT)
    .option('--full', 'the story of every brief, however many moved')
    .option('--oneline', 'one line a move')
    .option('--patch', 'whole values, with the words that changed marked')
    .option(
      '--fail-on <what>',
      'end with status 1 on moves that are silent; on these and the open and disputed; on any',
      choiceOf('--fail-on', FAIL_ON),
    )
    .option('--no-pager', 'never through a pager')
    .option(...NO_CACHE)
    .hook('preAction', excludes('--repo', ['brief', '--range']))
    .hook('preAction', excludes('--oneline', ['--patch']))
    .addHelpText(
      'after',
      `
A move is shaping (before acceptance), or afterwards: agreed (recorded with its reason, and both
have agreed), open (recorded, one has not agreed yet), disputed, silent (not recorded), or undone
(not agreed, and put back later). The context (--all) moves freely. The record in the file counts:
the message of a commit explains a move, and does not record it.

Status: 0 fine; 1 a move that --fail-on names; 2 it could not be done.

Examples:
  delegate log
  delegate log halve-deployment-time --patch
  delegate log origin/main..HEAD --fail-on silent
  delegate log --repo ~/work/platform ~/work/hiring --since "2 weeks ago"`,
    );
}

/** The format that is asked for; `--oneline` and `--patch` are ways of text. */
export function formatOf(options: LogOptions, host: Host): LogFormatName {
  const isStory = options.oneline !== true && options.patch !== true;
  const format = chosenFormat(options, isStory && isGithub(host) ? 'github' : 'text');
  const asText = options.oneline ? '--oneline' : options.patch ? '--patch' : undefined;
  if (asText !== undefined && format !== 'text') {
    throw new Failure(`${asText} is text, not ${format}`, 'Leave one of them out.');
  }
  return format;
}

/** The filters that the options ask for, but for the range. */
export function filtersOf(options: LogOptions, host: Host): Omit<Filters, 'uncommitted'> {
  const { since, until } = options;
  const now = host.now();
  return {
    ...(since === undefined ? {} : { since: parseInstant('--since', since, now, 'start') }),
    ...(until === undefined ? {} : { until: parseInstant('--until', until, now, 'end') }),
    authors: options.author,
    fields: options.field,
    standings: options.standing,
  };
}
