/** The wizard of `delegate new` from its first question to what is in git, with scripted answers. */
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Values } from '../../src/brief/fields.ts';
import { readBrief } from '../../src/brief/read.ts';
import type { NewOptions } from '../../src/commands/new/outcome.ts';
import type { Given } from '../../src/commands/new/wizard.ts';
import { converse } from '../../src/commands/new/wizard.ts';
import { Interrupted } from '../../src/failure.ts';
import { openWorkspace } from '../../src/lint/workspace.ts';
import type { Result } from '../../src/host.ts';
import type { KeptAnswers } from '../../src/wizard/kept-answers.ts';
import { answersFiles } from '../../src/wizard/kept-answers.ts';
import { git, makeHost, tempRepo, write } from '../support/index.ts';
import type { Answer, Script } from '../wizard/script.ts';
import { script } from '../wizard/script.ts';

const CASE: Readonly<Record<string, readonly Answer[]>> = {
  Approach: ['problem-solving'],
  Title: ['Halve deployment time'],
  Goal: ['Cut the median deployment from 40 to 20 minutes.'],
  Why: ['Hotfixes wait, so releases are large.'],
  'In scope': [['The pipeline of the web service']],
  'Quality criteria': [['Success rate stays at 98 % or better']],
  Delegate: ['Bor Kos <bor@example.com>'],
};

const GO_ON = 'go on with "Halve deployment time"';

const stop = (): never => {
  throw new Interrupted();
};

async function run(
  repo: string,
  answers: Readonly<Record<string, readonly Answer[]>>,
  {
    options = {},
    given = {},
    env = {},
    ...from
  }: { options?: object; given?: Values; env?: Record<string, string> } & Given = {},
): Promise<{ result: Result; ask: Script }> {
  const host = makeHost({ cwd: repo, env });
  const workspace = await openWorkspace(host);
  const ask = script(answers);
  const context = { workspace, options: options as NewOptions, today: '2026-04-10', done: [] };
  return { result: await converse(context, given, ask, from), ask };
}

function keptAnswers(repo: string): KeptAnswers | undefined {
  return answersFiles(join(repo, '.git'))[0]?.answers;
}

function brief(repo: string, name = 'halve-deployment-time'): ReturnType<typeof readBrief> {
  return readBrief(readFileSync(join(repo, `briefs/${name}.md`), 'utf8'));
}

describe('the end', () => {
  test('commit: the brief is in git, and the kept answers are gone', async () => {
    const repo = tempRepo({ 'a.txt': 'a\n' });
    const { result } = await run(repo, { ...CASE, End: ['commit'] });
    expect(result.status).toBe(0);
    expect(result.err).toContain('and committed it as');
    expect(git(repo, 'status', '--porcelain')).toBe('');
    expect(brief(repo).values).toMatchObject({
      status: 'draft',
      delegator: 'Ana Novak <ana@example.com>',
    });
    expect(keptAnswers(repo)).toBeUndefined();
  });

  test('keep: the file, without a commit', async () => {
    const repo = tempRepo({ 'a.txt': 'a\n' });
    const { result } = await run(repo, { ...CASE, End: ['keep'] });
    expect(result.err).toContain('not committed');
    expect(git(repo, 'status', '--porcelain', '-uall')).toBe('?? briefs/halve-deployment-time.md');
    expect(keptAnswers(repo)).toBeUndefined();
  });

  test('throw away: nothing is left', async () => {
    const repo = tempRepo({ 'a.txt': 'a\n' });
    const { result } = await run(repo, { ...CASE, End: ['discard'] });
    expect(result.err).toContain('Thrown away');
    expect(git(repo, 'status', '--porcelain', '-uall')).toBe('');
    expect(keptAnswers(repo)).toBeUndefined();
  });

  test('a title that was changed at the end names the file', async () => {
    const repo = tempRepo({ 'a.txt': 'a\n' });
    await run(repo, {
      ...CASE,
      Title: ['First', 'Second'],
      Change: ['title'],
      End: ['change', 'commit'],
    });
    expect(readdirSync(join(repo, 'briefs'))).toEqual(['second.md']);
  });

  test('git that cannot commit: the file is there, told with the way to finish', async () => {
    const repo = tempRepo({ 'a.txt': 'a\n' });
    write(repo, '.git/index.lock', '');
    const env = { DELEGATE_LOCK_TIMEOUT: '0.2' };
    const { result } = await run(repo, { ...CASE, End: ['commit'] }, { env });
    expect(result.status).toBe(2);
    expect(result.err).toContain('To finish:');
    expect(brief(repo).values.title).toBe('Halve deployment time');
  });

  test('--dry-run asks, prints, and keeps nothing', async () => {
    const repo = tempRepo({ 'a.txt': 'a\n' });
    const { result, ask } = await run(repo, CASE, { options: { dryRun: true } });
    expect(readBrief([...(result.out ?? '')].join('')).values.title).toBe('Halve deployment time');
    expect(ask.asked).not.toContain('End');
    expect(keptAnswers(repo)).toBeUndefined();
    expect(git(repo, 'status', '--porcelain', '-uall')).toBe('');
  });

  test('lint speaks in the wizard as it does outside', async () => {
    const repo = tempRepo({ 'a.txt': 'a\n' });
    const { ask } = await run(repo, {
      ...CASE,
      Guardrails: [['A user-friendly page']],
      End: ['keep'],
    });
    expect(ask.said.join('\n')).toMatch(/- warning: .*user-friendly/);
  });
});

