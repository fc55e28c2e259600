import type { Command } from 'commander';
import { nearest } from '../brief/nearest.ts';
import { Failure } from '../failure.ts';
import type { Host, Result } from '../host.ts';
import { openWorkspace } from '../lint/workspace.ts';
import type { RenderOptions } from '../report/paint.ts';
import { rulePage, rulesIndex } from '../report/rules-markdown.ts';
import type { ShownRule } from '../report/rules.ts';
import { ruleText, rulesJson, rulesTable } from '../report/rules.ts';
import { RULES, levelOf, ruleIds } from '../rules/index.ts';
import type { Execute } from './command.ts';
import { knowing } from './known-words.ts';
import type { FormatOptions } from './options.ts';
import { JSON_FORMAT, formatOf, formatOption, quoted } from './options.ts';
import { renderOptions } from './paint.ts';

const RULE_WORDS = RULES.map(({ id, summary }) => ({ value: id, about: summary }));

interface RulesFormat {
  readonly all: (rules: readonly ShownRule[], options: RenderOptions) => string;
  readonly one: (rule: ShownRule, options: RenderOptions) => string;
}

const FORMATS = {
  text: { all: rulesTable, one: ruleText },
  json: { all: rulesJson, one: (rule) => rulesJson([rule]) },
  markdown: {
    all: () => rulesIndex(RULES, (id) => `${id}.md`),
    one: ({ rule }) => rulePage(rule),
  },
} satisfies Record<string, RulesFormat>;

type RulesOptions = FormatOptions<keyof typeof FORMATS>;

/** `delegate rules [id]`: what lint looks for and why, at the levels that count here. */
export function declare(command: Command, execute: Execute): void {
  command
    .argument('[id]', 'one rule: what it finds, why, a bad and a good example', parseId)
    .option(...formatOption(FORMATS))
    .option(...JSON_FORMAT)
    .option('--markdown', 'the same as --format markdown')
    .addHelpText('after', '\nExamples:\n  delegate rules\n  delegate rules goalpost-moved')
    .action((id: string | undefined, options: RulesOptions) =>
      execute((host) => run(host, id, options)),
    );
}

/** Taken as it is: a name that is none is told once the configuration has been read. */
const parseId = knowing((id: string): string => id, { words: () => RULE_WORDS });

async function run(host: Host, id: string | undefined, options: RulesOptions): Promise<Result> {
  const format: RulesFormat = FORMATS[formatOf(options, 'text')];
  const { config } = await openWorkspace(host);
  const shown = RULES.map((rule) => ({ rule, level: levelOf(rule, config) }));
  if (id === undefined) return { out: format.all(shown, renderOptions(host)) };
  const one = shown.find(({ rule }) => rule.id === id);
  if (one === undefined) throw unknownRule(id);
  return { out: format.one(one, renderOptions(host)) };
}

function unknownRule(id: string): Failure {
  const near = nearest(id, ruleIds) ?? ruleIds.find((known) => known.includes(id));
  const help = near === undefined ? '"delegate rules" lists them.' : `Did you mean "${near}"?`;
  return new Failure(`there is no rule ${quoted(id)}`, help);
}
