/** `delegate new --template`: the templates that ship, and a team's own. */
import { mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import type { Ran } from '../support/index.ts';
import { GOOD_BRIEF, runDelegate, tempFolder, tempRepo, write } from '../support/index.ts';

const OWN = `---
# How we hand over a migration.
id: <id>
title: <title>
status: draft
delegator: <who hands it over>
delegate: <who takes it>
approach: shared
goal: <what does success look like>
why: <why is the problem worth solving>
scope:
  - The schema and its data
quality:
  - No row is lost
x-team: storage
---
## Context

Read the runbook.
`;

const CONFIG = 'templates: .delegate/templates\n';

function make(cwd: string, ...args: string[]): Promise<Ran> {
  return runDelegate(['new', ...args], { cwd });
}

function written(repo: string): ReturnType<typeof readBrief> {
  const [file = ''] = readdirSync(join(repo, 'briefs'));
  return readBrief(readFileSync(join(repo, 'briefs', file), 'utf8'));
}

test.each(['hiring', 'event', 'incident'])('%s ships, with what mostly holds', async (name) => {
  const repo = tempRepo();
  const { status, err } = await make(repo, 'From it', '--template', name);
  expect({ status, err }).toMatchObject({ status: 0 });
  expect(err).toMatch(/not committed: \d+ places are to be filled in/);
  const { values } = written(repo);
  expect(values['scope.in']).toHaveLength(1);
  expect(values['escalation']).toHaveLength(2);
});

describe("a team's own", () => {
  test('is found by its name, and keeps what is the team’s', async () => {
    const repo = tempRepo({ '.delegate.yaml': CONFIG, '.delegate/templates/migration.md': OWN });
    const { status, err } = await make(repo, 'Move it', '--template', 'migration', '--goal', 'G');
    expect({ status, err }).toMatchObject({ status: 0 });
    const { values, text } = written(repo);
    expect(values).toMatchObject({
      title: 'Move it',
      approach: 'shared',
      goal: 'G',
      'scope.in': ['The schema and its data'],
    });
    expect(text).toContain('x-team: storage\n');
    expect(text).toContain('Read the runbook.');
    expect((await runDelegate(['list'], { cwd: repo })).out).not.toContain('migration');
  });

  test('comes before one of ours, from a subfolder too; a slip is told with all there are', async () => {
    const repo = tempRepo({
      '.delegate.yaml': CONFIG,
      '.delegate/templates/small.md': OWN,
      '.delegate/templates/README.md': '# How to use them\n',
      'sub/a.txt': 'a\n',
    });
    expect((await make(join(repo, 'sub'), 'T', '--template', 'small')).status).toBe(0);
    expect(written(repo).text).toContain('x-team: storage');
    const { status, err } = await make(repo, 'T', '--template', 'smal');
    expect(status).toBe(2);
    expect(err).toContain('there is no template "smal"\nDid you mean small?');
    expect(err).toContain('event, execution, hiring, incident, problem-solving, small.');
    expect(err).not.toContain('README');
  });

  test('a folder that is not there yet leaves ours', async () => {
    const repo = tempRepo({ '.delegate.yaml': CONFIG });
    expect((await make(repo, 'T', '--template', 'small')).status).toBe(0);
    expect((await make(repo, 'T', '--template', 'migration')).err).toContain('no template');
  });

  test.each([
    ['../outside', 'leads out of the repository'],
    ['/etc', 'must be relative'],
    ['.git/templates', 'is inside of git itself'],
    ['"team/*/templates"', 'holds * or ?'],
    ['[a, b]', 'templates must be a text'],
  ])('%s is refused by every command', async (folder, told) => {
    const repo = tempRepo({ '.delegate.yaml': `templates: ${folder}\n` });
    for (const args of [['list'], ['new', 'T', '--template', 'small']]) {
      const { status, err } = await runDelegate(args, { cwd: repo });
      expect([status, err]).toEqual([2, expect.stringContaining('.delegate.yaml:1:12: ')]);
      expect(err).toContain(told);
    }
  });

  test('a folder or a file that is a symbolic link is refused, wherever it leads', async () => {
    const elsewhere = tempFolder();
    write(elsewhere, 'secret.md', OWN);
    const repo = tempRepo({ '.delegate.yaml': CONFIG, 'inside/own.md': OWN });
    symlinkSync(elsewhere, join(repo, '.delegate'));
    mkdirSync(join(elsewhere, 'templates'));
    write(elsewhere, 'templates/secret.md', OWN);
    const away = await make(repo, 'T', '--template', 'secret');
    expect(away.status).toBe(2);
    expect(away.err).toContain('.delegate/templates is reached by a symbolic link');

    const other = tempRepo({ '.delegate.yaml': 'templates: own\n', 'inside/own.md': OWN });
    symlinkSync('inside', join(other, 'own'));
    expect((await make(other, 'T', '--template', 'own')).err).toContain('symbolic link');

    const third = tempRepo({ '.delegate.yaml': 'templates: own\n', 'own/a.md': OWN });
    symlinkSync(join(elsewhere, 'secret.md'), join(third, 'own/secret.md'));
    expect((await make(third, 'T', '--template', 'secret')).err).toContain(
      'own/secret.md is a symbolic link',
    );
    for (const one of [repo, other, third]) {
      expect(readdirSync(one)).not.toContain('briefs');
    }
  });

  test('a folder among those of the briefs is refused: each file there is a brief', async () => {
    const repo = tempRepo({ '.delegate.yaml': 'templates: briefs/templates\n' });
    write(repo, 'briefs/templates/own.md', OWN);
    const { status, err } = await make(repo, 'T', '--template', 'own');
    expect(status).toBe(2);
    expect(err).toContain('is among those of the briefs');
  });

  test.each([
    [GOOD_BRIEF, 'has agreement: it is a brief that was agreed, and no template'],
    [OWN.replace('status: draft', 'status: proposed'), 'has a status of proposed'],
    [OWN.replace('approach: shared', 'approach: [shared'), 'own.md:8:11: '],
    ['No frontmatter\n', 'own.md:1:1: '],
    [new Uint8Array([0x2d, 0xff]), 'is not UTF-8 text'],
  ])('what is no template is refused at its place', async (text, told) => {
    const repo = tempRepo({ '.delegate.yaml': 'templates: own\n', 'own/own.md': text });
    const { status, err } = await make(repo, 'T', '--template', 'own');
    expect({ status, err }).toEqual({ status: 2, err: expect.stringContaining(told) });
    expect(readdirSync(repo)).not.toContain('briefs');
  });
});
