import type { Command } from 'commander';
import type { Config, Level } from '../../config/config.ts';
import { LEVELS } from '../../config/config.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import type { FormatName } from '../../report/findings-formats.ts';
import { FORMATS } from '../../report/findings-formats.ts';
import { ruleIds } from '../../rules/index.ts';
import { asCandidates, knowing } from '../known-words.ts';
import {
  JSON_FORMAT,
  excludes,
  formatOf as chosenFormat,
  formatOption,
  oneOf,
  quoted,
  requires,
} from '../options.ts';
import { isGithub } from '../step-summary.ts';

interface RuleLevel {
  readonly id: string;
  readonly level: Level;
}

const UPDATE = '--update-baseline';

/** The options of `delegate lint`, as commander hands them out. */
export interface LintOptions {
  readonly format?: FormatName;
  readonly json?: true;
  readonly rule?: readonly RuleLevel[];
  readonly maxWarnings?: number;
  readonly quiet?: true;
  readonly hints?: true;
  readonly stdin?: true;
  readonly stdinFilename?: string;
  readonly since?: string;
  readonly baseline?: string;
  readonly updateBaseline?: true;
  readonly fix?: true;
  readonly dryRun?: true;
  readonly today?: string;
  readonly watch?: true;
  readonly allowNone?: true;
}

/** Adds the arguments, the options and the help of `delegate lint`. */
export function declareOptions(command: Command): Command {
  return command
    .argument('[path...]', 'files, folders or patterns such as "briefs/**/q3-*.md"; all without')
    .option(...formatOption(FORMATS))
    .option(...JSON_FORMAT)
    .option('--rule <id=level>', `a rule at another level: ${LEVELS.join(', ')}`, collectLevel)
    .option(
      '--max-warnings <n>',
      'end with status 1 when there are more warnings than this',
      parseCount,
    )
    .option('--quiet', 'tell errors only')
    .option('--hints', 'show the hints too; in text they are only counted without it')
    .option('--stdin', 'check what comes on standard input')
    .option('--stdin-filename <file>', 'the file that standard input stands for')
    .option('--since <rev>', 'only briefs that changed since this revision of git')
    .option('--allow-none', 'a path or pattern need not mean any brief')
    .option('--baseline <file>', 'leave out the findings that this file has')
    .option('--update-baseline', 'write all findings to the baseline')
    .option('--fix', 'fix what can be fixed safely')
    .option('-n, --dry-run', 'with --fix: show what would be written, and write nothing')
    .option('--today <date>', 'the date for rules that depend on it, as 2026-06-30')
    .option('--watch', 'check again whenever a brief changes')
    .hook('preAction', excludes('--stdin', ['paths', '--fix', '--watch', '--since', UPDATE]))
    .hook('preAction', requires('--stdin-filename', '--stdin'))
    .hook('preAction', excludes('--watch', [UPDATE]))
    .hook('preAction', excludes('--quiet', ['--hints']))
    .hook('preAction', requires('--dry-run', '--fix'))
    .hook(
      'preAction',
      requires(UPDATE, '--baseline', `${UPDATE} needs a file`, 'Add --baseline FILE.'),
    )
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

/** The format that is asked for; under GitHub Actions its annotations are the default. */
export function formatOf(options: LintOptions, host: Host): FormatName {
  return chosenFormat(options, isGithub(host) ? 'github' : 'text');
}

function parseCount(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Failure(`--max-warnings is ${quoted(text)}`, 'Write a whole number, such as 0.');
}

/** Parses `--rule ID=LEVEL`. */
const collectLevel = knowing(parseLevel, {
  words: () => asCandidates(ruleIds),
  valuesOf: () => asCandidates(LEVELS),
});

function parseLevel(setting: string, before: readonly RuleLevel[] = []): readonly RuleLevel[] {
  const [name = '', word = ''] = setting.split('=', 2);
  const id = oneOf(name, ruleIds, `there is no rule ${quoted(name)}`, 'See "delegate rules".');
  const level = LEVELS.find((known) => known === word);
  if (level !== undefined) return [...before, { id, level }];
  throw new Failure(
    `--rule ${quoted(setting)} has no level that is known`,
    `Write --rule ${id}=LEVEL with one of: ${LEVELS.join(', ')}.`,
  );
}

/** The configuration with the levels of `--rule ID=LEVEL` put over it. */
export function configOf({ rule: wanted = [] }: LintOptions, config: Config): Config {
  if (wanted.length === 0) return config;
  const rules = { ...config.rules };
  for (const { id, level } of wanted) rules[id] = { options: rules[id]?.options ?? {}, level };
  return { ...config, rules };
}
