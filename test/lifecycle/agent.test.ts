/** What a coding agent does not do in a person's place, however it is known. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { AGENT_PROGRAMS, agentProgram } from '../../src/lifecycle/agent-programs.ts';
import { CHANGED_BRIEF, GOOD_BRIEF, draftBrief, runDelegate, tempRepo } from '../support/index.ts';

const PATH = 'briefs/halve.md';
const AGENT = { GIT_AUTHOR_NAME: 'Build Agent', GIT_AUTHOR_EMAIL: 'agent@example.com' };
const BOR = { GIT_AUTHOR_NAME: 'Bor Kos', GIT_AUTHOR_EMAIL: 'bor@example.com' };
const PROGRAM = { CLAUDECODE: '1' };
const PEOPLE = 'people:\n  Build Agent: {email: agent@example.com, agent: true}\n';
const PROPOSED = draftBrief().replace('status: draft', 'status: proposed');
const SAYS = ['--backbrief', 'I own the wait for a deploy, and how is mine to choose.'];
const CLOSES = ['close', 'halve', '--as', 'done', '--outcome', '18 minutes.', '--met', 'all'];
const OPEN = CHANGED_BRIEF.replace(
  'agreed-by: Bor Kos <bor@example.com>',
  'by: Ana Novak <ana@example.com>',
);

const forAgent = (text: string): string =>
  text.replaceAll('Bor Kos <bor@example.com>', 'Build Agent <agent@example.com>');

function repository(text: string, config = PEOPLE) {
  const cwd = tempRepo({ [PATH]: text, '.delegate.yaml': config });
  const run = (args: readonly string[], env: Record<string, string | undefined> = {}) =>
    runDelegate([...args, '--today', '2026-04-17'], { cwd, env });
  return { run, values: () => readBrief(readFileSync(join(cwd, PATH), 'utf8')).values };
}

describe.each([
  ['by the identity that git has', AGENT],
  ['by the program that started it', PROGRAM],
])('an agent, known %s,', (_, env) => {
  it('closes nothing', async () => {
    const { run, values } = repository(GOOD_BRIEF);
    const { status, err } = await run(CLOSES, env);
    expect(status).toBe(2);
    expect(err).toMatch(/^delegate: .*, and an agent does not close a brief\n/);
    expect(err).toContain(
      'Ana Novak <ana@example.com> can, in a terminal of their own: delegate close b-7k3f9q2m\n',
    );
    expect(values().status).toBe('accepted');
  });

  it('accepts nothing in the name of a person', async () => {
    const { run, values } = repository(PROPOSED);
    const { status, err } = await run(['accept', 'halve', '--by', 'Bor Kos', ...SAYS], env);
    expect(status).toBe(2);
    expect(err).toContain('an agent does not accept in the name of Bor Kos <bor@example.com>\n');
    expect(err).toContain('Bor Kos can, in a terminal of their own: delegate accept b-3m9x2c7p\n');
    expect(values().status).toBe('proposed');
  });

  it('agrees to nothing in the name of a person', async () => {
    const { run, values } = repository(OPEN);
    const { status, err } = await run(['agree', 'halve', '--by', 'Bor Kos'], env);
    expect(status).toBe(2);
    expect(err).toContain('an agent does not agree in the name of Bor Kos <bor@example.com>\n');
    expect(err).toContain('Bor Kos can, in a terminal of their own: delegate agree b-7k3f9q2m\n');
    expect(values().changes?.[0]?.['agreed-by']).toBeUndefined();
  });

  it('takes on what is delegated to it', async () => {
    const { run, values } = repository(forAgent(PROPOSED));
    const { status, err } = await run(['accept', 'halve', ...SAYS], env);
    expect([status, err.split('\n')[0]]).toEqual([0, expect.stringMatching(/^Accepted /)]);
    expect(values().agreement?.by).toBe('Build Agent <agent@example.com>');
  });

  it('records no consent of a person to what it moves', async () => {
    const { run, values } = repository(forAgent(GOOD_BRIEF));
    const moves = ['amend', 'halve', '--set', 'timeline.due=2026-07-31', '--reason', 'More to do.'];
    const { status, err } = await run([...moves, '--agreed-by', 'Ana Novak'], env);
    expect(status).toBe(2);
    expect(err).toMatch(/an agent does not (?:agree|amend) in the name of Ana Novak/);
    expect(values().changes).toBeUndefined();
  });
});

it('does not agree to its own amendment, which waits for the person', async () => {
  const { run, values } = repository(forAgent(GOOD_BRIEF));
  const moves = ['amend', 'halve', '--set', 'timeline.due=2026-07-31', '--reason', 'More to do.'];
  expect((await run(moves, AGENT)).err).toContain('Open until Ana Novak <ana@example.com> agrees');
  for (const [args, env] of [
    [[], AGENT],
    [['--by', 'Ana Novak'], AGENT],
    [[], PROGRAM],
    [['--by', 'ana@example.com'], { ...AGENT, ...PROGRAM }],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one try after the other
    const { status } = await run(['agree', 'halve', ...args], env);
    expect(status).toBe(2);
  }
  expect(values().changes?.[0]?.['agreed-by']).toBeUndefined();
  expect((await run(['agree', 'halve'])).status).toBe(0);
});

it('amends nothing under the name of the person whose program it is', async () => {
  const { run, values } = repository(GOOD_BRIEF);
  const moves = ['amend', 'halve', '--set', 'timeline.due=2026-07-31', '--reason', 'More to do.'];
  const { status, err } = await run(moves, { ...BOR, ...PROGRAM });
  expect(status).toBe(2);
  expect(err).toContain('an agent does not amend in the name of Bor Kos <bor@example.com>\n');
  expect(values().changes).toBeUndefined();
});

it('does not free itself of its contract: withdrawn, it is handed over by a person alone', async () => {
  const { run, values } = repository(forAgent(GOOD_BRIEF));
  const why = ['--reason', 'So.'];
  expect(
    (await run(['reassign', 'halve', '--delegator', 'Build Agent', ...why], AGENT)).status,
  ).toBe(2);
  expect((await run(['withdraw', 'halve', ...why], AGENT)).status).toBe(0);
  const { status, err } = await run(['propose', 'halve'], AGENT);
  expect([status, err]).toEqual([2, expect.stringContaining('does not propose a brief')]);
  expect((await run(['propose', 'halve'], PROGRAM)).status).toBe(2);
  expect((await run(['accept', 'halve', ...SAYS], AGENT)).status).toBe(2);
  expect(values().status).toBe('draft');
  expect((await run(['propose', 'halve'])).status).toBe(0);
});

it('resumes and reopens nothing that a person has set aside', async () => {
  for (const [status, command] of [
    ['paused', ['resume', 'halve']],
    ['cancelled', ['reopen', 'halve', '--reason', 'So.']],
  ] as const) {
    const brief = forAgent(GOOD_BRIEF).replace('status: accepted', `status: ${status}`);
    const { run, values } = repository(brief);
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await run(command, AGENT)).status).toBe(2);
    expect(values().status).toBe(status);
  }
});

it('helps its human to hand over to a person', async () => {
  const { run, values } = repository(draftBrief());
  expect((await run(['propose', 'halve'], PROGRAM)).status).toBe(0);
  expect(values().status).toBe('proposed');
});

it('may check in for the person whose program it is', async () => {
  const { run } = repository(GOOD_BRIEF);
  const said = ['check-in', 'halve', '--state', 'on-track', '--note', 'Half of it is done.'];
  expect((await run(said, { ...BOR, ...PROGRAM })).status).toBe(0);
});

test('people are left alone', async () => {
  const { run } = repository(OPEN);
  expect((await run(['agree', 'halve'], BOR)).status).toBe(0);
  expect((await run(CLOSES)).status).toBe(0);
});

describe('the variables', () => {
  test.each(AGENT_PROGRAMS.map(({ variable }) => variable))('%s says who is at work', (name) => {
    expect(agentProgram({ [name]: '1' })?.variable).toBe(name);
    expect(agentProgram({ [name]: '' })).toBeUndefined();
    expect(agentProgram({ [name]: '0' })).toBeUndefined();
  });

  test('what a person may have set is no agent', () => {
    const env = { AGENT: 'ssh', CURSOR_TRACE_ID: 'x', CODEX_HOME: '/x', AIDER_MODEL: 'x' };
    expect(agentProgram(env)).toBeUndefined();
  });

  test('what they hold is shown nowhere', async () => {
    const { run } = repository(GOOD_BRIEF);
    const { status, err } = await run(CLOSES, { AI_AGENT: '\u001B[2J::error::PWN' });
    expect(status).toBe(2);
    expect(err).not.toMatch(/PWN|\u001B/);
  });
});
