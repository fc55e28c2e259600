import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedLines } from '../../src/brief/changed-lines.ts';
import { composeEdits } from '../../src/brief/compose-edits.ts';
import {
  columnOf,
  endOfLine,
  lineEnd,
  linesFrom,
  nextLine,
  startOfLine,
} from '../../src/brief/lines.ts';
import { lineIndex } from '../../src/brief/positions.ts';
import type { TextEdit } from '../../src/brief/text-edit.ts';
import { applyEdits } from '../../src/brief/text-edit.ts';

const TEXT = 'one\ntwo\r\n\r\nfour';

describe('the lines of a text', () => {
  it('end before their line ends, and the last without one', () => {
    expect([...linesFrom(TEXT, 0)]).toEqual([
      { start: 0, end: 3, next: 4, text: 'one' },
      { start: 4, end: 7, next: 9, text: 'two' },
      { start: 9, end: 9, next: 11, text: '' },
      { start: 11, end: 15, next: 15, text: 'four' },
    ]);
    expect([...linesFrom('one\r', 0)][0]?.text).toBe('one');
    expect([...linesFrom(TEXT, 15)]).toEqual([]);
    expect([...linesFrom(TEXT, 5)][0]?.text).toBe('wo');
  });

  it('begin and end for each place in them', () => {
    expect([0, 2, 3, 4, 6, 7, 9, 11, 15].map((at) => startOfLine(TEXT, at))).toEqual([
      0, 0, 0, 4, 4, 4, 9, 11, 11,
    ]);
    expect([0, 3, 4, 7, 9, 11].map((at) => endOfLine(TEXT, at))).toEqual([3, 3, 7, 7, 9, 15]);
    expect([0, 3, 4, 7, 9, 11].map((at) => nextLine(TEXT, at))).toEqual([4, 4, 9, 9, 11, 15]);
    expect(endOfLine('\n', 0)).toBe(0);
    expect(endOfLine('a\r\n', 2)).toBe(2);
  });

  it('have columns, in which a byte order mark does not count', () => {
    expect([0, 2, 4, 6].map((at) => columnOf(TEXT, at))).toEqual([0, 2, 0, 2]);
    expect(columnOf('\uFEFFone', 1)).toBe(0);
    expect(columnOf('one\n\uFEFFtwo', 6)).toBe(1);
  });

  it('end as the first of them', () => {
    expect(['a\r\nb\n', 'a\nb\r\n', '\n', 'a'].map(lineEnd)).toEqual(['\r\n', '\n', '\n', '\n']);
    expect(lineEnd('\r\n')).toBe('\r\n');
  });
});

describe('the positions of a text', () => {
  const made = () => lineIndex('one\ntwo\r\nthree\rfour');

  it('count from one', () => {
    const index = made();
    expect([0, 3, 4, 9, 15, 19].map(index.position)).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 4 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
      { line: 4, column: 5 },
    ]);
  });

  it('outside of it are moved to its edge', () => {
    const index = made();
    expect([index.position(-1), index.position(99)]).toEqual([
      { line: 1, column: 1 },
      { line: 4, column: 5 },
    ]);
    expect([
      index.offset(0, 1),
      index.offset(9, 1),
      index.offset(1, 99),
      index.offset(2, 99),
      index.offset(3, 99),
      index.offset(2, 0),
      index.offset(4, 99),
    ]).toEqual([0, 15, 3, 7, 14, 4, 19]);
  });

  it('have their lines', () => {
    const index = made();
    expect([0, 1, 2, 3, 4, 5].map(index.line)).toEqual([
      undefined,
      'one',
      'two',
      'three',
      'four',
      undefined,
    ]);
    expect(lineIndex('').line(1)).toBe('');
  });

  it('lead back to where they came from', () => {
    const text = fc
      .array(fc.constantFrom('a', '\n', '\r\n', '\r', 'ü'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(40), (all, at) => {
        const places = lineIndex(all);
        const { line, column } = places.position(at);
        const back = places.offset(line, column);
        const isBetween = /^\r?\n/.test(all.slice(Math.min(at, all.length) - 1)) && back < at;
        if (!isBetween) expect(back).toBe(Math.min(at, all.length));
      }),
    );
  });
});

describe('edits of a text', () => {
  it('are made whatever their order, and never over each other', () => {
    const edits: TextEdit[] = [
      { start: 4, end: 7, insert: 'TWO' },
      { start: 0, end: 0, insert: '<' },
      { start: 0, end: 3, insert: 'ONE' },
    ];
    expect(applyEdits(TEXT, edits)).toBe('<ONE\nTWO\r\n\r\nfour');
    expect(() => applyEdits(TEXT, [...edits, { start: 2, end: 5, insert: '' }])).toThrow('overlap');
    expect(applyEdits(TEXT, [])).toBe(TEXT);
  });

  it('in rounds are edits of the first text', () => {
    const round = (text: string) =>
      fc
        .array(fc.tuple(fc.nat(text.length), fc.nat(3), fc.constantFrom('', 'x', 'yz')), {
          maxLength: 3,
        })
        .map((all) => {
          const edits: TextEdit[] = [];
          let from = 0;
          for (const [at, length, insert] of all.toSorted((a, b) => a[0] - b[0])) {
            if (at < from) continue;
            const end = Math.min(text.length, at + length);
            edits.push({ start: at, end, insert });
            from = end + 1;
          }
          return edits;
        });
    const rounds = round('abcdefghij').chain((first) => {
      const after = applyEdits('abcdefghij', first);
      return round(after).chain((second) => {
        const later = applyEdits(after, second);
        return round(later).map((third) => ({ all: [first, second, third], later, third }));
      });
    });
    fc.assert(
      fc.property(rounds, ({ all, later, third }) => {
        const composed = composeEdits(10, all);
        expect(applyEdits('abcdefghij', composed)).toBe(applyEdits(later, third));
        for (const [at, { start }] of composed.entries()) {
          if (at > 0) expect(start).toBeGreaterThan((composed[at - 1] as TextEdit).end);
        }
      }),
    );
    expect(composeEdits(3, [])).toEqual([]);
    expect(composeEdits(3, [[{ start: 1, end: 2, insert: 'B' }]])).toEqual([
      { start: 1, end: 2, insert: 'B' },
    ]);
  });
});

describe('the lines that changed', () => {
  it('are told in their order', () => {
    expect(changedLines('a\nb\nc', 'a\r\nB\nc\nd')).toEqual(['- b', '+ B', '+ d']);
    expect(changedLines('a\nb', 'x\na\nb')).toEqual(['+ x']);
    expect(changedLines('a', 'a')).toEqual([]);
  });

  it('are all where there are too many to compare', () => {
    const lines = (sign: string) =>
      Array.from({ length: 2001 }, (_, at) => `${sign}${at}`).join('\n');
    const all = changedLines(lines('a'), lines('b'));
    expect([all.length, all[0], all.at(-1)]).toEqual([4002, '- a0', '+ b2000']);
  });
});
