import { expect, test } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { applyEdits } from '../../src/brief/text-edit.ts';
import { DEFAULT_CONFIG } from '../../src/config/config.ts';
import { fixText } from '../../src/lint/fix.ts';
import { checkText } from '../../src/lint/check.ts';
import type { FormatName } from '../../src/report/findings-formats.ts';
import { FORMATS } from '../../src/report/findings-formats.ts';
import { makeReport } from '../../src/lint/findings.ts';
import { PLAIN } from '../../src/report/paint.ts';
import { RULES, checkBrief, summaryOf } from '../../src/rules/index.ts';
import { CHANGED_BRIEF, GOOD_BRIEF, draftBrief } from '../support/briefs.ts';
import { FORMS, MUTATIONS, mutate, randomFrom } from './mutate.ts';

const WORDS = draftBrief().replace(
  'Cut the median deployment of the web service from 40 to 20 minutes.',
  'Improve it soon, if possible; obviously user-friendly, fast, etc.',
);
const CORPUS = [GOOD_BRIEF, CHANGED_BRIEF, draftBrief(), FORMS, WORDS];
const ON = Object.fromEntries(
  RULES.map(({ id, level }) => [id, { level: level === 'off' ? 'info' : level, options: {} }]),
);
const CONFIG = { ...DEFAULT_CONFIG, rules: ON } as typeof DEFAULT_CONFIG;
const OTHERS = [summaryOf('briefs/other.md', readBrief(GOOD_BRIEF))];
const SETUP = { root: '/', config: CONFIG, today: '2026-04-10' };
const NAMES = Object.keys(FORMATS) as FormatName[];

test('no mutated brief crashes a rule or a format, and no finding leaves the text', () => {
  const random = randomFrom(20260510);
  let findings = 0;
  const size = MUTATIONS;
  for (let at = 0; at < size; at++) {
    const text = mutate(CORPUS[at % CORPUS.length] as string, random);
    const brief = readBrief(text);
    const context = { path: 'briefs/a.md', today: '2026-04-10', config: CONFIG };
    const found = checkBrief(brief, {
      ...context,
      others: () => OTHERS,
      newId: () => 'b-00000new',
    });
    findings += found.length;
    for (const { span, rule, message, help, fix } of found) {
      const spans = [span, ...(fix?.edits ?? [])];
      for (const { start, end } of spans) {
        if (!(start >= 0 && start <= end && end <= text.length)) {
          expect({ text, rule, start, end, length: text.length }).toBeUndefined();
        }
      }
      if (message === '' || help === '') expect({ text, rule, message, help }).toBeUndefined();
    }
    const report = makeReport(checkText(SETUP, 'briefs/a.md', text, OTHERS).findings, 1);
    const format = NAMES[at % NAMES.length] as FormatName;
    const columns = 20 + Math.floor(random() * 180);
    const options = { columns, paint: PLAIN, rules: RULES, version: '1.0.0' };
    const out = [...FORMATS[format](report, options)].join('');
    // eslint-disable-next-line no-control-regex
    if (/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/.test(out)) {
      expect({ text, out }).toBeUndefined();
    }
  }
  expect(findings).toBeGreaterThan(size);
});

test('fixing a mutated brief ends, never makes it unreadable, and finds nothing to do twice', () => {
  const random = randomFrom(20260511);
  let fixed = 0;
  const size = Math.ceil(MUTATIONS / 4);
  for (let at = 0; at < size; at++) {
    const text = mutate(CORPUS[at % CORPUS.length] as string, random);
    const fix = (now: string) => fixText(SETUP, 'briefs/a.md', now, OTHERS);
    const check = (now: string) => checkText(SETUP, 'briefs/a.md', now, OTHERS);
    const once = fix(text);
    expect(applyEdits(text, once.edits)).toBe(once.text);
    if (once.text === text) continue;
    fixed++;
    const twice = fix(once.text);
    if (twice.text !== once.text || (check(text).readable && !check(once.text).readable)) {
      expect({ text, once: once.text, twice: twice.text }).toBeUndefined();
    }
  }
  expect(fixed).toBeGreaterThan(size / 20);
});
