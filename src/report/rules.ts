/** The rules told to people and to programs: a table of all, or one with its reason and examples. */
import type { Level } from '../config/settings.ts';
import type { Rule } from '../rules/rule.ts';
import { canBeDisabled, disableComment } from '../rules/disable.ts';
import { FAMILIES } from '../rules/rule.ts';
import type { Paint, RenderOptions } from './paint.ts';
import { padTo, wrap } from './width.ts';

/** A rule at the level that counts here. */
export interface ShownRule {
  readonly rule: Rule;
  readonly level: Level;
}

/** Heading of a family. */
export function familyTitle(family: string): string {
  return family.slice(0, 1).toUpperCase() + family.slice(1);
}

function colored(level: Level, text: string, paint: Paint): string {
  if (level === 'error') return paint.red(text);
  if (level === 'warning') return paint.yellow(text);
  return level === 'info' ? paint.cyan(text) : paint.dim(text);
}

/** All rules, by family: id, level, what it finds. */
export function rulesTable(rules: readonly ShownRule[], { columns, paint }: RenderOptions): string {
  const widest = Math.max(...rules.map(({ rule }) => rule.id.length));
  const isWide = columns >= widest + 9 + 30;
  const blocks = FAMILIES.map((family) => {
    const lines = [paint.bold(familyTitle(family))];
    for (const { rule, level } of rules.filter((shown) => shown.rule.family === family)) {
      const name = padTo(rule.id, isWide ? widest : 0);
      const shown = colored(level, isWide ? padTo(level, 7) : level, paint);
      if (isWide) {
        const indent = ' '.repeat(widest + 13);
        const [first = '', ...rest] = wrap(rule.summary, columns - indent.length);
        lines.push(`  ${name}  ${shown}  ${first}`, ...rest.map((line) => indent + line));
      } else {
        lines.push(`  ${name}  ${shown}`);
        for (const line of wrap(rule.summary, Math.max(20, columns - 4))) lines.push(`    ${line}`);
      }
    }
    return lines.join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

/** One rule: what it finds, why, examples, options, and how to turn it off. */
export function ruleText({ rule, level }: ShownRule, { columns, paint }: RenderOptions): string {
  const width = Math.min(columns, 100);
  const say = (text: string): string[] => wrap(text, width - 2).map((line) => `  ${line}`);
  const shown = level === rule.level ? level : `${level} here, ${rule.level} by default`;
  const lines = [
    ...wrap(`${rule.id} (${rule.family}, ${shown})`, width).map((line) => paint.bold(line)),
    '',
    ...say(`${rule.summary}.`),
    '',
    ...wrap('Why', width).map((line) => paint.bold(line)),
    ...say(rule.why),
    ...(rule.source === undefined
      ? []
      : say(`Source: ${rule.source}`).map((line) => paint.dim(line))),
    '',
    paint.bold('Bad'),
    ...example(rule.bad).map((line) => paint.red(line)),
    '',
    paint.bold('Good'),
    ...example(rule.good).map((line) => paint.green(line)),
  ];
  const options = Object.entries(rule.options ?? {});
  if (options.length > 0) lines.push('', paint.bold('Options'));
  for (const [name, option] of options) {
    lines.push(...say(`${name} (${String(option.default)}): ${option.means}.`));
  }
  lines.push('', paint.bold('Change it'), ...say('For all briefs, in .delegate.yaml:'));
  lines.push(...configured(rule).map((line) => `    ${line}`));
  if (canBeDisabled(rule.id)) {
    lines.push(...say('For one brief, in its body:'));
    lines.push(...wrap(disabling(rule), width - 4).map((line) => `    ${line}`));
  }
  return `${lines.join('\n')}\n`;
}

function example(text: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`.trimEnd());
}

/** The lines of a configuration that change a rule. */
export function configured({ id, level, options = {} }: Rule): string[] {
  const other = level === 'off' ? 'warning' : 'off';
  const [option] = Object.entries(options);
  if (option === undefined) return ['rules:', `  ${id}: ${other}`];
  const [name, { default: value }] = option;
  const changed = typeof value === 'number' ? value + 1 : value;
  return [
    'rules:',
    `  ${id}: {level: ${level === 'off' ? 'warning' : level}, ${name}: ${String(changed)}}`,
  ];
}

/** The comment that switches a rule off in one brief; undefined for one that cannot be. */
export function disabling({ id }: Rule): string {
  return canBeDisabled(id) ? disableComment(id, 'the reason') : '';
}

/** The rules for programs. `version` changes when the shape does. */
export function rulesJson(rules: readonly ShownRule[]): string {
  const shaped = rules.map(({ rule, level }) => {
    const { id, family, summary, why, source = null, bad, good, options = {} } = rule;
    return { id, family, level, default: rule.level, summary, why, source, bad, good, options };
  });
  return `${JSON.stringify({ version: 1, rules: shaped }, undefined, 2)}\n`;
}
