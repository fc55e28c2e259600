import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openCanvas } from '../../src/prompts/canvas.ts';
import type { Entry } from '../../src/prompts/menu.ts';
import { askMenu } from '../../src/prompts/menu.ts';
import { PLAIN } from '../../src/report/paint.ts';
import type { EmulatedHost } from '../support/emulator.ts';
import { emulatedHost } from '../support/emulator.ts';

const DOWN = '\u001B[B';

function entry(name: string, more: Partial<Entry<string>> = {}): Entry<string> {
  const [short = name] = name.split(' – ');
  return { value: short, name, short, ...more };
}

const APPROACHES = [
  entry('problem-solving – the whole problem: they plan and decide how'),
  entry('shared – you plan it together'),
  entry('execution – the tasks: you own the plan, they carry it out'),
  entry('< back', { key: '<' }),
  entry('? why it is asked', { key: '?', hidden: true }),
];

interface Asked extends EmulatedHost {
  readonly answer: Promise<readonly string[]>;
}

function ask(
  entries: readonly Entry<string>[],
  { columns = 60, rows = 24, active = 0 } = {},
): Asked {
  const terminal = emulatedHost(columns, rows);
  const canvas = openCanvas(terminal.host);
  const answer = askMenu(terminal.host, { canvas, paint: PLAIN, entries, active });
  answer.catch(() => {}); // interrupted at the end of a test that leaves it open
  return { ...terminal, answer };
}

/** Waits until what is expected is on the screen; a busy machine takes its time. */
function shown(expected: () => void): Promise<void> {
  return vi.waitFor(expected, { timeout: 20_000, interval: 10 });
}

async function shows({ rows }: EmulatedHost, ...expected: readonly string[]): Promise<void> {
  await shown(() => expect(rows()).toEqual(expected));
}

describe('a choice in the terminal', () => {
  test('is made with the arrows, and what was chosen stays', async () => {
    const menu = ask(APPROACHES, { columns: 40 });
    await shows(
      menu,
      '❯ problem-solving – the whole problem:',
      '  they plan and decide how',
      '  shared – you plan it together',
      '  execution – the tasks: you own the',
      '  plan, they carry it out',
      '  < back',
    );
    menu.type(DOWN);
    await shown(() => expect(menu.rows()[2]).toBe('❯ shared – you plan it together'));
    menu.type('\r');
    expect(await menu.answer).toEqual(['shared']);
    await shows(menu, '  > shared');
  });

  test.each([
    ['ex', 'execution'],
    ['2', 'shared'],
    ['<', '< back'],
    ['?', '? why it is asked'],
    [DOWN.repeat(9), '< back'],
    ['execution ', 'execution'],
  ])('by %j it comes to "%s"', async (keys, chosen) => {
    const menu = ask(APPROACHES);
    await shown(() => expect(menu.rows()[0]).toContain('❯'));
    menu.type(keys);
    menu.type('\r');
    expect(await menu.answer).toEqual([chosen]);
  });

  test('of many shows those around the one, and that there are more', async () => {
    const entries = Array.from({ length: 30 }, (_, index) => entry(`number ${index}`));
    const menu = ask(entries, { rows: 8, active: 15 });
    await shows(menu, '  ⋮', '  number 14', '❯ number 15', '  number 16', '  number 17', '  ⋮');
    menu.type(DOWN.repeat(20));
    await shown(() => expect(menu.rows().at(-1)).toBe('❯ number 29'));
    expect(menu.allRows()).toHaveLength(5);
  });

  test('stands once and between words when the terminal changes its width', async () => {
    const menu = ask(APPROACHES, { columns: 70 });
    await shown(() => expect(menu.rows()[0]).toContain('❯'));
    const words = menu.rows().join(' ').split(/\s+/);
    for (const columns of [30, 50, 25]) {
      await menu.resize(columns);
      await shown(() => {
        expect(menu.allRows().join(' ').split(/\s+/)).toEqual(words);
        expect(Math.max(...menu.rows().map((row) => row.length))).toBeLessThan(columns);
      });
    }
  });
});

const NONE = [
  '    Nothing here begins with what was typed. Use the arrows, a figure',
  '    or the first letters.',
];
const AGAIN = [NONE[0], '    or the first letters. Enter again takes: problem-solving.'];

