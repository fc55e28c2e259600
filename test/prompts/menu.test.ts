import { describe, expect, test, vi } from 'vitest';
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
    ['zz', 'problem-solving'],
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

  test('are none, or the way back', async () => {
    const none = ask(MARKS);
    none.type('\r');
    expect(await none.answer).toEqual([]);
    const back = ask([...MARKS, entry('< back', { key: '<' })]);
    back.type('<\r');
    expect(await back.answer).toEqual(['< back']);
  });
});
