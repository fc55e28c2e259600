/**
 * Makes the pages and files that come from code; with --check it only says which are stale, and ends
 * with status 1 when one is. `npm run pages`, `npm run pages:check`.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchema } from '../src/brief/schema.ts';
import { configSchema } from '../src/config/schema.ts';
import { readTemplate } from '../src/files/package.ts';
import { lineSchema } from '../src/report/lines/schema.ts';
import { RULES } from '../src/rules/index.ts';
import { agentsPage } from './agents-story.ts';
import { byHandPage } from './by-hand-page.ts';
import { commandPage } from './command-page.ts';
import { configurationPage } from './configuration-page.ts';
import { fieldPage } from './field-page.ts';
import { inboxPage } from './inbox-page.ts';
import { MAN_PAGES } from './man-page.ts';
import { readme } from './readme.ts';
import { storyPage } from './story.ts';
import { terminalPicture } from './terminal-picture.ts';
import { TEMPLATES, templatePage } from './template-page.ts';
import type { Pages } from './write-pages.ts';
import { writePages } from './write-pages.ts';

const README = join(import.meta.dirname, '../README.md');

const PAGES: Pages = {
  'schema/brief.schema.json': () => `${JSON.stringify(jsonSchema())}\n`,
  'schema/config.schema.json': () => `${JSON.stringify(configSchema(RULES))}\n`,
  'schema/line.schema.json': () => `${JSON.stringify(lineSchema())}\n`,
  'docs/by-hand.md': byHandPage,
  'docs/fields.md': fieldPage,
  'docs/commands.md': commandPage,
  'docs/configuration.md': configurationPage,
  'docs/inbox.md': inboxPage,
  ...Object.fromEntries(
    Object.entries(TEMPLATES).map(([name, template]) => [
      `templates/briefs/${name}.md`,
      () => templatePage(template),
    ]),
  ),
  ...MAN_PAGES,
  'docs/pictures/terminal-light.svg': () => terminalPicture('light'),
  'docs/pictures/terminal-dark.svg': () => terminalPicture('dark'),
  // Where programs that install skills look in a repository.
  'skills/delegate/SKILL.md': () => readTemplate('agents/SKILL.md'),
  'docs/agents.md': agentsPage,
  'docs/one-delegation.md': storyPage,
  'README.md': () => readme(readFileSync(README, 'utf8')),
};

/** The manual pages of commands that there are no more. */
const MAN = join(import.meta.dirname, '../man');
const left = (existsSync(MAN) ? readdirSync(MAN) : [])
  .map((name) => `man/${name}`)
  .filter((path) => !(path in PAGES));

await writePages(PAGES, 'npm run pages', left);
