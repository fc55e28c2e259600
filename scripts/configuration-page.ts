import type { ConfigKey } from '../src/config/keys.ts';
import { KEYS } from '../src/config/keys.ts';
import { RULES } from '../src/rules/index.ts';

const INTRODUCTION = `The configuration is \`.delegate.yaml\` at the root of the repository. All of it is optional: a key that is
left out counts as its default. \`delegate init\` writes one to begin with, and \`delegate schema config\`
prints its JSON Schema, for an editor that completes and checks it.

Every command reads it in full, and refuses what it does not know, with the place and what was probably
meant:

\`\`\`
delegate: .delegate.yaml:2:20: the rule approval-heavy has no option "mots"
Did you mean "most"?
\`\`\``;

const OPTIONS = `Some rules have options, which stand beside the level. Each is of the kind of its default. The page of a
rule ([all of them](rules/README.md)) says what it finds.`;

function section([name, key]: [string, ConfigKey<unknown>]): string {
  const parts = [
    `## \`${name}\``,
    key.description,
    `- Holds: ${key.holds}.\n- Default: ${defaultText(key.default)}.`,
    `\`\`\`yaml\n${key.example}\n\`\`\``,
  ];
  if (key.more !== undefined) parts.push(key.more);
  return parts.join('\n\n');
}

function defaultText(value: unknown): string {
  if (value === undefined) return 'none';
  if (typeof value === 'object' && value !== null) {
    const items = Object.values(value).map((item) => `\`${String(item)}\``);
    return items.length === 0 ? 'none' : items.join(', ');
  }
  return `\`${String(value)}\``;
}

/** The options of all rules, a row each. */
function optionRows(): string[] {
  return RULES.flatMap(({ id, options = {} }) =>
    Object.entries(options).map(([name, { default: usual, means }]) => {
      const other = typeof usual === 'number' ? usual + 1 : usual;
      const example = `\`${id}: {${name}: ${String(other)}}\``;
      return `| [\`${id}\`](rules/${id}.md) | \`${name}\` | ${String(usual)} | ${means} | ${example} |`;
    }),
  );
}

/** The reference page of the configuration. */
export function configurationPage(): string {
  const rows = ['| rule | option | default | | example |', '| --- | --- | --- | --- | --- |'];
  const parts = [
    '<!-- Made by scripts/configuration-page.ts from src/config/keys.ts and the rules. -->\n# The configuration',
    INTRODUCTION,
    ...Object.entries(KEYS).map(section),
    '## The options of rules',
    OPTIONS,
    [...rows, ...optionRows()].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}
