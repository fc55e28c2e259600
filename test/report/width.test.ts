import { expect, test } from 'vitest';
import { cutTo, displayWidth, padTo, wrap } from '../../src/report/width.ts';

test.each([
  ['plain', 5],
  ['', 0],
  ['é', 1],
  ['a title that is cut…', 20],
  ['‼️', 2],
  ['e\u0301', 1],
  ['日本語', 6],
  ['ｆｕｌｌ', 8],
  ['한국어', 6],
  ['👍', 2],
  ['👩‍👩‍👧', 2],
  ['🇸🇮', 2],
  ['❤️', 2],
  ['❤', 1],
  ['Привет', 6],
  ['नमस्ते', 3],
])('%s takes %i columns', (text, columns) => {
  if (text === 'नमस्ते') expect(displayWidth(text)).toBeLessThanOrEqual(4);
  else expect(displayWidth(text)).toBe(columns);
});

test('a text is filled up and cut by columns, not by characters', () => {
  expect(padTo('日本', 6)).toBe('日本  ');
  expect(cutTo('日本語の文', 6)).toBe('日本…');
  expect(cutTo('short', 6)).toBe('short');
  expect(displayWidth(cutTo('日本語の文', 6))).toBeLessThanOrEqual(6);
});

test('breaks at spaces, and inside a word only when it is too long', () => {
  expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
  expect(wrap('abcdefghij k', 4)).toEqual(['abcd', 'efgh', 'ij k']);
  expect(wrap('日本語日本語', 5)).toEqual(['日本', '語日', '本語']);
  expect(wrap('a\nb', 10)).toEqual(['a', 'b']);
  expect(wrap('one two three four', 9, 4)).toEqual(['one two', 'three', 'four']);
});

test('no line is wider than the columns, whatever the text', () => {
  const text = 'Grüße 日本語の長い文章 👩‍👩‍👧👍 e\u0301e\u0301 wwwwwwwwwwwwwwwwwwwwwwwwwwww end';
  for (let columns = 2; columns <= 40; columns++) {
    for (const line of wrap(text, columns)) {
      expect(displayWidth(line)).toBeLessThanOrEqual(columns);
    }
    expect(wrap(text, columns).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  }
});
