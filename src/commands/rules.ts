import type { Command } from 'commander';
import { nearest } from '../brief/nearest.ts';
import type { Config } from '../config/config.ts';
import { Failure } from '../failure.ts';
import { openWorkspace } from '../lint/workspace.ts';
import type { Host, Result } from '../host.ts';
import { printable } from '../printable.ts';
import { rulePage, rulesIndex } from '../report/rules-markdown.ts';
import type { ShownRule } from '../report/rules.ts';
import { ruleText, rulesJson, rulesTable } from '../report/rules.ts';
import type { Rule } from '../rules/index.ts';
import { RULES, ruleIds, ruleOf } from '../rules/index.ts';
import { paintFor } from './paint.ts';
import type { Execute } from './command.ts';
import { excludes } from './options.ts';

interface Options {
  readonly json?: boolean;
  readonly markdown?: boolean;
}

/** `delegate rules [id]`: what lint looks for and why, at the levels that count here. */
export function declare(command: Command, execute: Execute): void {
  command
    .argument('[id]', 'one rule: what it finds, why, a bad and a good example')
    .option('--json', 'as JSON, for programs')
    .option('--markdown', 'as markdown')
    .hook('preAction', excludes('--json', ['--markdown']))
    .addHelpText('after', '\nExamples:\n  delegate rules\n  delegate rules goalpost-moved')
    .action((id: string | undefined, options: Options) =>
      execute((host) => run(host, id, options)),
    );
}

async function run(host: Host, id: string | undefined, options: Options): Promise<Result> {
  const { config } = await openWorkspace(host);
  const look = { columns: host.columns, paint: paintFor(host, 'out') };
  if (id === undefined) {
    const shown = RULES.map((rule) => shownAs(rule, config));
    if (options.json) return { out: rulesJson(shown) };
    if (options.markdown) return { out: rulesIndex(RULES, (rule) => `${rule}.md`) };
    return { out: rulesTable(shown, look) };
  }
  const rule = ruleOf(id);
  if (rule === undefined) throw unknown(id);
  const shown = shownAs(rule, config);
  if (options.json) return { out: rulesJson([shown]) };
  return { out: options.markdown ? rulePage(rule) : ruleText(shown, look) };
}

function shownAs(rule: Rule, config: Config): ShownRule {
  return { rule, level: config.rules[rule.id]?.level ?? rule.level };
}

function unknown(id: string): Failure {
  const near = nearest(id, ruleIds) ?? ruleIds.find((known) => known.includes(id));
  const help = near === undefined ? '"delegate rules" lists them.' : `Did you mean "${near}"?`;
  return new Failure(`there is no rule "${printable(id.slice(0, 60), true)}"`, help);
}
