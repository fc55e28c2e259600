import { assert, constantFrom, property, string } from 'fast-check';
import { test } from 'vitest';
import { tokensOf } from '../../src/rules/tokens.ts';

test('a letter of another script elsewhere changes no word', () => {
  const pieces = string({
    unit: constantFrom(..."a-Z.'’_/@#9 ,;(\u00a0–…".split('')),
    maxLength: 30,
  });
  assert(
    property(pieces, (text) => {
      const words = tokensOf(text);
      // Behind a point that ends what a mark may have opened.
      const beside = tokensOf(`${text} . č`).slice(0, -1);
      return JSON.stringify(words) === JSON.stringify(beside);
    }),
  );
});
