/** What teaches people to write a brief never puts texts into brackets, where a comma cuts them. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/rules/index.ts';
import { PACKAGE } from '../support/index.ts';

/** `key: [Two words` or `key: [One, Another`: a text in brackets. */
const BRACKETED = /^\s*[a-z-]+: \[(?:\p{Lu}[^\]]*|[^\],]* [^\]]*)\]/mu;

/** They show the fault itself. */
const SHOWN_AS_WRONG = new Set([
  'by-hand.md',
  'cut-by-comma.md',
  'one-delegate.md',
  'cut-by-comma',
  'one-delegate',
]);

function filesBelow(folder: string): string[] {
  return readdirSync(join(PACKAGE, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|ya?ml|json)$/.test(name))
    .map((name) => join(folder, name));
}

describe('lists of texts stand line by line', () => {
  const files = ['README.md', ...filesBelow('docs'), ...filesBelow('templates')];
  for (const file of files) {
    if (SHOWN_AS_WRONG.has(file.split(/[\\/]/).at(-1) as string)) continue;
    it(`in ${file}`, () => {
      expect(BRACKETED.exec(readFileSync(join(PACKAGE, file), 'utf8'))?.[0]).toBeUndefined();
    });
  }

  it('in the examples of the rules', () => {
    const found = RULES.filter(({ id, bad, good }) => {
      return !SHOWN_AS_WRONG.has(id) && (BRACKETED.test(bad) || BRACKETED.test(good));
    });
    expect(found.map(({ id }) => id)).toEqual([]);
  });
});
