import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { draftBrief, git, runDelegate, tempRepo, write } from '../support/index.ts';

const PATH = 'briefs/halve.md';
const BOR = 'Bor Kos <bor@example.com>';
const PROPOSED = draftBrief().replace('status: draft', 'status: proposed');
const MAIL = `Hi Ana,

I take on halving the wait for a deploy, for the web service only; how
is up to me.

Cheers,
Bor

On Fri, Apr 3, 2026 at 10:12 AM Ana Novak <ana@example.com> wrote:

> Halve deployment time
> Ana Novak hands this over to Bor Kos.
`;

function team() {
  const cwd = tempRepo({ [PATH]: PROPOSED });
  const accept = (args: readonly string[], input?: string) =>
    runDelegate(['accept', 'halve', ...args, '--today', '2026-04-12'], {
      cwd,
      ...(input === undefined ? {} : { input }),
    });
  const text = () => readFileSync(join(cwd, PATH), 'utf8');
  return { cwd, accept, text, values: () => readBrief(text()).values };
}

describe('delegate accept --from', () => {
  it('takes the answer as their backbrief, tells what it left out, and on whose word it is', async () => {
    const { cwd, accept, values } = team();
    write(cwd, 'answer.txt', MAIL);
    const { status, err } = await accept(['--by', BOR, '--from', 'answer.txt']);
    expect(status).toBe(0);
    expect(values()).toMatchObject({
      status: 'accepted',
      agreement: {
        by: BOR,
        'recorded-by': 'Ana Novak <ana@example.com>',
        backbrief:
          'I take on halving the wait for a deploy, for the web service only; how is up to me.',
      },
    });
    expect(err.split('\n').slice(1, 5)).toEqual([
      'Their words: I take on halving the wait for a deploy, for the web service only; how is up to me.',
      'Left out the greeting: Hi Ana,',
      'Left out the signature: Cheers, Bor',
      'Left out what is quoted (4 lines): On Fri, Apr 3, 2026 at 10:12 AM Ana Novak <ana@example.com> wrote: > Halve deployment time > Ana No…',
    ]);
    expect(git(cwd, 'log', '-1', '--format=%s')).toContain('on the word of Ana Novak');
  });

  it('reads standard input', async () => {
    const { accept, values } = team();
    expect(await accept(['--by', BOR, '--from', '-'], MAIL)).toMatchObject({ status: 0 });
    expect(values().agreement?.backbrief).toMatch(/^I take on halving/);
  });

  it('takes an objection', async () => {
    const { accept, text, values } = team();
    const input = `Hello Ana,\n\nTwo days a week do not fit\nbeside the migration.\n\n-- \nBor Kos\n`;
    expect(await accept(['--by', BOR, '--object-from', '-'], input)).toMatchObject({ status: 0 });
    expect(values().status).toBe('draft');
    expect(text()).toContain(
      '- 2026-04-12, Bor Kos: Two days a week do not fit beside the migration.',
    );
  });

  it.each([
    ['nothing of their own', '> Goal: halve it\n', /has no words of Bor Kos: all of it repeats/],
    ['nothing at all', '\n', /has no words of Bor Kos: it is empty/],
    ['too little', 'Fine.\n', /so nothing was accepted/],
    [
      'a mail with its headers',
      `Received: from x\nContent-Type: text/plain\n\n${MAIL}`,
      /is a mail as it was sent/,
    ],
  ])('writes nothing for %s', async (_, input, message) => {
    const { accept, text } = team();
    const { status, err } = await accept(['--by', BOR, '--from', '-'], input);
    expect(status).toBe(2);
    expect(err).toMatch(message);
    expect(text()).toBe(PROPOSED);
  });

  it('wants to know whose word it is, and one answer only', async () => {
    const { accept, text } = team();
    expect((await accept(['--from', '-'], MAIL)).err).toContain('--by is missing');
    const two = await accept(['--by', BOR, '--from', '-', '--object', 'No'], MAIL);
    expect(two.err).toContain('--from and --object do not go together');
    const missing = await accept(['--by', BOR, '--from', 'none.txt']);
    expect(missing.err).toContain('none.txt cannot be read: there is no such file');
    expect(text()).toBe(PROPOSED);
  });

  it('shows control characters of an answer and does not send them', async () => {
    const { accept } = team();
    const input = `I own the wait \u001B[31mred\u001B[0m and how is up to me.\n`;
    const { err } = await accept(['--by', BOR, '--from', '-'], input);
    expect(err).not.toContain('\u001B');
  });
});
