/** What is typed instead of an answer, in the terminal. */
import { describe, expect, test, vi } from 'vitest';
import { field } from '../../src/brief/fields.ts';
import { PLAIN } from '../../src/report/paint.ts';
import type { Ask, Question } from '../../src/wizard/ask.ts';
import { BACK } from '../../src/wizard/ask.ts';
import { parserOf } from '../../src/wizard/parse-answer.ts';
import { terminalAsk } from '../../src/wizard/terminal.ts';
import type { EmulatedHost } from '../support/emulator.ts';
import { emulatedHost } from '../support/emulator.ts';

const QUESTION: Question = { label: 'Q', ask: 'What?', why: 'Nobody knows it.' };
const ANA = 'Ana Novak <ana@example.com>';
const PERSON = parserOf(field('delegator'), { today: '2026-04-10', ids: () => [] });

interface Screen extends EmulatedHost {
  readonly ask: Ask;
  /** Types a line when the last row of the screen is as expected, and further down than before. */
  readonly answer: (row: string, keys: string) => Promise<void>;
}

async function open(): Promise<Screen> {
  const terminal = emulatedHost(60, 40);
  const ask = await terminalAsk(terminal.host, PLAIN);
  let seen = 0;
  return {
    ...terminal,
    ask,
    async answer(row, keys) {
      const isAsked = (): void => {
        expect(terminal.rows().at(-1)).toBe(row);
        expect(terminal.rows().length).toBeGreaterThan(seen);
      };
      await vi.waitFor(isAsked, { timeout: 20_000 });
      seen = terminal.rows().length;
      terminal.type(`${keys}\r`);
    },
  };
}

function hurried(): Question & { readonly said: () => number } {
  let count = 0;
  const hurry = (): string => `In a hurry, ${++count}.`;
  return { ...QUESTION, hurry, said: () => count };
}

describe('in place of a text', () => {
  test('? says why it is asked, and it is asked again', async () => {
    const { ask, answer, rows } = await open();
    const text = ask.text({ ...QUESTION, required: true }, '');
    await answer('  >', '?');
    await answer('  >', 'That');
    expect(await text).toBe('That');
    expect(rows().join('\n')).toContain('    Nobody knows it.\n    Instead of an answer: < goes');
  });

  test('f leaves open what is not needed, and stays with what is', async () => {
    const { ask, answer } = await open();
    const open1 = ask.text(hurried(), '');
    await answer('  >', 'f');
    expect(await open1).toBe('');
    const needed = ask.text({ ...hurried(), required: true }, '');
    await answer('  >', 'f');
    await answer('  >', 'That');
    expect(await needed).toBe('That');
  });

  test('f is an answer like another where there is nothing to leave out', async () => {
    const { ask, answer } = await open();
    const text = ask.text(QUESTION, '');
    await answer('  >', 'f');
    expect(await text).toBe('f');
  });

  test('after what stood there they are read where they cannot belong to it', async () => {
    const { ask, answer } = await open();
    const question = hurried();
    const person = ask.text(question, ANA, PERSON);
    await answer(`  > ${ANA}`, '?');
    await answer(`  > ${ANA}`, 'f');
    expect(await person).toBe(ANA);
    expect(question.said()).toBe(1);
    const why = ask.text(question, 'Do they know', (value) => ({ value }));
    await answer('  > Do they know', '?');
    expect(await why).toBe('Do they know?');
    const back = ask.text(question, 'Do they know', (value) => ({ value }));
    await answer('  > Do they know', '<');
    expect(await back).toBe(BACK);
  });
});

describe('a list', () => {
  test('is kept item by item, and what is taken back is not', async () => {
    const { ask, answer } = await open();
    const kept: unknown[] = [];
    const list = ask.list({ ...QUESTION, keep: (items) => kept.push(items) }, []);
    await answer('  -', 'one');
    await answer('  -', 'two');
    await answer('  -', '<');
    await answer('  -', '');
    expect(await list).toEqual(['one']);
    expect(kept).toEqual([['one'], ['one', 'two'], ['one']]);
  });
});

describe('in place of an item', () => {
  test('< takes back what was typed here, then goes back', async () => {
    const { ask, answer } = await open();
    const list = ask.list(QUESTION, ['one']);
    await answer('  -', 'two');
    await answer('  -', '<');
    await answer('  -', '<');
    expect(await list).toBe(BACK);
  });

  test('f keeps the items that there are; without one that is needed it stays', async () => {
    const { ask, answer } = await open();
    const list = ask.list({ ...hurried(), required: true }, []);
    await answer('  -', 'f');
    await answer('  -', '?');
    await answer('  -', 'one');
    await answer('  -', 'f');
    expect(await list).toEqual(['one']);
  });
});

describe('in place of a choice', () => {
  const OPTIONS = ['first-time', 'similar'].map((value) => ({ value, name: value }));

  test.each([
    ['f', undefined],
    ['fi', 'first-time'],
    ['<', BACK],
    ['2', 'first-time'],
  ])('%j', async (keys, chosen) => {
    const { ask, answer } = await open();
    const choice = ask.choice(hurried(), OPTIONS);
    await answer('  < back', keys);
    expect(await choice).toBe(chosen);
  });

  test('? says why, and what was chosen before is still there', async () => {
    const { ask, answer, rows } = await open();
    const choice = ask.choice({ ...hurried(), required: true }, OPTIONS, 'similar');
    await answer('  < back', '?');
    await answer('  < back', 'f');
    expect(await choice).toBe('similar');
    expect(rows().join('\n')).toContain('Nobody knows it.');
    expect(rows().join('\n')).not.toContain('editor');
  });
});