describe('stopped', () => {
  test('the answers are kept, and it says how to go on', async () => {
    const repo = tempRepo({ 'a.txt': 'a\n' });
    const stopped = run(repo, { ...CASE, Why: [stop] });
    await expect(stopped).rejects.toThrow('Your answers are kept: "delegate new" goes on');
    await expect(stopped).rejects.toBeInstanceOf(Interrupted);
    expect(keptAnswers(repo)?.values).toMatchObject({ goal: CASE['Goal']?.[0] });
    const { ask, result } = await run(repo, { ...CASE, 'Go on': [GO_ON], End: ['commit'] });
    expect(ask.asked.slice(0, 2)).toEqual(['Go on', 'Why']);
    // What was answered is shown, as it was read.
    expect(ask.said.slice(0, 2).join('\n')).toMatch(
      /So far:\n\nHalve deployment time\n.*\nGoal +Cut the median/s,
    );
    expect(result.status).toBe(0);
    expect(keptAnswers(repo)).toBeUndefined();
  });

  test('at the end, the brief with its edits comes back as it stood', async () => {
    const repo = tempRepo({ 'a.txt': 'a\n' });
    const answers = {
      ...CASE,
      Change: ['growth'],
      Growth: ['Owns a number'],
      End: ['change', stop],
    };
    await expect(run(repo, answers)).rejects.toThrow('kept');
    const { ask } = await run(repo, { 'Go on': [GO_ON], End: ['commit'] });
    expect(ask.asked).toEqual(['Go on', 'End']);
    expect(brief(repo).values.growth).toBe('Owns a number');
  });

  test('before the first answer there is nothing to keep', async () => {
    const repo = tempRepo({ 'a.txt': 'a\n' });
    await expect(run(repo, { Title: [stop] })).rejects.toThrow('Nothing was written');
    expect(keptAnswers(repo)).toBeUndefined();
  });

  test('a new brief may be begun beside it, and what is kept be thrown away', async () => {
    const repo = tempRepo({ 'a.txt': 'a\n' });
    await expect(run(repo, { ...CASE, Guardrails: [stop] })).rejects.toThrow('kept');
    const other = { ...CASE, Title: ['Other'], 'Go on': ['fresh'], Goal: [stop] };
    await expect(run(repo, other)).rejects.toThrow('kept');
    const titles = answersFiles(join(repo, '.git')).map(({ answers: { values } }) => values.title);
    expect(new Set(titles)).toEqual(new Set(['Halve deployment time', 'Other']));
    const third = run(repo, { 'Go on': ['drop'], Title: [stop] });
    await expect(third).rejects.toThrow('Nothing was written');
    expect(answersFiles(join(repo, '.git'))).toEqual([]);
  });

  test('private answers are in no file of the repository', async () => {
    const repo = tempRepo({ 'a.txt': 'a\n' });
    const answers = { ...CASE, Able: ['partly'], Willing: ['not sure'], Why: [stop] };
    await expect(run(repo, answers)).rejects.toThrow('kept');
    expect(JSON.stringify(keptAnswers(repo))).not.toMatch(/able|willing|partly|unsure|not sure/i);
  });
});

