/** Proposing a change moves nothing; a person takes it over, as any change that they make. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { proposalText, readProposals } from '../../src/agreement/proposals.ts';
import { goalpostMoved } from '../../src/agreement/seals.ts';
import { readBrief } from '../../src/brief/read.ts';
import { GOOD_BRIEF, draftBrief, runDelegate, tempRepo, write } from '../support/index.ts';

const PATH = 'briefs/halve.md';
const AGENT = { GIT_AUTHOR_NAME: 'Build Agent', GIT_AUTHOR_EMAIL: 'agent@example.com' };
const PEOPLE = 'people:\n  Build Agent: {email: agent@example.com, agent: true}\n';
const BRIEF = GOOD_BRIEF.replaceAll('Bor Kos <bor@example.com>', 'Build Agent <agent@example.com>');
const REASON = ['--reason', 'The import takes a month longer.'];

function repository(brief = BRIEF) {
  const cwd = tempRepo({ [PATH]: brief, '.delegate.yaml': PEOPLE });
  const text = () => readFileSync(join(cwd, PATH), 'utf8');
  return {
    cwd,
    text,
    values: () => readBrief(text()).values,
    amend: (args: readonly string[], env: Record<string, string> = {}) =>
      runDelegate(['amend', 'halve', ...args, '--today', '2026-04-17'], { cwd, env }),
    run: (args: readonly string[], env: Record<string, string> = {}) =>
      runDelegate([...args, '--today', '2026-04-20'], { cwd, env }),
  };
}

describe('a proposal', () => {
  it('says why, and from what to what, and moves nothing', async () => {
    const { amend, text, values } = repository();
    const { status, err } = await amend(
      [
        '--propose',
        ...['--set', 'due=2026-07-31', '--add', 'guardrails=No work on Fridays'],
        ...['--remove', 'guardrails=No new paid', ...REASON],
      ],
      AGENT,
    );
    expect([status, err]).toEqual([0, expect.stringContaining('Nothing has moved.')]);
    expect(text().split('## Proposals\n\n')[1]).toBe(
      [
        '- 2026-04-17, Build Agent: The import takes a month longer.',
        '  - set timeline.due: "2026-06-30" → "2026-07-31"',
        '  - add guardrails: "No work on Fridays"',
        '  - remove guardrails: "No new paid services"',
        '',
      ].join('\n'),
    );
    expect(text().split('## Proposals')[0]?.trimEnd()).toBe(BRIEF.trimEnd());
    expect([goalpostMoved(values()), values().changes]).toEqual([false, undefined]);
  });

  it('is taken over by a person, with its reason, and waits for the other side', async () => {
    const { amend, run, text, values } = repository();
    await amend(['--propose', '--set', 'due=2026-07-31', ...REASON], AGENT);
    for (const env of [AGENT, { CLAUDECODE: '1' }]) {
      // oxlint-disable-next-line no-await-in-loop -- one try after the other
      const { status, err } = await amend(['--from-proposal'], env);
      expect([status, err]).toEqual([
        2,
        expect.stringContaining('delegate amend b-7k3f9q2m --from-proposal\n'),
      ]);
    }
    const { status, err } = await amend(['--from-proposal']);
    expect([status, err]).toEqual([
      0,
      expect.stringContaining('Open until Build Agent <agent@example.com> agrees'),
    ]);
    expect(err).toContain('Proposal 1 of 2026-04-17, by Build Agent: The import takes');
    expect(values()).toMatchObject({
      'timeline.due': '2026-07-31',
      changes: [{ reason: 'The import takes a month longer.', by: 'Ana Novak <ana@example.com>' }],
    });
    expect(text()).toContain('- 2026-04-17, Build Agent, taken over on 2026-04-17: The import');
    expect((await amend(['--from-proposal'])).err).toContain('has no open proposal');
    expect((await amend(['--from-proposal', '1'])).err).toContain('was taken over already');
    expect((await run(['agree', 'halve'], AGENT)).status).toBe(0);
    expect((await run(['lint', '--quiet'])).status).toBe(0);
  });

  it('is none any more where the field has moved since', async () => {
    const { amend } = repository();
    await amend(['--propose', '--set', 'due=2026-07-31', ...REASON], AGENT);
    await amend(['--set', 'due=2026-06-15', '--reason', 'The freeze.']);
    const { status, err } = await amend(['--from-proposal']);
    expect([status, err]).toEqual([2, expect.stringContaining('is no longer what it was')]);
  });

  it('is declined by a person, with the reason', async () => {
    const { amend, text, values } = repository();
    await amend(['--propose', '--set', 'due=2026-07-31', ...REASON], AGENT);
    expect((await amend(['--decline-proposal', '--reason', 'No.'], AGENT)).status).toBe(2);
    expect((await amend(['--decline-proposal'])).err).toContain('--reason is missing');
    const { status } = await amend(['--decline-proposal', '--reason', 'The freeze\nstands.']);
    expect(status).toBe(0);
    expect(text()).toContain('Build Agent, declined on 2026-04-17: The import takes');
    expect(text()).toContain('- 2026-04-17, Ana Novak declines 1: The freeze stands.\n');
    expect(values()['timeline.due']).toBe('2026-06-30');
    expect((await amend(['--from-proposal', '1'])).err).toContain('was declined already');
    await amend(['--propose', '--set', 'due=2026-07-31', ...REASON], AGENT);
    expect((await amend(['--from-proposal', '2'])).status).toBe(0);
  });

  it('is named by its number where there are several', async () => {
    const { amend, values } = repository();
    await amend(['--propose', '--set', 'due=2026-07-31', ...REASON], AGENT);
    await amend(['--propose', '--add', 'guardrails=No work on Fridays', ...REASON], AGENT);
    expect((await amend(['--from-proposal'])).err).toContain('has 2 open proposals');
    expect((await amend(['--from-proposal', '2'])).status).toBe(0);
    expect(values().guardrails).toContain('No work on Fridays');
    expect(values()['timeline.due']).toBe('2026-06-30');
  });

  it.each([
    [['--set', 'due=never', ...REASON], 'is no date'],
    [['--set', 'goall=x', ...REASON], 'which is not a field'],
    [['--set', 'why=Because.', ...REASON], 'this moves nothing that was agreed'],
    [REASON, '--set, --add or --remove is missing'],
    [['--set', 'due=2026-07-31'], '--reason is missing'],
    [['--set', 'due=2026-07-31', '--reason', ' '], '--reason is empty'],
  ])('of %j is refused', async (args, why) => {
    const { amend, text } = repository();
    const { status, err } = await amend(['--propose', ...args], AGENT);
    expect([status, err]).toEqual([2, expect.stringContaining(why)]);
    expect(text()).toBe(BRIEF);
  });

  it('is for what was agreed', async () => {
    const { amend } = repository(draftBrief());
    const { status, err } = await amend(['--propose', '--set', 'due=2026-07-31', ...REASON]);
    expect([status, err]).toEqual([2, expect.stringContaining('is not accepted yet')]);
  });

  it.each([
    '- 2026-04-17, X: y\n  - set status: nothing → "done"',
    '- 2026-04-17, X: y\n  - set agreement: nothing → "x"',
  ])('that somebody wrote by hand moves nothing else: %j', async (lines) => {
    const { amend, cwd, text } = repository();
    write(cwd, PATH, `${BRIEF}\n## Proposals\n\n${lines}\n`);
    const before = text();
    expect((await amend(['--from-proposal'])).status).toBe(2);
    expect(text()).toBe(before);
  });
});

it('is read as it was written, whatever it says', () => {
  for (const value of ['" → "', 'a\n- 2026-04-17, X: y', '\\', '::error::x', '']) {
    const changes = [{ kind: 'set', field: 'goal', from: value || undefined, value }] as const;
    const text = `---\n---\n## Proposals\n\n${proposalText({ date: '2026-04-17', by: 'A: b <a@b.c>', reason: `x\n## Context\n${value}`, changes })}\n`;
    const [only, ...others] = readProposals(readBrief(text));
    expect([only?.by, only?.changes, others]).toEqual(['A b', changes, []]);
  }
});

it('is told as claimed, what a check-in says to have shown', async () => {
  const { run, text } = repository();
  const said = ['check-in', 'halve', '--state', 'on-track', '--note', 'All is in.'];
  expect((await run([...said, '--evidence', 'npm test\npasses'], AGENT)).status).toBe(0);
  expect(text()).toContain(
    '\n## Evidence\n\n- 2026-04-20, Build Agent, claimed: npm test passes\n',
  );
  expect((await run([...said, '--evidence', ' '], AGENT)).err).toContain('--evidence is empty');
});
