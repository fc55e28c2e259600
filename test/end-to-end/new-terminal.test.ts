import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { answersFiles } from '../../src/wizard/kept-answers.ts';
import { git, runDelegate, tempFolder, tempRepo } from '../support/index.ts';
import type { Terminal } from '../support/terminal.ts';
import { KEY, openTerminal } from '../support/terminal.ts';

const ANA = {
  GIT_AUTHOR_NAME: 'Ana Novak',
  GIT_AUTHOR_EMAIL: 'ana@example.com',
  GIT_COMMITTER_NAME: 'Ana Novak',
  GIT_COMMITTER_EMAIL: 'ana@example.com',
};

async function line(terminal: Terminal, question: string, text: string): Promise<void> {
  await terminal.see(question);
  await terminal.see('\n  > ');
  terminal.type(text + KEY.enter);
}

async function items(terminal: Terminal, question: string, text: string): Promise<void> {
  await terminal.see(question);
  await terminal.see('\n  - ');
  if (text !== '') {
    terminal.type(text + KEY.enter);
    await terminal.see('\n  - ');
  }
  terminal.type(KEY.enter);
}

async function choose(terminal: Terminal, question: string, keys = ''): Promise<void> {
  await terminal.see(question);
  await terminal.see('❯');
  terminal.type(keys + KEY.enter);
}

test('from an empty folder to a committed brief', async () => {
  const folder = join(tempFolder(), 'briefs-demo');
  const terminal = openTerminal(['-C', folder, 'new', '--today', '2026-04-10'], {
    cwd: tempFolder(),
    env: ANA,
  });
  await terminal.see('git init');
  terminal.type(KEY.enter);
  await line(terminal, 'What is it called', 'Halve deployment time');
  await line(terminal, 'What does success look like?', 'From 40 to 20 minutes.');
  // Written one question too early, and with a line end: no answer is taken of it.
  const early = 'Hotfixes wait,\r\nso releases are large.\r';
  await choose(terminal, 'able to solve this: "From 40 to 20 minutes"?', early);
  await terminal.see('Enter again takes: left open.');
  terminal.type(KEY.down + KEY.enter);
  await terminal.see('  > yes');
  await choose(terminal, 'Are they willing', KEY.down);
  await choose(terminal, 'Advice: problem-solving');
  await line(
    terminal,
    'Why is the problem worth solving?',
    'Hotfixes wait, so releases are large.',
  );
  await line(terminal, 'How might the outcome be used?', '');
  await items(terminal, 'What is the scope', 'The pipeline\rIts tests\rIts caches');
  await items(terminal, 'What does not belong', '');
  await choose(terminal, 'optimal, or merely good enough?', KEY.down);
  await items(terminal, 'What quality of outcome', '98 % of deployments succeed');
  await items(terminal, 'guardrails', '');
  await line(terminal, 'By when?', 'in 6 weeks');
  await terminal.see('= Friday, 2026-05-22');
  await items(terminal, 'With what time', '');
  await line(terminal, 'Who hands it over?', '');
  await line(terminal, 'Who takes it?', 'Bor Kos');
  await choose(terminal, 'solved a comparable problem?', KEY.down + KEY.down);
  await line(terminal, 'What skill or help is missing', '');
  await items(terminal, 'What is theirs to decide?', '');
  await items(terminal, 'ask you first?', '');
  await items(terminal, 'hear at once?', '');
  await line(terminal, 'When will you follow up', '1 week');
  await line(terminal, 'On which day?', '');
  await choose(terminal, 'Anything more?');
  await terminal.see('What will be agreed:');
  await terminal.see('1. The pipeline');
  await terminal.see('3. Its caches');
  await terminal.see('Lint says:');
  await terminal.see('The whole how is theirs; for somebody who has solved something');
  await choose(terminal, 'What now?');
  await terminal.see('and committed it');
  expect(await terminal.status).toBe(0);
  const text = git(folder, 'show', 'HEAD:briefs/halve-deployment-time.md');
  expect(readBrief(text).values).toMatchObject({
    delegator: 'Ana Novak <ana@example.com>',
    'scope.in': ['The pipeline', 'Its tests', 'Its caches'],
    'timeline.due': '2026-05-22',
    'quality.bar': 'good-enough',
  });
  expect(git(folder, 'log', '--format=%s')).toBe('brief: Halve deployment time: new');
  expect(answersFiles(join(folder, '.git'))).toEqual([]);
});

async function begin(repo: string): Promise<Terminal> {
  const terminal = openTerminal(['new', '--approach', 'shared'], { cwd: repo });
  await line(terminal, 'What is it called', 'Tidy the wiki');
  await line(terminal, 'What does success look like?', 'Every page has an owner.');
  await terminal.see('Why is the problem');
  await terminal.see('\n  > ');
  return terminal;
}

function kept(repo: string): { values: Record<string, unknown> } {
  const [newest, ...more] = answersFiles(join(repo, '.git'));
  expect(more).toEqual([]);
  return { values: { ...newest?.answers.values } };
}

test.each([
  ['Ctrl-C', KEY.ctrlC],
  ['Ctrl-D', KEY.ctrlD],
])('%s ends with 130, keeps the answers, and says how to go on', async (_, key) => {
  const repo = tempRepo({ 'a.txt': 'a\n' });
  const terminal = await begin(repo);
  terminal.type(key);
  expect(await terminal.status).toBe(130);
  expect(terminal.shown()).toContain('"delegate new" goes on where you were');
  expect(kept(repo).values).toMatchObject({
    title: 'Tidy the wiki',
    goal: 'Every page has an owner.',
  });
  expect(git(repo, 'status', '--porcelain')).toBe('');
});

