import { describe, expect, test, vi } from 'vitest';
import { askLine } from '../../src/prompts/line.ts';
import { openCanvas } from '../../src/prompts/canvas.ts';
import { asTyped } from '../../src/wizard/ask.ts';
import type { EmulatedHost } from '../support/emulator.ts';
import { emulatedHost } from '../support/emulator.ts';

interface Asked extends EmulatedHost {
  readonly answer: Promise<string>;
}

function ask({ columns = 40, mark = '>', initial = '', parse = asTyped } = {}): Asked {
  const terminal = emulatedHost(columns);
  const answer = askLine(terminal.host, {
    canvas: openCanvas(terminal.host),
    lead: `  ${mark} `,
    hanging: 4,
    initial,
    parse,
    problemLines: (problem) => [problem],
  });
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

describe('a line in the terminal', () => {
  test('is what was typed, without the blanks around it', async () => {
    const line = ask();
    await shows(line, '  >');
    line.type(' in 6 weeks ');
    await shows(line, '  >  in 6 weeks');
    line.type('\r');
    expect(await line.answer).toBe('in 6 weeks');
  });

  test('begins with what stands there, to be edited', async () => {
    const line = ask({ initial: 'Halve it' });
    await shows(line, '  > Halve it');
    line.type(' now\r');
    expect(await line.answer).toBe('Halve it now');
  });

  test('says what is wrong below, keeps the line, and goes on from it', async () => {
    const line = ask({
      parse: (text) => (text === '2026' ? { value: text } : { problem: '    No year.' }),
    });
    line.type('202\r');
    await shows(line, '  > 202', '    No year.');
    line.type('6');
    await shows(line, '  > 2026');
    line.type('\r');
    expect(await line.answer).toBe('2026');
  });

  test('a paste of several lines is one answer with all of them', async () => {
    const line = ask({ mark: '-' });
    line.type('one\rtwo\rthree\r');
    await shows(line, '  - one', '    two', '    three');
    expect(await line.answer).toBe('one\ntwo\nthree');
  });

  test('a backspace at the start of a pasted line takes the line before', async () => {
    const line = ask();
    line.type('one\rx\u007F\u007F!\r');
    expect(await line.answer).toBe('one!');
  });

  test('Enter alone is an answer too', async () => {
    const line = ask();
    line.type('\r');
    expect(await line.answer).toBe('');
  });
});

describe('a long line', () => {
  const TEXT = 'No incident report stays open for more than ten days';

  test('breaks between words while it is typed, with the cursor where the next letter goes', async () => {
    const line = ask({ columns: 30 });
    line.type(TEXT.slice(0, 36));
    await shows(line, '  > No incident report stays', '    open for mo');
    expect(line.cursor()).toEqual({ row: 1, column: 15 });
    line.type(TEXT.slice(36));
    await shows(line, '  > No incident report stays', '    open for more than ten', '    days');
    line.type('\u001B[D'.repeat(TEXT.length - 'No incident'.length));
    await shown(() => expect(line.cursor()).toEqual({ row: 0, column: 15 }));
    // All in one go, as a paste comes.
    line.type(' or complaint\r');
    expect(await line.answer).toBe(TEXT.replace('incident', 'incident or complaint'));
  });

  test('a word that is longer than the line is broken at its end', async () => {
    const line = ask({ columns: 21 });
    line.type('see https://example.com/a-page');
    await shows(line, '  > see', '    https://example.', '    com/a-page');
  });

  test('wide letters, marks and tabs take the columns that they take', async () => {
    const line = ask({ columns: 21 });
    line.type('部署時間 を半分にする, č\u0301 👩‍👧');
    await shown(() => expect(line.rows()[1]).toContain('を半分にする'));
    expect(line.rows()[0]).toBe('  > 部署時間');
  });

  test.each([
    [60, 30],
    [30, 60],
    [40, 23],
  ])('%i columns become %i: nothing is doubled, and no word is broken', async (from, to) => {
    const line = ask({ columns: from });
    line.type(TEXT);
    await shown(() => expect(words(line.rows())).toEqual(['>', ...TEXT.split(' ')]));
    await line.resize(to);
    await shown(() => {
      expect(words(line.allRows())).toEqual(['>', ...TEXT.split(' ')]);
      expect(Math.max(...line.rows().map((row) => row.length))).toBeLessThan(to);
    });
    line.type('!\r');
    expect(await line.answer).toBe(`${TEXT}!`);
  });
});

function words(rows: readonly string[]): string[] {
  return rows.join(' ').trim().split(/\s+/);
}
