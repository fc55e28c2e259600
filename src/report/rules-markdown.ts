/** The rules as markdown: the pages under `docs/rules/`, and `delegate rules --markdown`. */
import type { Rule } from '../rules/rule.ts';
import { FAMILIES } from '../rules/rule.ts';
import { configured, disabling, familyTitle } from './rules.ts';

function block(language: string, text: string): string {
  // Trailing blanks would be invisible where they are the point.
  const shown = text.endsWith(' ') ? `${text.trimEnd()}␠␠` : text.trimEnd();
  return `\`\`\`${language}\n${shown}\n\`\`\``;
}

/**
 * The page of one rule.
 *
 * @param says What is printed for the bad example, as it is printed.
 * @param measured How often it is right, in words.
 */
export function rulePage(rule: Rule, says = '', measured = ''): string {
  const { id, family, level, summary, why, source, bad, good, options = {}, requires } = rule;
  const language = (text: string): string => (text.startsWith('---') ? 'markdown' : 'yaml');
  const parts = [
    `# \`${id}\``,
    `${summary}.`,
    `- Family: ${family}\n- Level: ${level}${level === 'off' ? ' (switch it on in the configuration)' : ''}` +
      (requires === 'others' ? '\n- Looks at all briefs of the folder' : '') +
      (requires === 'today' ? "\n- Depends on today's date" : '') +
      (measured === '' ? '' : `\n- Measured: ${measured}`),
    `## Why`,
    source === undefined ? why : `${why}\n\nSource: ${source}.`,
    `## Bad`,
    block(language(bad), bad),
    ...(says === '' ? [] : ['It says:', block('text', says)]),
    `## Good`,
    block(language(good), good),
  ];
  const entries = Object.entries(options);
  if (entries.length > 0) {
    const rows = entries.map(
      ([name, option]) => `| \`${name}\` | ${String(option.default)} | ${option.means} |`,
    );
    parts.push('## Options', `| option | default | |\n| --- | --- | --- |\n${rows.join('\n')}`);
  }
  parts.push(
    '## Change it',
    `For all briefs, in \`.delegate.yaml\`:\n\n${block('yaml', configured(rule).join('\n'))}`,
  );
  const comment = disabling(rule);
  if (comment !== '') parts.push(`For one brief, in its body:\n\n${block('html', comment)}`);
  return `${parts.join('\n\n')}\n`;
}

/** The list of all rules, each with a link made by `linkOf`. */
export function rulesIndex(rules: readonly Rule[], linkOf: (id: string) => string): string {
  const parts = [
    '# The rules of `delegate lint`',
    'An error is what makes a brief fail whoever has to do the work. Wording never fails a build by itself: it warns or informs. What depends on the date of today is off. `delegate rules ID` prints one of these pages.',
  ];
  for (const family of FAMILIES) {
    const rows = rules
      .filter((rule) => rule.family === family)
      .map(({ id, level, summary }) => `| [\`${id}\`](${linkOf(id)}) | ${level} | ${summary} |`);
    parts.push(
      `## ${familyTitle(family)}`,
      `| rule | level | finds |\n| --- | --- | --- |\n${rows.join('\n')}`,
    );
  }
  return `${parts.join('\n\n')}\n`;
}
