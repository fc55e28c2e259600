/**
 * Makes the pages of the rules from the table of rules: `npx tsx scripts/rules-docs.ts`. With --check
 * it only says which are stale, and ends with status 1 when one is.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rulePage, rulesIndex } from '../src/report/rules-markdown.ts';
import { RULES } from '../src/rules/index.ts';
import { writePages } from './write-pages.ts';

const FOLDER = 'docs/rules';
const MADE = '<!-- Made by scripts/rules-docs.ts from src/rules/. -->\n';

const pages = {
  ...Object.fromEntries(
    RULES.map((rule) => [`${FOLDER}/${rule.id}.md`, () => MADE + rulePage(rule)]),
  ),
  [`${FOLDER}/README.md`]: () => MADE + rulesIndex(RULES, (id) => `${id}.md`),
};
const files = readdirSync(join(import.meta.dirname, '..', FOLDER));
const left = files.map((name) => `${FOLDER}/${name}`).filter((path) => !(path in pages));

await writePages(pages, 'npx tsx scripts/rules-docs.ts', left);
