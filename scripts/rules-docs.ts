/**
 * Makes the pages of the rules from the table of rules: `npx tsx scripts/rules-docs.ts`. With --check
 * it only says which are stale, and ends with status 1 when one is.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulePage, rulesIndex } from '../src/report/rules-markdown.ts';
import { RULES } from '../src/rules/index.ts';

const FOLDER = join(import.meta.dirname, '../docs/rules');
const MADE = '<!-- Made by scripts/rules-docs.ts from src/rules/. -->\n';

const pages = new Map(RULES.map((rule) => [`${rule.id}.md`, rulePage(rule)]));
pages.set(
  'README.md',
  rulesIndex(RULES, (id) => `${id}.md`),
);

const check = process.argv.includes('--check');
mkdirSync(FOLDER, { recursive: true });
const stale: string[] = [];
for (const [name, page] of pages) {
  const file = join(FOLDER, name);
  const made = MADE + page;
  if (existsSync(file) && readFileSync(file, 'utf8') === made) continue;
  stale.push(name);
  if (!check) writeFileSync(file, made);
}
for (const name of readdirSync(FOLDER)) {
  if (pages.has(name)) continue;
  stale.push(name);
  if (!check) rmSync(join(FOLDER, name));
}
if (stale.length > 0) {
  const names = stale.map((name) => `docs/rules/${name}`).join(', ');
  console.log(check ? `stale, run "npx tsx scripts/rules-docs.ts": ${names}` : `made ${names}`);
}
if (check && stale.length > 0) process.exitCode = 1;
