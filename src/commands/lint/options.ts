import type { Command } from 'commander';
import { localDate, isDate } from '../../brief/dates/calendar.ts';
import { nearest } from '../../brief/nearest.ts';
import type { Config, Level } from '../../config/config.ts';
import { LEVELS } from '../../config/config.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import type { FormatName } from '../../report/findings-formats.ts';
import { FORMATS } from '../../report/findings-formats.ts';
import { printable } from '../../printable.ts';
import { ruleIds } from '../../rules/index.ts';

/** The options of `delegate lint`, as commander hands them out. */
export interface LintOptions {
  readonly format?: string;
  readonly rule?: readonly string[];
  readonly maxWarnings?: string;
  readonly quiet?: true;
  readonly stdin?: true;
  readonly stdinFilename?: string;
  readonly since?: string;
  readonly baseline?: string;
  readonly updateBaseline?: true;
  readonly fix?: true;
  readonly today?: string;
  readonly watch?: true;
}

/** Adds the arguments, the options and the help of `delegate lint`. */
export function declareOptions(command: Command): Command {
  const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];
  return command
    .argument('[path...]', 'files, folders or patterns such as "briefs/**/q3-*.md"; all without')
    .option('--format <name>', `how to tell: ${Object.keys(FORMATS).join(', ')}`)
    .option('--rule <id=level>', 'a rule at another level: off, info, warning, error', collect)
    .option('--max-warnings <n>', 'end with status 1 when there are more warnings than this')
    .option('--quiet', 'tell errors only')
    .option('--stdin', 'check what comes on standard input')
    .option('--stdin-filename <file>', 'the file that standard input stands for')
    .option('--since <rev>', 'only briefs that changed since this revision of git')
    .option('--baseline <file>', 'leave out the findings that this file has')
    .option('--update-baseline', 'write all findings to the baseline')
    .option('--fix', 'fix what can be fixed safely')
    .option('--today <date>', 'the date for rules that depend on it, as 2026-06-30')
    .option('--watch', 'check again whenever a brief changes')
    .addHelpText(
      'after',
      `
Status: 0 no errors; 1 errors, or too many warnings; 2 it could not be done.

Examples:
  delegate lint
  delegate lint briefs/halve-deployment-time.md --fix
  delegate lint --since origin/main --format sarif > lint.sarif`,
    );
}

/** Refuses options that do not go together, before any work is done. */
export function checkOptions(options: LintOptions, paths: readonly string[]): void {
  const clash = (one: string, other: string): never => {
    throw new Failure(`${one} and ${other} do not go together`, 'Leave one of them out.');
  };
  if (options.stdin) {
    if (paths.length > 0) clash('--stdin', 'paths');
    for (const name of ['fix', 'watch', 'since', 'updateBaseline'] as const) {
      if (options[name])
        clash('--stdin', name === 'updateBaseline' ? '--update-baseline' : `--${name}`);
    }
  } else if (options.stdinFilename !== undefined) {
    throw new Failure('--stdin-filename needs --stdin', 'Add --stdin.');
  }
  if (options.watch && options.updateBaseline) clash('--watch', '--update-baseline');
  if (options.updateBaseline && options.baseline === undefined) {
    throw new Failure('--update-baseline needs a file', 'Add --baseline FILE.');
  }
}

/** The format that is asked for; under GitHub Actions its annotations are the default. */
export function formatOf(options: LintOptions, host: Host): FormatName {
  const { format } = options;
  if (format === undefined) return host.env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'text';
  if (Object.hasOwn(FORMATS, format)) return format as FormatName;
  throw unknown(`there is no format ${quoted(format)}`, format, Object.keys(FORMATS));
}

/** `--max-warnings` as a number. */
export function maxWarningsOf({ maxWarnings }: LintOptions): number {
  if (maxWarnings === undefined) return Infinity;
  if (/^\d{1,9}$/.test(maxWarnings)) return Number(maxWarnings);
  throw new Failure(`--max-warnings is ${quoted(maxWarnings)}`, 'Write a whole number, such as 0.');
}

/** Today: what `--today` says, else the clock. */
export function todayOf({ today }: LintOptions, host: Host): string {
  if (today === undefined) return localDate(host.now());
  if (isDate(today)) return today;
  throw new Failure(`--today is ${quoted(today)}`, 'Write the date as 2026-06-30.');
}

/** The configuration with the levels of `--rule ID=LEVEL` put over it. */
export function configOf({ rule: wanted = [] }: LintOptions, config: Config): Config {
  if (wanted.length === 0) return config;
  const rules = { ...config.rules };
  for (const setting of wanted) {
    const [id = '', level = ''] = setting.split('=', 2);
    if (!ruleIds.includes(id)) throw unknown(`there is no rule ${quoted(id)}`, id, ruleIds);
    if (!(LEVELS as readonly string[]).includes(level)) {
      const help = `Write --rule ${id}=LEVEL with one of: ${LEVELS.join(', ')}.`;
      throw new Failure(`--rule ${quoted(setting)} has no level that is known`, help);
    }
    rules[id] = { options: rules[id]?.options ?? {}, level: level as Level };
  }
  return { ...config, rules };
}

function quoted(text: string): string {
  return `"${printable(text.slice(0, 80), true)}"`;
}

function unknown(message: string, word: string, known: readonly string[]): Failure {
  const meant = nearest(word, known);
  if (meant !== undefined) return new Failure(message, `Did you mean ${meant}?`);
  const help = known.length > 12 ? 'See "delegate rules".' : `Write one of: ${known.join(', ')}.`;
  return new Failure(message, help);
}
