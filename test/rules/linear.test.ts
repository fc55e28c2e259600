import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE } from '../support/index.ts';
import { costs, expressionsIn } from './regex-cost.ts';

/** Expressions that only ever see short or our own text. */
const HARMLESS: ReadonlySet<string> = new Set([
  // The snippets of the editor, made from the table of fields.
  String.raw`lsp/completion.ts: /\$\{\d+:?([^}]*)\}|\$\d/g`,
]);

const SOURCES = readdirSync(join(PACKAGE, 'src'), { recursive: true, encoding: 'utf8' });
/** What commands and wizard read was typed by the person who waits for the answer. */
const OWN_HANDS = new Set(['commands', 'wizard']);
const ROOMS = [...new Set(SOURCES.map((file) => file.split(/[\\/]/)[0] as string))].filter(
  (room) => !OWN_HANDS.has(room),
);

describe('the form of slow expressions is known', () => {
  for (const slow of [
    '(a+)+$',
    '(?:a*b?)*c',
    '\\s+$',
    '[ \\t]+\\n',
    '.*,.*x',
    '^.*,.*x',
    '\\[(.*)\\]',
    '^a*a*b',
    '^(\\w+\\s?)*$',
    'x(a+|b)+y',
    '^\\s*:?\\s*x',
    '^(?:a*a*b)?',
    '^(?:,a*,)*$',
  ]) {
    it(slow, () => expect(costs(slow, '')).not.toEqual([]));
  }

  for (const quick of [
    '^\\s+',
    '\\s+',
    '"[^"]*"',
    '^(\\d+) (\\w+)$',
    '^\\s*$',
    'a|b+',
    '<[^<>]{1,40}>',
    '^a*(?:b|a*)',
    '\\d+(?:[.,]\\d+)*',
    '\\d+(?:\\.\\d+)?',
  ]) {
    it(quick, () => expect(costs(quick, '')).toEqual([]));
  }
});

describe('no expression takes more than linear time', () => {
  for (const room of ROOMS) {
    it(`in src/${room}`, () => {
      const files = SOURCES.filter((file) => file.startsWith(room) && file.endsWith('.ts'));
      const found = files.flatMap((file) =>
        expressionsIn(readFileSync(join(PACKAGE, 'src', file), 'utf8')).flatMap(
          ({ source, flags }) =>
            HARMLESS.has(`${file}: /${source}/${flags}`)
              ? []
              : costs(source, flags).map((cost) => `${file}: /${source}/${flags}: ${cost}`),
        ),
      );
      expect(found).toEqual([]);
    });
  }
});
