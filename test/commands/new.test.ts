import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ANSWERS } from '../../src/brief/fields.ts';
import { ID_PATTERN } from '../../src/brief/id.ts';
import { readBrief } from '../../src/brief/read.ts';
import {
  GOOD_BRIEF,
  commitAll,
  draftBrief,
  git,
  runDelegate,
  tempFolder,
  tempRepo,
  write,
} from '../support/index.ts';
import type { Ran } from '../support/index.ts';

/** All that is needed, as flags. */
const LEAST = [
  '--delegate',
  'Bor Kos <bor@example.com>',
  '--approach',
  'problem-solving',
  '--goal',
  'Cut the median deployment from 40 to 20 minutes.',
  '--why',
  'Hotfixes wait 40 minutes, so teams batch risky releases.',
  '--scope-in',
  'The pipeline of the web service',
  '--quality-criteria',
  'Deployment success rate stays at 98 % or better',
];

function make(cwd: string, ...args: string[]): Promise<Ran> {
  return runDelegate(['new', ...args], { cwd });
}

function briefs(repo: string): string[] {
  const folder = join(repo, 'briefs');
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
}

function read(repo: string, file: string): ReturnType<typeof readBrief> {
  return readBrief(readFileSync(join(repo, 'briefs', file), 'utf8'));
}

describe('with flags', () => {
  test.each([
    [
      'outside of a sparse checkout',
      ['sparse-checkout', 'set', '--no-cone', '/*', '!/briefs/halve.md'],
    ],
    ['deleted and not committed', ['rm', '-q', '--cached', 'briefs/halve.md']],
    ['deleted in the folder', ['status']],
  ])('takes no name that a brief has which is %s', async (_, command) => {
    const repo = tempRepo({ 'a.txt': 'a\n', 'briefs/halve.md': GOOD_BRIEF });
    git(repo, ...command);
    rmSync(join(repo, 'briefs/halve.md'), { force: true });
    const { status, err } = await make(repo, 'Halve', ...LEAST);
    expect([status, err]).toEqual([0, expect.stringContaining('Wrote briefs/halve-2.md')]);
    expect(git(repo, 'show', 'HEAD:briefs/halve.md')).toBe(GOOD_BRIEF.trimEnd());
  });

  test('writes a draft, commits it alone, and says what comes next', async () => {
    const repo = tempRepo({ 'a.txt': 'a\n' });
    write(repo, 'a.txt', 'b\n');
    git(repo, 'add', 'a.txt');
    const { status, out, err } = await make(repo, 'Halve deployment time', ...LEAST);
    expect({ status, out }).toEqual({ status: 0, out: '' });
    const { values, problems } = read(repo, 'halve-deployment-time.md');
    expect(problems).toEqual([]);
    expect(values).toEqual({
      id: expect.stringMatching(ID_PATTERN) as string,
      title: 'Halve deployment time',
      status: 'draft',
      delegator: 'Ana Novak <ana@example.com>',
      delegate: 'Bor Kos <bor@example.com>',
      approach: 'problem-solving',
      goal: 'Cut the median deployment from 40 to 20 minutes.',
      why: 'Hotfixes wait 40 minutes, so teams batch risky releases.',
      'scope.in': ['The pipeline of the web service'],
      'quality.criteria': ['Deployment success rate stays at 98 % or better'],
    });
    expect(err.split('\n')).toHaveLength(4);
    expect(err).toMatch(/Lint has \d warnings: delegate lint briefs\/halve-deployment-time\.md\n$/);
    expect(err).toMatch(
      /^Wrote briefs\/halve-deployment-time\.md \(b-\w{8}\) and committed it as [0-9a-f]{7}\.\n/,
    );
    expect(err).toContain(`delegate propose ${values.id}`);
    expect(git(repo, 'show', '--name-only', '--format=%s%n%b', 'HEAD')).toBe(
      `brief: Halve deployment time: new\nBrief: ${values.id}\n\n\nbriefs/halve-deployment-time.md`,
    );
    expect(git(repo, 'diff', '--cached', '--name-only')).toBe('a.txt');
  });

  test('every field of the table has its flag, and is written as it is read', async () => {
    const repo = tempRepo({ 'briefs/whole.md': draftBrief('Whole', 'b-3m9x2c7p') });
    const entries = ANSWERS.filter(({ name }) => name !== 'title');
    const flags = entries.flatMap(({ name, example }) =>
      (typeof example === 'string' ? [example] : example).flatMap((answer) => [
        `--${name.replace('.', '-')}`,
        answer,
      ]),
    );
    const { status, err } = await make(repo, 'All of it', ...flags, '--approach=execution');
    // Twice is once too often for what there is only one of.
    expect(status).toBe(2);
    expect(err).toContain('--approach is given 2 times');
    expect((await make(repo, 'All of it', ...flags)).status).toBe(0);
    const { values } = read(repo, 'all-of-it.md');
    for (const { name, example, type } of entries) {
      if (type === 'milestones') {
        expect(values[name]).toEqual([
          { date: '2026-05-15', what: 'a plan with the first measurement' },
        ]);
      } else expect(values[name], name).toEqual(example);
    }
  });

  test('dates and cadences as people say them, and short names', async () => {
    const repo = tempRepo();
    const args = ['--due', 'in 6 weeks', '--check-ins-every', 'weekly', '--today', '2026-04-10'];
    const { status } = await make(repo, 'T', ...LEAST, ...args, '--scope', 'More of it');
    expect(status).toBe(0);
    expect(read(repo, 't.md').values).toMatchObject({
      'timeline.due': '2026-05-22',
      'check-ins.every': '1 week',
      'scope.in': ['The pipeline of the web service', 'More of it'],
    });
  });

  test('without a terminal, what is missing is named and nothing is written', async () => {
    const repo = tempRepo({ 'a.txt': 'a\n' });
    const { status, out, err } = await make(repo, 'T', '--goal', 'G', '--approach', 'execution');
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain('--delegate, --why, --scope-in, --quality-criteria, --plan are missing');
    expect(err.trimEnd().split('\n')).toHaveLength(2);
    expect(git(repo, 'status', '--porcelain')).toBe('');
    expect((await make(repo, ...LEAST)).err).toContain('the title is missing');
  });

  test.each([
    [['--approach', 'problemsolving'], 'Did you mean problem-solving?'],
    [['--due', 'whenever'], 'which is no date'],
    [['--check-ins-every', 'sometimes'], 'check-ins.every'],
    [['--timeline-milestones', 'soon'], 'Write a date, a colon'],
    [['--gaol', 'x'], '--goal'],
    [['--today', 'whenever'], '--today'],
    [['--template', 'smal'], 'Did you mean small?'],
  ])('%j is refused with what would be right', async (args, told) => {
    const repo = tempRepo();
    const { status, err } = await make(
      repo,
      'T',
      ...LEAST.slice(0, 2),
      ...LEAST.slice(4),
      ...args,
      ...(args[0] === '--approach' ? [] : ['--approach', 'shared']),
    );
    expect(status).toBe(2);
    expect(err).toContain(told);
    expect(briefs(repo)).toEqual([]);
  });

  test('what would be an error of lint is not written; a warning is', async () => {
    const repo = tempRepo();
    const bad = await make(repo, 'T', ...LEAST, '--guardrails', 'TODO');
    expect(bad.status).toBe(2);
    expect(bad.err).toContain('TODO');
    expect(briefs(repo)).toEqual([]);
    const warned = await make(repo, 'T', ...LEAST, '--guardrails', 'A user-friendly page');
    expect(warned.status).toBe(0);
    expect(git(repo, 'rev-list', '--count', 'HEAD')).toBe('1');
  });
});