test('Ctrl-D in a choice ends it as well', async () => {
  const terminal = openTerminal(['new', 'Tidy the wiki', '--goal', 'G'], { cwd: tempRepo() });
  await terminal.see('able to solve this');
  await terminal.see('❯');
  terminal.type(KEY.ctrlD);
  expect(await terminal.status).toBe(130);
});

test('no to the repository, or Ctrl-D, makes nothing', async () => {
  for (const [keys, status] of [
    [`n${KEY.enter}`, 2],
    [KEY.ctrlD, 130],
  ] as const) {
    const folder = tempFolder();
    const terminal = openTerminal(['new'], { cwd: folder });
    await terminal.see('git init');
    terminal.type(keys);
    expect(await terminal.status).toBe(status);
    expect(readdirSync(folder)).toEqual([]);
  }
});

test('killed, it loses the question on the screen and no other; the next run goes on', async () => {
  const repo = tempRepo({ 'a.txt': 'a\n' });
  const first = await begin(repo);
  first.type('Nobody');
  first.kill('SIGKILL');
  await first.status;
  const next = openTerminal(['new'], { cwd: repo });
  await choose(next, 'answers from before');
  await line(next, 'Why is the problem', 'Nobody answers questions.');
  await next.see('How might the outcome be used?');
  await next.see('\n  > ');
  next.type(KEY.ctrlC);
  expect(await next.status).toBe(130);
  expect(kept(repo).values).toMatchObject({
    goal: 'Every page has an owner.',
    why: 'Nobody answers questions.',
  });
});

test('a long answer is written in the editor; without one the question is put again', async () => {
  const repo = tempRepo({ 'a.txt': 'a\n' });
  const terminal = openTerminal(['new', '--approach', 'shared'], {
    cwd: repo,
    env: { EDITOR: 'sed -i "1s/.*/First line.\\nSecond line./"' },
  });
  await line(terminal, 'What is it called', 'Tidy the wiki');
  await line(terminal, 'What does success look like?', ':e');
  await line(terminal, 'Why is the problem', '<');
  await terminal.see('First line.\nSecond line.\nEnter keeps it');
  await terminal.see('\n  > ');
  terminal.type(KEY.enter);
  await terminal.see('Why is the problem');
  terminal.type(KEY.ctrlC);
  expect(await terminal.status).toBe(130);
  expect(kept(repo).values['goal']).toBe('First line.\nSecond line.');
  const none = openTerminal(['new'], { cwd: repo, env: { EDITOR: 'no-such-editor' } });
  await choose(none, 'answers from before');
  await line(none, 'Why is the problem', ':e');
  await none.see('ended with status 127');
  await none.see('\n  > ');
  none.type(KEY.ctrlC);
  expect(await none.status).toBe(130);
});

/** What somebody types who writes their first brief: each Enter answers one prompt. */
const FIRST_BRIEF: readonly (readonly [question: string, keys: string])[] = [
  ['(git init)?', ''],
  ['What is it called', 'f'],
  ['only what is needed: 7 answers', 'Halve deployment time'],
  ['What does success look like?', 'Cut the median deployment from 40 to 20 minutes.'],
  ['Do you hand over', ''],
  ['Why is the problem worth solving?', 'Hotfixes wait, so releases are large.'],
  ['What is the scope', 'The pipeline'],
  ['- The pipeline', ''],
  ['What quality of outcome', '98 % of deployments succeed'],
  ['- 98 % of deployments succeed', ''],
  ['Who takes it?', 'Bor Kos <bor@example.com>'],
  ['What now?', ''],
];

test('a first brief takes at most 14 prompts, and every command that is named runs', async () => {
  expect(FIRST_BRIEF.length).toBeLessThanOrEqual(14);
  const folder = join(tempFolder(), 'first');
  const terminal = openTerminal(['-C', folder, 'new'], { cwd: tempFolder(), env: ANA, rows: 200 });
  for (const [question, keys] of FIRST_BRIEF) {
    await terminal.screen((rows) => isWaiting(rows, question));
    if (question === 'What now?') {
      // Before there is a file, and after: what is named can be run as it stands there.
      terminal.type('read');
      await terminal.screen((rows) => rows.includes('❯ read the hints'));
      terminal.type(KEY.enter);
      const rows = await terminal.screen((all) => isWaiting(all, '- hint: '));
      await runAll(folder, commandsIn(rows), 6);
    }
    terminal.type(keys + KEY.enter);
  }
  await terminal.see('and committed it');
  expect(await terminal.status).toBe(0);
  const shown = await terminal.screen(() => true);
  await runAll(folder, commandsIn(shown.slice(shown.findIndex((row) => row.includes('Wrote')))), 1);
});

/** True when something is to be answered, below what was said of it. */
function isWaiting(rows: readonly string[], said: string): boolean {
  const at = rows.findLastIndex((row) => row.includes(said));
  const rest = rows.slice(at);
  const isOpen = /^ {2}[>-]$|\(Y\/n\)$/.test(rest.at(-1) ?? '');
  return at >= 0 && (isOpen || rest.some((row) => row.startsWith('❯')));
}

/** The commands that are named, each at the end of what is said of it. */
function commandsIn(rows: readonly string[]): string[] {
  const named = rows.flatMap((row) => /: (delegate [\w -]+)$/.exec(row)?.[1] ?? []);
  return [...new Set(named)];
}

async function runAll(cwd: string, commands: readonly string[], least: number): Promise<void> {
  expect(commands.length).toBeGreaterThanOrEqual(least);
  for (const command of commands) {
    const { status } = await runDelegate(command.split(' ').slice(1), { cwd, env: ANA });
    expect([command, status]).toEqual([command, 0]);
  }
}