describe('what fits no entry', () => {
  /** A menu in which it was typed, and what was to be seen of it then. */
  async function misfit(keys: string, hint: readonly (string | undefined)[]): Promise<Asked> {
    const menu = ask(APPROACHES, { columns: 72 });
    await shown(() => expect(menu.rows()[0]).toContain('❯'));
    menu.type(keys);
    await shown(() => expect(menu.rows().slice(4)).toEqual(hint));
    expect(menu.rows()[0]).toContain('❯');
    return menu;
  }

  /** Types what no paste can have brought, some time after the rest. */
  function typeLater(menu: Asked, keys: string): void {
    vi.advanceTimersByTime(1000);
    menu.type(keys);
  }

  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  test.each([
    'zz',
    'Shut it all down, and then 2',
    'execution of the tasks',
    'é',
    '\u{1F642}',
    '9',
    '2 < 3 ?',
  ])('as %j does, is told, and moves nothing', async (keys) => {
    await misfit(keys, NONE);
  });

  test.each([
    ['a sentence', 'Fewer refunds\r'],
    ['a paste of several lines', 'Fewer refunds\r\n\r\n2\r\nshared\r\n'],
    ['the same from another system', 'Fewer refunds\n\n2\nshared\n'],
  ])('is not taken by the Enter after it: %s', async (_, keys) => {
    const menu = await misfit(keys, AGAIN);
    typeLater(menu, '\r');
    expect(await menu.answer).toEqual(['problem-solving']);
    await shows(menu, '  > problem-solving');
  });

  describe.each([
    ['after a while', 'Fewer refunds', NONE],
    ['after Enter', 'Fewer refunds\r', AGAIN],
  ])('is forgotten %s', (_, keys, hint) => {
    test.each([
      ['an arrow', DOWN, 1],
      ['a figure', '3', 2],
      ['a first letter', 'e', 2],
      ['the backspace key', '\u007F', 0],
    ])('by %s', async (__, key, chosen) => {
      const menu = await misfit(keys, hint);
      typeLater(menu, key);
      await shown(() => expect(menu.rows()).toHaveLength(4));
      expect(menu.rows()[chosen]).toContain('❯');
      menu.type('\r');
      expect(await menu.answer).toEqual([APPROACHES[chosen]?.value]);
    });
  });

  test('is told where there is little place, and not of what was chosen after it', async () => {
    const menu = ask(APPROACHES, { columns: 30, rows: 12 });
    menu.type('Fewer refunds\r');
    await shows(
      menu,
      '❯ problem-solving – the whole',
      '  problem: they plan and',
      '  decide how',
      '  ⋮',
      '    Nothing here begins with',
      '    what was typed. Use the',
      '    arrows, a figure or the',
      '    first letters. Enter',
      '    again takes:',
      '    problem-solving.',
    );
    typeLater(menu, '\r');
    await shows(menu, '  > problem-solving');
  });
});

describe('any of several', () => {
  const MARKS = ['Growth', 'Assumptions'].map((name) => entry(name, { markable: true }));

  test('are marked with the space bar', async () => {
    const menu = ask([...MARKS, entry('< back', { key: '<' })]);
    await shows(menu, '❯ ◯ Growth', '  ◯ Assumptions', '  < back');
    menu.type(` ${DOWN} `);
    await shows(menu, '  ◉ Growth', '❯ ◉ Assumptions', '  < back');
    menu.type(' \r');
    expect(await menu.answer).toEqual(['Growth']);
  });

  test('are not marked by the blanks of a sentence', async () => {
    const menu = ask([...MARKS, entry('< back', { key: '<' })], { columns: 72 });
    menu.type('Fewer of them\r');
    await shows(
      menu,
      '❯ ◯ Growth',
      '  ◯ Assumptions',
      '  < back',
      NONE[0] as string,
      '    or the first letters. Enter again takes: none.',
    );
    expect(menu.allRows()).toHaveLength(5);
  });

  test('are none, or the way back', async () => {
    const none = ask(MARKS);
    none.type('\r');
    expect(await none.answer).toEqual([]);
    const back = ask([...MARKS, entry('< back', { key: '<' })]);
    back.type('<\r');
    expect(await back.answer).toEqual(['< back']);
  });
});
