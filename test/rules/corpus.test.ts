import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lineIndex } from '../../src/brief/positions.ts';
import type { Finding } from '../../src/rules/index.ts';
import { ruleIds } from '../../src/rules/index.ts';
import { CASES, findings, names, planted } from './cases.ts';

function places(text: string, found: readonly Finding[]): string[] {
  const index = lineIndex(text);
  return found.map(({ rule, span }) => {
    const { line, column } = index.position(span.start);
    return `${rule} at ${line}:${column}`;
  });
}

describe('good briefs of many fields', () => {
  for (const name of names('good')) {
    it(`${name}: nothing to say`, () => {
      const text = readFileSync(join(CASES, 'good', `${name}.md`), 'utf8');
      // That lint knows English only is said of itself, not of the brief.
      const found = findings(text).filter(({ rule }) => rule !== 'words-not-judged');
      expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    });
  }
});

describe('planted faults', () => {
  const told = new Set<string>();
  for (const name of names('planted')) {
    const { text, setting, expected } = planted(name);
    for (const line of expected) told.add(line.split(' ')[0] as string);
    it(`${name}: each is found where it stands, and nothing else`, () => {
      expect(places(text, findings(text, setting)).toSorted()).toEqual(expected.toSorted());
    });
  }

  it('cover every rule', () => {
    expect(ruleIds.filter((id) => !told.has(id))).toEqual([]);
  });
});

describe("the essay's own four lines", () => {
  const text = `---
goal: Reduce deployment time by 50% within Q2.
scope: Focus on CI/CD pipeline, not the infrastructure.
quality: Must maintain existing success rate.
guardrails: Weekly sync on Fridays, escalate blockers immediately.
---
`;

  it('get no error for what they say, and hints on the baseline and the year', () => {
    const found = findings(text);
    const errors = found.filter(({ level }) => level === 'error').map(({ rule }) => rule);
    // What they do not say: these four lines are the expectations, not the whole brief.
    expect(errors.toSorted()).toEqual(['missing-approach', 'missing-delegate', 'missing-why']);
    expect(places(text, found)).toEqual(
      expect.arrayContaining(['no-baseline at 2:30', 'relative-date at 2:44']),
    );
  });
});
