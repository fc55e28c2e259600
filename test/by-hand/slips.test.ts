/** What people write by hand: each slip gets the message and the fix of a helpful colleague. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lineIndex } from '../../src/brief/positions.ts';
import { readBrief } from '../../src/brief/read.ts';
import { DEFAULT_CONFIG } from '../../src/config/keys.ts';
import { fixText } from '../../src/lint/fix.ts';
import type { Finding } from '../../src/rules/index.ts';
import { checkBrief } from '../../src/rules/index.ts';

const HERE = import.meta.dirname;

interface Expected {
  readonly line: number;
  readonly about: string;
  readonly fixed: string | null;
  readonly replaces?: number;
}

function namesIn(folder: string): string[] {
  return readdirSync(join(HERE, folder)).filter((name) => name.endsWith('.md'));
}

function check(text: string): readonly Finding[] {
  return checkBrief(readBrief(text), { path: 'briefs/x.md' });
}

/** Rules that say how a text was read, not what it says. */
const READING =
  /^(?:frontmatter|field-type|unknown-field|misnamed-field|not-as-written|cut-by-\w+|list-without-space|nested-item)$/;

/** The text as the person would have written it. */
function meant(text: string, { line, fixed, replaces = 1 }: Expected): string {
  const lines = text.split('\n');
  lines.splice(line - 1, replaces, fixed as string);
  return lines.join('\n');
}

const SETUP = { root: HERE, config: DEFAULT_CONFIG, today: '2026-11-02' };

describe('a slip', () => {
  for (const name of namesIn('slips')) {
    const text = readFileSync(join(HERE, 'slips', name), 'utf8');
    const expected = JSON.parse(
      readFileSync(join(HERE, 'slips', name.replace(/\.md$/, '.expected.json')), 'utf8'),
    ) as Expected;
    const title = name.slice(0, -3);

    // YAML reads it as meant: there is nothing to say.
    if (title !== '36-space-before-colon') {
      it(`${title}: is told where it was made, in words that say what it is about`, () => {
        const index = lineIndex(text);
        const found = check(text).filter(({ rule }) => READING.test(rule));
        const here = found.filter(({ span }) => index.position(span.start).line === expected.line);
        const words = here.map(({ message, help }) => `${message}; ${help}`.toLowerCase());
        expect(words.join('\n')).toContain(expected.about.toLowerCase());
      });
    }

    if (expected.fixed !== null) {
      it(`${title}: its fix reads as what was meant`, () => {
        const want = readBrief(meant(text, expected));
        expect(want.readable).toBe(true);
        expect(readBrief(fixText(SETUP, 'briefs/x.md', text).text).values).toEqual(want.values);
      });
    }
  }
});

/** Fields that the design has and the program does not have yet. */
const TO_COME = /^"(?:fence|evidence)" is not a field/;

describe('a brief rightly written', () => {
  for (const name of namesIn('good')) {
    it(`${name.slice(0, -3)}: nothing is said of how it is written`, () => {
      const text = readFileSync(join(HERE, 'good', name), 'utf8');
      const found = check(text).filter(({ rule, message }) => {
        return READING.test(rule) && !TO_COME.test(message);
      });
      expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    });
  }
});
