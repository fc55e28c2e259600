/** What the options of all commands have in common. */
import { describe, expect, test } from 'vitest';
import { GOOD_BRIEF, runDelegate, tempRepo } from '../support/index.ts';

const DATES = 'Write 2026-06-30, 7 dec, friday, in 2 weeks, or end of june.';

const repo = tempRepo({ 'briefs/a.md': GOOD_BRIEF });
const run = (...args: string[]) => runDelegate(args, { cwd: repo });

describe.each([['list'], ['show', 'a'], ['health'], ['rules'], ['log', 'a']])(
  'the formats of %s',
  (...command) => {
    test('--json is short for --format json', async () => {
      const json = await run(...command, '--json');
      expect(JSON.parse(json.out)).toMatchObject({ version: 1 });
      expect(await run(...command, '--format', 'json')).toEqual(json);
      expect(await run(...command, '--json', '--format', 'json')).toEqual(json);
      // As text, `show` writes a letter; what it shows in a terminal has no name.
      if (command[0] === 'show') return;
      expect(await run(...command, '--format', 'text')).toEqual(await run(...command));
    });

    test('an unknown one suggests the nearest', async () => {
      const { status, out, err } = await run(...command, '--format', 'jsno');
      expect(err).toMatch(/^delegate: there is no format "jsno"\nDid you mean json\? It can be: /);
      expect({ status, out }).toEqual({ status: 2, out: '' });
    });

    test('two different ones are refused', async () => {
      const { status, err } = await run(...command, '--json', '--format', 'text');
      expect([status, err]).toEqual([
        2,
        'delegate: --json and --format text do not go together\nLeave one of them out.\n',
      ]);
    });
  },
);

test.each([
  [
    ['rules', '--json', '--markdown'],
    '--json and --markdown do not go together\nLeave one of them out.',
  ],
  [
    ['log', '--oneline', '--patch'],
    '--oneline and --patch do not go together\nLeave one of them out.',
  ],
  [
    ['lint', '--watch', '--baseline', 'x', '--update-baseline'],
    '--watch and --update-baseline do not go together\nLeave one of them out.',
  ],
  [['lint', '--stdin-filename', 'x.md'], '--stdin-filename needs --stdin\nAdd --stdin.'],
  [['show', 'a', '--today', '2026-02-30'], `--today is "2026-02-30", which is no date\n${DATES}`],
  [['list', '--due', 'soon'], `--due is "soon", which is no date\n${DATES}`],
  [['pause', 'a', '--until', 'soon'], `--until is "soon", which is no date\n${DATES}`],
  [
    ['list', '--status', 'draft,acepted'],
    '--status is "acepted"\nDid you mean accepted? It can be: draft, proposed, accepted, paused, done, cancelled.',
  ],
  [
    ['log', '--standing', 'silence'],
    '--standing is "silence"\nDid you mean silent? It can be: shaping, agreed, open, disputed, silent, undone, withdrawn, free.',
  ],
  [['close', 'a', '--as', 'finished'], '--as is "finished"\nIt can be: done, cancelled.'],
  [['lint', '--rule', 'xyz=off'], 'there is no rule "xyz"\nSee "delegate rules".'],
  [
    ['schema', 'brif'],
    'there is no schema of "brif"\nDid you mean brief? It can be: brief, config, line.',
  ],
])('%j is refused', async (args, message) => {
  expect(await run(...args)).toEqual({ status: 2, out: '', err: `delegate: ${message}\n` });
});

test('what is repeated is collected, between commas too', async () => {
  const statuses = async (...args: string[]): Promise<number> => {
    const { out } = await run('list', '--json', ...args);
    return (JSON.parse(out) as { briefs: unknown[] }).briefs.length;
  };
  expect(await statuses('--status', 'draft', '--status', 'accepted')).toBe(1);
  expect(await statuses('--status', 'draft, accepted')).toBe(1);
  expect(await statuses('--status', 'draft')).toBe(0);
});
