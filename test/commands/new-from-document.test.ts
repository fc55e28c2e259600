/** `delegate new --from` a markdown document that is not a brief yet. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { GOOD_BRIEF, runDelegate, tempRepo, write } from '../support/index.ts';
import type { Ran } from '../support/index.ts';
import { KEY, openTerminal } from '../support/terminal.ts';

const NEEDED = `delegate: Bor Kos
approach: shared
goal: From 40 to 20 minutes.
why: Hotfixes wait.
scope: The pipeline
quality: Success rate stays at 98 %
`;

const POST = `---
layout: post
title: Halve it
date: 2026-04-01 10:00:00
tags: [ops, ci]
${NEEDED}---

# How we deploy

--- and the narrative
`;

async function from(text: string): Promise<Ran & { repo: string }> {
  const repo = tempRepo();
  write(repo, 'post.md', text);
  return { repo, ...(await runDelegate(['new', '--from', 'post.md'], { cwd: repo })) };
}

function made(repo: string): { text: string; values: ReturnType<typeof readBrief>['values'] } {
  const text = readFileSync(join(repo, 'briefs/halve-it.md'), 'utf8');
  return { text, values: readBrief(text).values };
}

function nothingMade(repo: string): boolean {
  return !existsSync(join(repo, 'briefs')) || readdirSync(join(repo, 'briefs')).length === 0;
}

test("a blog's: what a brief has a field for is taken over, the rest is named", async () => {
  const { repo, status, err } = await from(POST);
  expect({ status, err }).toMatchObject({ status: 0 });
  expect(err).toContain(
    'Not taken over from post.md, since no brief has it: layout, date, tags.\n',
  );
  const { text, values } = made(repo);
  expect(values).toMatchObject({ title: 'Halve it', 'scope.in': ['The pipeline'] });
  expect(text).toContain('\n# How we deploy\n\n--- and the narrative\n');
  expect(text).not.toContain('layout');
});

test('the wizard names what it leaves out too, and asks for what is missing', async () => {
  const repo = tempRepo();
  write(repo, 'post.md', POST.replace('delegate: Bor Kos\n', ''));
  const terminal = openTerminal(['new', '--from', 'post.md'], { cwd: repo });
  await terminal.see('Not taken over from post.md, since no brief has it: layout, date, tags.');
  await terminal.see('How might the outcome be used?');
  terminal.type(KEY.ctrlC);
  expect(await terminal.status).toBe(130);
});

test('its own id, status and numbers of versions are not ours', async () => {
  const { repo, status, err } = await from(
    POST.replace('layout: post', 'id: 42\nstatus: accepted\nversion: 1.10'),
  );
  expect({ status, err }).toMatchObject({ status: 0 });
  expect(err).toContain('since no brief has it: version, date, tags.');
  expect(made(repo).values).toMatchObject({ status: 'draft' });
});

test.each([
  ['---yaml', NEEDED],
  ['--- yml', NEEDED],
  [
    '---json',
    '{"delegate": "Bor Kos", "approach": "shared", "goal": "g", "why": "w", "scope": "s", "quality": "q", "tags": []}\n',
  ],
])('%s is read, with Windows line ends too', async (open, keys) => {
  for (const end of ['\n', '\r\n']) {
    const titled = keys.startsWith('{') ? keys.replace('{', '{"title": "Halve it", ') : keys;
    const title = keys.startsWith('{') ? '' : 'title: Halve it\n';
    const text = `${open}\n${title}${titled}---\nBody\n`.replaceAll('\n', end);
    const { repo, status, err } = await from(text);
    expect({ status, err }).toMatchObject({ status: 0 });
    expect(made(repo).text).toContain('Body');
  }
});

test.each(['js', 'javascript', 'coffee', 'toml', '__proto__', 'constructor'])(
  '---%s is refused, and nothing of it is run',
  async (language) => {
    const trace = join(tempRepo(), 'trace');
    const code = `(require('fs').writeFileSync(${JSON.stringify(trace)}, ''), {title: 'x'})`;
    const { repo, status, err } = await from(`---${language}\n${code}\n---\n`);
    expect(status).toBe(2);
    expect(existsSync(trace)).toBe(false);
    expect(nothingMade(repo)).toBe(true);
    if (/^[a-z]+$/.test(language)) expect(err).toContain(`post.md:1:1: the frontmatter says`);
  },
);

test('more than 64 kB of frontmatter is refused at once', async () => {
  const { status, err } = await from(`---\ntags: x\n${'\n'.repeat(80_000)}---\n`);
  expect(status).toBe(2);
  expect(err).toContain('post.md has more than 64 kB of frontmatter');
});

test.each([
  ['gaol: x', 'post.md:2:1: "gaol" is not a field of a brief'],
  ['scope: {inn: [x]}', 'post.md:2:9: "inn" is not a field of scope'],
  ['timeline: soon', 'post.md:2:11: timeline.due'],
  ['tags: [', 'post.md:2:7: the list'],
])('a slip is refused at its place all the same: %s', async (line, message) => {
  const { repo, status, err } = await from(`---\n${line}\nlayout: post\n---\n`);
  expect({ status, err }).toMatchObject({ status: 2 });
  expect(err).toContain(message);
  expect(nothingMade(repo)).toBe(true);
});

test('a brief is read as a brief: a key that it has not is refused', async () => {
  const { status, err } = await from(GOOD_BRIEF.replace('title:', 'layout: post\ntitle:'));
  expect(status).toBe(2);
  expect(err).toContain('"layout" is not a field of a brief');
});
