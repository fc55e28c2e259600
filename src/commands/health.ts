import type { Command } from 'commander';
import { listBriefs } from '../files/list.ts';
import type { Workspace } from '../files/workspace.ts';
import { openWorkspace } from '../lint/workspace.ts';
import { findBrief } from '../files/find.ts';
import type { Host, Result } from '../host.ts';
import { EXIT } from '../host.ts';
import { MODES } from '../history/health.ts';
import { briefsHealth } from '../lifecycle/health.ts';
import { healthJson, healthSummary, healthText } from '../report/health.ts';
import { printable } from '../printable.ts';
import { NO_CACHE, heedingCache } from './cache-option.ts';
import { renderOptions } from './paint.ts';
import { withProgress } from './progress.ts';
import type { Execute } from './command.ts';
import { asCandidates, knowing } from './known-words.ts';
import type { FormatOptions } from './options.ts';
import {
  JSON_FORMAT,
  TODAY,
  collectSeparated,
  formatOf,
  formatOption,
  oneOf,
  quoted,
  todayOf,
} from './options.ts';

const FAIL_ON = ['any', ...MODES] as const;
type FailOn = (typeof FAIL_ON)[number];

const FORMATS = { text: healthText, json: healthJson };

interface HealthOptions extends FormatOptions<keyof typeof FORMATS> {
  readonly failOn?: readonly FailOn[];
  readonly today?: string;
  readonly cache: boolean;
}

/** `delegate health [brief…]`: the five failure modes, each with its evidence. */
export function declare(command: Command, execute: Execute): void {
  command
    .argument('[brief...]', 'only these: an id, a unique start of one, a path or a file name')
    .option(...formatOption(FORMATS))
    .option(...JSON_FORMAT)
    .option('--fail-on <modes>', `end with status 1 on: ${FAIL_ON.join(', ')}`, parseFailOn)
    .option(...TODAY)
    .option(...NO_CACHE)
    .addHelpText(
      'after',
      `
It looks at accepted briefs, at what they record and at what git has of them. It speaks of the brief,
not of a person: each pattern comes with its evidence and one piece of advice. A hint never fails
"--fail-on any"; name its mode to be strict.

Examples:
  delegate health
  delegate health --fail-on moving-goalpost,just-do-it`,
    )
    .action((names: string[], options: HealthOptions) =>
      execute((host) => run(heedingCache(host, options), names, options)),
    );
}

async function run(host: Host, names: readonly string[], options: HealthOptions): Promise<Result> {
  const format = formatOf(options, 'text');
  const today = todayOf(options, host);
  const failOn = new Set(options.failOn);
  const workspace = await openWorkspace(host);
  const paths = await pathsOf(workspace, names);
  const report = await withProgress(host, 'Reading the history', () =>
    briefsHealth(workspace, paths, today),
  );
  const { briefs, shallow, unreadable } = report;
  const failed = briefs.some(({ concerns }) =>
    concerns.some(({ mode, certain }) => failOn.has(mode) || (certain && failOn.has('any'))),
  );
  const status = failed ? EXIT.findings : EXIT.ok;
  const out = FORMATS[format](report, renderOptions(host));
  if (format !== 'text') return { out, status };
  const cut = shallow ? 'This clone is shallow: what came before it is not known.\n' : '';
  const broken = unreadable.map(
    ({ path, problem }) => `${printable(`${path} cannot be read: ${problem}`, true)}\n`,
  );
  const err = `${out === '' ? '' : '\n'}${healthSummary(briefs)}\n${cut}${broken.join('')}`;
  return { out, err, status };
}

const parseFailOn = knowing(
  (words: string, before?: readonly string[]): readonly FailOn[] =>
    collectSeparated(words, before).map((word) =>
      oneOf(word, FAIL_ON, `--fail-on knows no ${quoted(word)}`),
    ),
  { words: () => asCandidates(FAIL_ON), separated: true },
);

async function pathsOf(workspace: Workspace, names: readonly string[]): Promise<readonly string[]> {
  if (names.length === 0) return listBriefs(workspace);
  const found: string[] = [];
  for (const name of names) {
    const { path } = await findBrief(workspace, name);
    if (!found.includes(path)) found.push(path);
  }
  return found;
}
