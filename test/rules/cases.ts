/** The briefs of `test/cases/rules`, and what they are checked with. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readBrief } from '../../src/brief/read.ts';
import type { Level } from '../../src/config/settings.ts';
import type { BriefSummary, Finding } from '../../src/rules/index.ts';
import { checkBrief } from '../../src/rules/index.ts';
import { agentNamed, checkNamed } from './example.ts';

export const CASES = join(import.meta.dirname, '../cases/rules');

/** What a case is checked with beside its text: the first line of its `.expected`. */
export interface Setting {
  readonly path?: string;
  readonly today?: string;
  readonly others?: readonly BriefSummary[];
  readonly required?: readonly 'growth'[];
  readonly checks?: readonly string[];
  readonly agents?: readonly string[];
  readonly rules?: Readonly<Record<string, Level>>;
}

export function names(folder: string): string[] {
  const files = readdirSync(join(CASES, folder));
  return files.filter((file) => file.endsWith('.md')).map((file) => file.slice(0, -3));
}

export function findings(text: string, setting: Setting = {}): Finding[] {
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

/** A brief with faults, how it is checked, and which findings it has. */
export interface Planted {
  readonly text: string;
  readonly setting: Setting;
  readonly expected: readonly string[];
}

export function planted(name: string): Planted {
  const text = readFileSync(join(CASES, 'planted', `${name}.md`), 'utf8');
  const expected = readFileSync(join(CASES, 'planted', `${name}.expected`), 'utf8')
    .trim()
    .split('\n');
  const first = expected[0] ?? '';
  const setting = first.startsWith('with ') ? (JSON.parse(first.slice(5)) as Setting) : {};
  return { text, setting, expected: first.startsWith('with ') ? expected.slice(1) : expected };
}
