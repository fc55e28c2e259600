/** The options of `delegate report`, and what they ask for. */
import type { Command } from 'commander';
import { dateInWords } from '../../brief/dates/date-words.ts';
import { addDays, localDate } from '../../brief/dates/calendar.ts';
import { parseDate } from '../../brief/dates/parse-date.ts';
import { field } from '../../brief/fields.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import type { ReportQuery, Since } from '../../lifecycle/report.ts';
import type { Report } from '../../report/report-input.ts';
import { parseInstant } from '../log/instant.ts';
import type { MoveOptions } from '../move-options.ts';
import { AUTHOR, FIELD, FIRST_PARENT, STANDING, WITH_CONTEXT } from '../move-options.ts';
import { NO_CACHE } from '../cache-option.ts';
import type { FormatOptions } from '../options.ts';
import { JSON_FORMAT, TODAY, choicesOf, excludes, formatOption, todayOf } from '../options.ts';

/** How a report can be told. */
export const REPORT_FORMATS = {
  html: async () => (await import('../../report/page/page.tsx')).reportPage,
  markdown: async () => (await import('../../report/report-markdown.ts')).reportMarkdown,
  json: async () => (await import('../../report/report-json.ts')).reportJson,
  jsonl: async () => (await import('../../report/lines/write.ts')).reportLines,
};

export interface ReportOptions extends MoveOptions, FormatOptions<keyof typeof REPORT_FORMATS> {
  readonly since?: string;
  readonly until?: string;
  readonly out?: string;
  readonly open?: true;
  readonly repo?: readonly string[];
  readonly from?: readonly string[];
  readonly status?: readonly string[];
  readonly mine?: true;
  readonly person?: string;
  readonly today?: string;
  readonly cache: boolean;
}

const STATUSES = (field('status').choices ?? []).map(({ value }) => value);

/** Adds the arguments, the options and the help of `delegate report`. */
export function declareOptions(command: Command): Command {
  return command
    .argument('[brief...]', 'only these: an id, a unique start of one, a path or a file name')
    .option(
      '--since <when>',
      'a date or a revision: what moved since then is news, what is older is told in numbers; without it the news are those of a week, and everything is told',
    )
    .option('--out <file>', 'write it there instead of to standard output')
    .option('--open', 'show the page in your browser')
    .option(...formatOption(REPORT_FORMATS))
    .option(...JSON_FORMAT)
    .option('--repo <path...>', 'tell of these repositories, each under its name')
    .option(
      '--from <file...>',
      'tell of what --format jsonl has kept in these files; - is standard input',
    )
    .option(
      '--status <status>',
      `only briefs that are: ${STATUSES.join(', ')}`,
      choicesOf('--status', STATUSES),
    )
    .option('--mine', 'only briefs in which you are delegator or delegate, by your git identity')
    .option('--person <who>', 'only briefs of this person: a name, an address, or a part of one')
    .option('--until <date>', 'only moves until then')
    .option(...AUTHOR)
    .option(...FIELD)
    .option(...STANDING)
    .option(...WITH_CONTEXT)
    .option(...FIRST_PARENT)
    .option(...TODAY)
    .option(...NO_CACHE)
    .hook('preAction', excludes('--repo', ['brief']))
    .hook('preAction', excludes('--from', ['brief', '--repo', '--mine', '--first-parent']))
    .hook('preAction', excludes('--mine', ['--person']))
    .addHelpText(
      'after',
      `
One HTML file that needs nothing else: no script, nothing from the network. It tells what moved and whether
it was agreed, what waits for whom, which dates slip, how each brief went, and at the end what was learnt
from those that are closed. It rates nobody. --format markdown is its summary, for the page of a CI run;
--format jsonl keeps all of it as lines, from which --from makes the page of many repositories.

Examples:
  delegate report --open
  delegate report --since "1 week ago" --out report.html
  delegate report --since v1.2 --format markdown
  delegate report --repo ~/work/platform ~/work/hiring --out monday.html
  delegate report --format jsonl --out platform.jsonl
  delegate report --from platform.jsonl hiring.jsonl --open`,
    );
}

/** What is asked of each repository, but for which briefs. */
export type AskedMoves = Pick<
  ReportQuery,
  'today' | 'since' | 'moves' | 'withContext' | 'firstParent' | 'names'
>;

/** What the options ask for. */
export function queryOf(host: Host, names: readonly string[], options: ReportOptions): AskedMoves {
  const today = todayOf(options, host);
  const { until, author, field: fields, standing } = options;
  const now = nowOf(host, options);
  return {
    today,
    since: sinceOf(options, now, today),
    names,
    moves: {
      ...(until === undefined ? {} : { until: parseInstant('--until', until, now, 'end') }),
      authors: author,
      fields,
      standings: standing,
    },
    withContext: options.all === true,
    firstParent: options.firstParent === true,
  };
}

/** Now, or the noon of the day that `--today` says. */
function nowOf(host: Host, { today }: ReportOptions): Date {
  return today === undefined ? host.now() : new Date(`${today}T12:00:00`);
}

/** A date where it is one, else the revision that it may be. */
function sinceOf({ since }: ReportOptions, now: Date, today: string): Since {
  if (since === undefined) return { instant: startOf(addDays(today, -WEEK)) };
  const instant = instantOf(since, now);
  return instant === undefined ? { revision: since } : { instant };
}

const WEEK = 7;

function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00`);
}

function instantOf(text: string, now: Date): number | undefined {
  try {
    return parseInstant('--since', text, now, 'start');
  } catch (error) {
    // A day that is still to come is one, and no revision.
    const isDay = parseDate(text, localDate(now)) !== undefined;
    if (error instanceof Failure && !isDay) return undefined;
    throw error;
  }
}

/** Since when, in words and as a command takes it. */
export function sinceWords({ since: text }: ReportOptions, since: Since): Report['since'] {
  if ('revision' in since) {
    return { words: since.revision, argument: since.revision, day: undefined };
  }
  const day = localDate(new Date(since.instant));
  return { words: dateInWords(day), argument: text ?? day, day };
}

/** Which briefs and moves are told, in words; undefined for all. */
export function onlyWords(names: readonly string[], options: ReportOptions): string | undefined {
  const { status, mine, person, until, author, field: fields, standing } = options;
  const parts = [
    names.length > 0 ? names.join(', ') : '',
    status === undefined ? '' : `briefs that are ${status.join(' or ')}`,
    mine ? 'briefs of the person who made it' : '',
    person === undefined ? '' : `briefs of ${person}`,
    until === undefined ? '' : `moves until ${until}`,
    author.length > 0 ? `moves by ${author.join(' or ')}` : '',
    fields.length > 0 ? `moves of ${fields.join(' or ')}` : '',
    standing.length > 0 ? `moves that are ${standing.join(' or ')}` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join('; ');
}

/** Which briefs are told, by where they stand; undefined for all. */
export function statesOf(options: ReportOptions): ReportQuery['states'] {
  const { status: statuses, mine, person } = options;
  if (statuses === undefined && mine === undefined && person === undefined) return undefined;
  return ({ self, nameOf }) => {
    if (mine && self === undefined) {
      throw new Failure(
        'git does not know who you are, so --mine finds nobody',
        'Set user.name and user.email, or use --person NAME.',
      );
    }
    return { statuses, person, self: mine ? self : undefined, nameOf };
  };
}
