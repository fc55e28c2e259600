/** The page on agents is made by a script that plays one (`npm run pages:check`): here is what it has to show. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PACKAGE } from '../support/index.ts';

const page = readFileSync(join(PACKAGE, 'docs/agents.md'), 'utf8');

/** What a command printed, each time that the page runs it. */
function printed(command: string): string[] {
  const blocks = page.match(/^```console\n[^]*?^```$/gm) ?? [];
  return blocks.filter((block) => block.startsWith(`\`\`\`console\n$ delegate ${command} `));
}

test('guard catches the criterion that moved, and nothing before it and after', () => {
  const [before, moved, after] = printed('guard');
  expect(before).toContain('Nothing to tell.');
  expect(moved).toMatch(/a criterion or term moved, and not both have agreed[^]*from 40 to 26/);
  expect(moved).toContain('docs/style.md was added outside the fence');
  expect(after).toContain('Nothing to tell.');
});

test('the agent accepts, proposes and claims; a person verifies and closes', () => {
  expect(printed('accept').join('')).toContain('Accepted ');
  expect(printed('amend').join('')).toContain('Nothing has moved.');
  const [refused, closed] = printed('close');
  expect(refused).toContain('an agent does not close a brief');
  expect(printed('verify').join('')).toContain('deploy-time passed on ');
  expect(closed).toContain('Shown by a check: deploy-time (passed on ');
});
