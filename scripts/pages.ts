/**
 * Makes the pages and files that come from code; with --check it only says which are stale, and ends
 * with status 1 when one is. `npm run pages`, `npm run pages:check`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { jsonSchema } from '../src/brief/schema.ts';
import { configSchema } from '../src/config/schema.ts';
import { RULES } from '../src/rules/index.ts';
import { commandPage } from './command-page.ts';
import { configurationPage } from './configuration-page.ts';
import { fieldPage } from './field-page.ts';
import { readme } from './readme.ts';
import { storyPage } from './story.ts';
import { TEMPLATES, templatePage } from './template-page.ts';

const ROOT = join(import.meta.dirname, '..');

/** The pages by path; a text or a function that makes it. */
const PAGES: Readonly<Record<string, () => string | Promise<string>>> = {
  'schema/brief.schema.json': () => `${JSON.stringify(jsonSchema(), null, 2)}\n`,
  'schema/config.schema.json': () => `${JSON.stringify(configSchema(RULES), null, 2)}\n`,
  'docs/fields.md': fieldPage,
  'docs/commands.md': commandPage,
  'docs/configuration.md': configurationPage,
  ...Object.fromEntries(
    Object.entries(TEMPLATES).map(([name, template]) => [
      `templates/briefs/${name}.md`,
      () => templatePage(template),
    ]),
  ),
  'docs/one-delegation.md': storyPage,
  'README.md': () => readme(readFileSync(join(ROOT, 'README.md'), 'utf8')),
};

const check = process.argv.includes('--check');
const stale: string[] = [];
for (const [path, make] of Object.entries(PAGES)) {
  const file = join(ROOT, path);
  const now = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const made = await make();
  if (made === now) continue;
  stale.push(path);
  if (check) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, made);
}
if (stale.length > 0) {
  console.log(
    check ? `stale, run "npm run pages": ${stale.join(', ')}` : `made ${stale.join(', ')}`,
  );
}
if (check && stale.length > 0) process.exitCode = 1;