describe('what is written, and what not', () => {
  test('--dry-run prints the brief and touches nothing', async () => {
    const folder = tempFolder();
    const { status, out } = await make(folder, 'T', ...LEAST, '--dry-run');
    expect(status).toBe(0);
    expect(readBrief(out).values).toMatchObject({ title: 'T', status: 'draft' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('--no-commit writes the file only; so does the configuration, unless --commit says otherwise', async () => {
    const repo = tempRepo({ 'a.txt': 'a\n' });
    const { status, err } = await make(repo, 'T', ...LEAST, '--no-commit');
    expect(status).toBe(0);
    expect(err).toContain('not committed');
    expect(git(repo, 'status', '--porcelain', '-uall')).toBe('?? briefs/t.md');
    write(repo, '.delegate.yaml', 'commit: false\n');
    commitAll(repo, 'all');
    expect((await make(repo, 'U', ...LEAST)).err).toContain('not committed');
    expect((await make(repo, 'V', ...LEAST, '--commit')).err).toContain('and committed it');
  });

  test('--json tells what was made', async () => {
    const repo = tempRepo();
    const { out } = await make(repo, 'T', ...LEAST, '--json');
    expect(JSON.parse(out)).toEqual({
      version: 1,
      id: expect.stringMatching(ID_PATTERN) as string,
      title: 'T',
      path: 'briefs/t.md',
      commit: git(repo, 'rev-parse', 'HEAD'),
    });
  });

  test('outside a repository it says so and ends with 2; --init makes one', async () => {
    const folder = tempFolder();
    const { status, err } = await make(folder, 'T', ...LEAST);
    expect(status).toBe(2);
    expect(err).toContain('is not in a git repository');
    expect(err).toContain('--init');
    expect(readdirSync(folder)).toEqual([]);
    const away = join(folder, 'demo');
    const env = {
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@x',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@x',
    };
    const made = await runDelegate(['-C', away, 'new', 'T', ...LEAST, '--init'], {
      cwd: folder,
      env,
    });
    expect(made.status).toBe(0);
    expect(git(away, 'show', '--name-only', '--format=%s')).toBe('brief: T: new\n\nbriefs/t.md');
  });

  test('from a subfolder it goes where briefs are', async () => {
    const repo = tempRepo({ 'sub/a.txt': 'a\n' });
    expect((await make(join(repo, 'sub'), 'T', ...LEAST)).status).toBe(0);
    expect(briefs(repo)).toEqual(['t.md']);
  });

  test('another folder of the configuration, the first that is no pattern', async () => {
    const repo = tempRepo({ '.delegate.yaml': 'folder: [teams/*/briefs, work]\n' });
    expect((await make(repo, 'T', ...LEAST)).status).toBe(0);
    expect(readdirSync(join(repo, 'work'))).toEqual(['t.md']);
  });

  test('when git cannot commit the words are kept, and the way to finish is told', async () => {
    const repo = tempRepo({ 'a.txt': 'a\n' });
    git(repo, 'config', 'core.hooksPath', 'hooks');
    mkdirSync(join(repo, 'hooks'));
    writeFileSync(join(repo, 'hooks/pre-commit'), '#!/bin/sh\necho not today >&2\nexit 1\n', {
      mode: 0o755,
    });
    const { status, err } = await make(repo, 'T', ...LEAST);
    expect(status).toBe(2);
    expect(err).toContain('not today');
    expect(err).toContain('To finish:\n  git ');
    expect(read(repo, 't.md').values.title).toBe('T');
  });
});

describe('the file’s name', () => {
  test('a taken one gets a number, and ids differ', async () => {
    const repo = tempRepo();
    for (let count = 0; count < 3; count++) await make(repo, 'Same', ...LEAST);
    expect(briefs(repo)).toEqual(['same-2.md', 'same-3.md', 'same.md']);
    const ids = briefs(repo).map((file) => read(repo, file).values.id);
    expect(new Set(ids).size).toBe(3);
  });

  test.each([
    ['Čas za objavo', 'cas-za-objavo.md'],
    ['部署時間を半分に', '部署時間を半分に.md'],
    ['../../etc/passwd', 'etc-passwd.md'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j.md'],
    ['🚀🚀', 'brief.md'],
    ['.hidden', 'hidden.md'],
    ['CON', 'con-brief.md'],
    ['-rf', 'rf.md'],
    ['\u001B[31mred\u0007', '31mred.md'],
    ['x'.repeat(300), `${'x'.repeat(60)}.md`],
  ])('%j becomes %s', async (title, file) => {
    const repo = tempRepo();
    const { status, err } = await make(repo, '--no-commit', ...LEAST, '--', title);
    expect(err).not.toContain('\u001B');
    expect(status).toBe(0);
    expect(briefs(repo)).toEqual([file]);
    expect(git(repo, 'status', '--porcelain', '-uall').split('\n')).toHaveLength(1);
  });
});

describe('--from', () => {
  const ANSWERS = `title: Halve it
delegate: Bor Kos
approach: shared
goal: From 40 to 20 minutes.
why: Hotfixes wait.
scope: The pipeline
quality: Success rate stays at 98 %
timeline: 2026-06-30
guardrails: [No new paid services]
x-team: web
`;

  test('YAML with short forms', async () => {
    const repo = tempRepo();
    write(repo, 'answers.yaml', ANSWERS);
    expect((await make(repo, '--from', 'answers.yaml')).status).toBe(0);
    expect(read(repo, 'halve-it.md').values).toMatchObject({
      'scope.in': ['The pipeline'],
      'quality.criteria': ['Success rate stays at 98 %'],
      'timeline.due': '2026-06-30',
      guardrails: ['No new paid services'],
    });
  });

  test('JSON with long forms, from standard input; flags win', async () => {
    const repo = tempRepo();
    const input = JSON.stringify({
      title: 'Halve it',
      delegate: 'Bor Kos',
      approach: 'shared',
      goal: 'From 40 to 20 minutes.',
      why: 'Hotfixes wait.',
      scope: { in: ['The pipeline'], out: ['The machines'] },
      quality: { bar: 'good-enough', criteria: ['98 %'] },
    });
    const { status } = await runDelegate(['new', '--from', '-', '--goal', 'From 40 to 10.'], {
      cwd: repo,
      input,
    });
    expect(status).toBe(0);
    expect(read(repo, 'halve-it.md').values).toMatchObject({
      goal: 'From 40 to 10.',
      'scope.out': ['The machines'],
      'quality.bar': 'good-enough',
    });
  });

  test('another brief: its words, not its id, status and records', async () => {
    const repo = tempRepo({ 'briefs/old.md': GOOD_BRIEF });
    const { status, err } = await make(repo, 'Halve it again', '--from', 'briefs/old.md');
    expect(status).toBe(0);
    expect(err).toContain('Not taken over from briefs/old.md');
    const { values, text } = read(repo, 'halve-it-again.md');
    expect(values).toMatchObject({ status: 'draft', delegator: 'Ana Novak <ana@example.com>' });
    expect(values.id).not.toBe('b-7k3f9q2m');
    expect(values.agreement).toBeUndefined();
    expect(text).toContain('The web service deploys from one pipeline');
  });

  test.each([
    ['gaol: x\n', 'goal'],
    ['scope: {inn: [x]}\n', 'scope'],
    ['title: [\n', 'answers.yaml:'],
    ['timeline: soon\n', 'answers.yaml:1:'],
    ['- a\n- b\n', 'answers.yaml:'],
  ])('%j is refused at its place, with what would be right', async (text, told) => {
    const repo = tempRepo();
    write(repo, 'answers.yaml', text);
    const { status, err } = await make(repo, 'T', ...LEAST, '--from', 'answers.yaml');
    expect(status).toBe(2);
    expect(err).toContain(told);
    expect(briefs(repo)).toEqual([]);
  });

  test('a file that is not there, not text, or too large', async () => {
    const repo = tempRepo();
    writeFileSync(join(repo, 'latin'), Buffer.from([0x74, 0x3a, 0x20, 0xe9]));
    writeFileSync(join(repo, 'large'), 'x'.repeat(1024 * 1024 + 1));
    for (const [name, told] of [
      ['none', 'no such file'],
      ['latin', 'UTF-8'],
      ['large', '1 MiB'],
    ] as const) {
      const { status, err } = await make(repo, 'T', ...LEAST, '--from', name);
      expect({ status, told: err.includes(told) }, name).toEqual({ status: 2, told: true });
    }
  });
});

describe('--template', () => {
  test.each(['problem-solving', 'execution', 'small'])(
    '%s is written with its open places, each of which lint finds',
    async (name) => {
      const repo = tempRepo();
      const { status, err } = await make(repo, 'From it', '--template', name, '--goal', 'My goal');
      expect(status).toBe(0);
      expect(err).toContain('not committed');
      const { values, text } = read(repo, 'from-it.md');
      expect(values).toMatchObject({ title: 'From it', goal: 'My goal', status: 'draft' });
      expect(values.id).toMatch(ID_PATTERN);
      expect(text).toContain('# What does success look like?');
      const linted = await runDelegate(['lint', '--format', 'json'], { cwd: repo });
      expect(linted.status).toBe(1);
      const { findings } = JSON.parse(linted.out) as {
        findings: { rule: string; level: string; message: string }[];
      };
      const errors = findings.filter(({ level }) => level === 'error');
      for (const { rule, message } of errors) {
        expect(['placeholder', 'field-type'], message).toContain(rule);
      }
      const open = text.match(/(?<=[:-] )<[^<>@]+>$/gm) ?? [];
      expect(errors).toHaveLength(open.length);
    },
  );

  test('all of it filled in by flags, it is committed, with its comments', async () => {
    const repo = tempRepo();
    const { status, err } = await make(
      repo,
      'From it',
      '--template',
      'small',
      ...LEAST,
      '--due',
      '2026-06-30',
    );
    expect({ status, err }).toMatchObject({ status: 0 });
    expect(err).toContain('and committed it');
    expect(read(repo, 'from-it.md').text).toContain('# By when?');
  });

  test('says "<title>" nowhere when there is a title', async () => {
    const repo = tempRepo();
    await make(repo, 'From it', '--template', 'small');
    expect(read(repo, 'from-it.md').text).not.toMatch(/<title>|<id>/);
  });
});
