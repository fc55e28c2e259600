/**
 * Makes the pages of the rules from the table of rules: `npx tsx scripts/rules-docs.ts`. With --check
 * it only says which are stale, and ends with status 1 when one is.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rulePage, rulesIndex } from '../src/report/rules-markdown.ts';
import { printable } from '../src/printable.ts';
import { wrap } from '../src/report/width.ts';
import type { Rule } from '../src/rules/index.ts';
import { RULES } from '../src/rules/index.ts';
import { check, expand } from '../test/rules/example.ts';
import { realFigures } from './real-texts.ts';
import { writePages } from './write-pages.ts';

const FOLDER = 'docs/rules';
const MADE = '<!-- Made by scripts/rules-docs.ts from src/rules/. -->\n';

/** What a rule says of its bad example: its message and its help, found by running it. */
function saidOf(rule: Rule): string {
  const text = expand(rule.bad);
  const found = check(text, rule).find((finding) => finding.rule === rule.id);
  if (found === undefined) return '';
  const level = rule.level === 'off' ? 'warning' : found.level;
  return [`${level}[${rule.id}]: ${printable(found.message)}`, `help: ${printable(found.help)}`]
    .flatMap((line) => wrap(line, 90, 4).map((part, at) => (at === 0 ? part : `    ${part}`)))
    .join('\n');
}

const { sentences, rules: figures } = realFigures();

/** How often a rule was right on sentences that people have written for their work. */
function measuredOf({ id }: Rule): string {
  const { said, right, unread } = figures.get(id) ?? { said: 0, right: 0, unread: 0 };
  const read = said - unread;
  if (read === 0) return '';
  return `of ${sentences} sentences of public texts it warned of ${read}; ${right === read ? 'each author' : `in ${right} the author`} would accept it`;
}

const pages = {
  ...Object.fromEntries(
    RULES.map((rule) => [
      `${FOLDER}/${rule.id}.md`,
      () => MADE + rulePage(rule, saidOf(rule), measuredOf(rule)),
    ]),
  ),
  [`${FOLDER}/README.md`]: () => MADE + rulesIndex(RULES, (id) => `${id}.md`),
};
const files = readdirSync(join(import.meta.dirname, '..', FOLDER));
const left = files.map((name) => `${FOLDER}/${name}`).filter((path) => !(path in pages));

await writePages(pages, 'npx tsx scripts/rules-docs.ts', left);