describe('what is there already', () => {
  test('flags are not asked again; the narrative of --from is kept', async () => {
    const repo = tempRepo({ 'a.txt': 'a\n' });
    const { ask } = await run(
      repo,
      { ...CASE, End: ['keep'] },
      { given: { goal: 'Given.' }, body: '## Context\n\nTold before.\n' },
    );
    expect(ask.asked).not.toContain('Goal');
    expect(brief(repo).values.goal).toBe('Given.');
    expect(brief(repo).text).toContain('Told before.');
  });

  test('a template asks only what it has, and keeps its comments', async () => {
    const repo = tempRepo({ 'a.txt': 'a\n' });
    const { ask } = await run(
      repo,
      { ...CASE, End: ['commit'] },
      { options: { template: 'small' } },
    );
    expect(ask.asked).toEqual([
      'Title',
      'Goal',
      'Why',
      'In scope',
      'Quality criteria',
      'Due',
      'Delegator',
      'Delegate',
      'Check-ins',
      'End',
    ]);
    const { text, problems, values } = brief(repo);
    expect(problems).toEqual([]);
    expect(values).toMatchObject({ approach: 'problem-solving', 'check-ins.every': '1 week' });
    expect(values['timeline.due']).toBeUndefined();
    expect(text).toContain('# Why is the problem worth solving?');
    expect(text).not.toMatch(/: <|- <|<…>/);
  });

  test('a template is remembered when the wizard is stopped', async () => {
    const repo = tempRepo({ 'a.txt': 'a\n' });
    const stopped = run(repo, { ...CASE, Why: [stop] }, { options: { template: 'small' } });
    await expect(stopped).rejects.toThrow('kept');
    const { ask } = await run(repo, { ...CASE, 'Go on': [GO_ON], End: ['keep'] });
    expect(ask.asked).not.toContain('Guardrails');
    expect(brief(repo).text).toContain('# Why is the problem worth solving?');
  });

  test('a template of the team that is gone when the wizard goes on costs no answer', async () => {
    const own = '---\napproach: shared\ntitle: <title>\ngoal: <goal>\nwhy: <why>\n---\n';
    const repo = tempRepo({ '.delegate.yaml': 'templates: own\n', 'own/mine.md': own });
    const stopped = run(repo, { ...CASE, Why: [stop] }, { options: { template: 'mine' } });
    await expect(stopped).rejects.toThrow('kept');
    rmSync(join(repo, 'own'), { recursive: true });
    const { ask } = await run(repo, { ...CASE, Approach: [], 'Go on': [GO_ON], End: ['keep'] });
    expect(ask.said.join('\n')).toContain(
      'It goes on without its template: there is no template "mine".',
    );
    expect(brief(repo).values).toMatchObject({ goal: CASE['Goal']?.[0], approach: 'shared' });
  });

  test('what a template answers is asked with that filled in, with examples of its field of work', async () => {
    const repo = tempRepo({ 'a.txt': 'a\n' });
    const { ask } = await run(
      repo,
      { ...CASE, Title: ['Somebody for the third ward'], End: ['keep'] },
      { options: { template: 'hiring' } },
    );
    expect(ask.asked).not.toContain('Approach');
    expect(ask.questions.slice(0, 2).map(({ example }) => example)).toEqual([
      'Hire a second accountant',
      expect.stringContaining('accountants'),
    ]);
    expect(brief(repo, 'somebody-for-the-third-ward').values).toMatchObject({
      'scope.in': ['The pipeline of the web service'],
      'scope.out': ['The salary bands, and the weeks after the first day'],
      escalation: ['A candidate withdraws after the offer', 'Fewer than 3 candidates are left'],
    });
  });
});
