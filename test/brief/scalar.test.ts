/** A text as YAML on one line: every reader takes it for that text, and it is quoted no more than it must be. */
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { scalarSource } from '../../src/brief/yaml/scalar.ts';

/** As it stands alone, and inside of brackets. */
const both = (text: string) => [scalarSource(text), scalarSource(text, { flow: true })];

const PLAIN = ['a', "it's", 'a "b"', 'a\\b', 'ünï 🎉', 'a-b', 'x?', '1 day', 'a\tb', 'a\\n'];
const QUOTED = [
  ...[
    'no',
    'Yes',
    'on',
    'y',
    'true',
    'null',
    '~',
    '',
    '012',
    '1.10',
    '1e3',
    '0x1F',
    '12:30',
    '2026-06-30',
    '.inf',
    '<<',
  ],
  ...[
    '- a',
    '? a',
    'a: b',
    'a:',
    'a #b',
    '#a',
    '[x',
    '{y',
    '!a',
    '&a',
    '*a',
    '@a',
    '%a',
    '`a',
    '|a',
    '>a',
    '-',
    ' a',
    'a ',
    "'a'",
  ],
];

describe('a text on one line', () => {
  it.each(PLAIN)('stands plain: %s', (text) => {
    expect(both(text)).toEqual([text, text]);
  });

  it.each(QUOTED)('stands in quotes: %j', (text) => {
    expect(both(text)).toEqual([JSON.stringify(text), JSON.stringify(text)]);
  });

  it.each(['a, b', 'x]', 'x}', 'a [b]'])('stands in quotes inside of brackets: %s', (text) => {
    expect(both(text)).toEqual([text, JSON.stringify(text)]);
  });

  it('stands in the quotes that need the fewest backslashes, where it must stand in some', () => {
    const quote = (text: string) => scalarSource(text, { quote: true });
    expect(['a', "it's", 'say "a"', 'C:\\a', 'say "it\'s"'].map(quote)).toEqual([
      '"a"',
      '"it\'s"',
      `'say "a"'`,
      "'C:\\a'",
      '"say \\"it\'s\\""',
    ]);
    expect(both('"a"')).toEqual([`'"a"'`, `'"a"'`]);
  });

  it('has its signs that cannot be seen by number, as nobody writes them by chance', () => {
    expect(both('\u0000\u0007\b\u000B\f\u001B"')).toEqual(
      Array(2).fill('"\\x00\\x07\\x08\\x0B\\x0C\\x1B\\""'),
    );
    expect(scalarSource('a\n\n"b"\nc')).toBe('"a\\n\\n\\"b\\"\\nc"');
    expect(scalarSource('a\\b\u0007')).toBe('"a\\\\b\\x07"');
    // A backslash that is a letter stays one.
    expect(scalarSource('C:\\b "x"')).toBe('C:\\b "x"');
  });

  it.each([
    ...PLAIN,
    ...QUOTED,
    'a, b',
    'x]',
    'a\nb',
    'a\n\n "b" \\n\n',
    '\u0007\\a',
    'word '.repeat(60).trim(),
  ])('is read as it was: %j', (text) => {
    for (const version of ['1.1', '1.2'] as const) {
      for (const source of [scalarSource(text), scalarSource(text, { quote: true })]) {
        expect(source).not.toContain('\n');
        expect(parse(`key: ${source}\n`, { version })).toEqual({ key: text });
      }
      const inside = scalarSource(text, { flow: true });
      expect(inside).not.toContain('\n');
      expect(parse(`key: [a, ${inside}, b]\n`, { version })).toEqual({ key: ['a', text, 'b'] });
    }
  });
});
