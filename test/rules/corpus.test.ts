import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lineIndex } from '../../src/brief/positions.ts';
import { readBrief } from '../../src/brief/read.ts';
import type { Level } from '../../src/config/settings.ts';
import type { BriefSummary, Finding } from '../../src/rules/index.ts';
import { agentNamed, checkNamed } from './example.ts';
import { checkBrief, ruleIds } from '../../src/rules/index.ts';

const CASES = join(import.meta.dirname, '../cases/rules');

/** What a case is checked with beside its text: the first line of its `.expected`. */
interface Setting {
  readonly path?: string;
  readonly today?: string;
  readonly others?: readonly BriefSummary[];
  readonly required?: readonly 'growth'[];
  readonly checks?: readonly string[];
  readonly agents?: readonly string[];
  readonly rules?: Readonly<Record<string, Level>>;
}

function names(folder: string): string[] {
  const files = readdirSync(join(CASES, folder));
  return files.filter((file) => file.endsWith('.md')).map((file) => file.slice(0, -3));
}

function findings(text: string, setting: Setting = {}): Finding[] {
  const {
    path = 'briefs/case.md',
    today,
    others,
    required = [],
    checks,
    agents,
    rules = {},
  } = setting;
  const levels = Object.entries(rules).map(([id, level]) => [id, { level, options: {} }]);
  return checkBrief(readBrief(text), {
    path,
    ...(today !== undefined && { today }),
    ...(others !== undefined && { others: () => others }),
    config: {
      required,
      rules: Object.fromEntries(levels),
      ...(checks && { checks: checks.map(checkNamed) }),
      ...(agents && { people: agents.map(agentNamed) }),
    },
  });
}

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
  const planted = new Set<string>();
  for (const name of names('planted')) {
    const text = readFileSync(join(CASES, 'planted', `${name}.md`), 'utf8');
    const lines = readFileSync(join(CASES, 'planted', `${name}.expected`), 'utf8')
      .trim()
      .split('\n');
    const setting = lines[0]?.startsWith('with ') ? JSON.parse(lines.shift()?.slice(5) ?? '') : {};
    for (const line of lines) planted.add(line.split(' ')[0] as string);
    it(`${name}: each is found where it stands, and nothing else`, () => {
      expect(places(text, findings(text, setting)).toSorted()).toEqual(lines.toSorted());
    });
  }

  it('cover every rule', () => {
    expect(ruleIds.filter((id) => !planted.has(id))).toEqual([]);
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
