import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { FIELDS } from '../../src/brief/fields.ts';
import { readBrief } from '../../src/brief/read.ts';
import { jsonSchema } from '../../src/brief/schema.ts';
import { EXAMPLE } from './design-example.ts';

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strict: false });
addFormats.default(ajv);
const accepts = ajv.compile(jsonSchema());

const NEEDED = 'delegate: Bor\napproach: shared\ngoal: g\nwhy: w\nscope: s\nquality: q\n';

describe('the JSON Schema', () => {
  it('accepts the example of the design', () => {
    const { split, text } = readBrief(EXAMPLE);
    accepts(parse(text.slice(split?.matter.start, split?.matter.end)));
    expect(accepts.errors).toBeNull();
  });

  it('names every field, with what it asks and an example', () => {
    const text = JSON.stringify(jsonSchema());
    for (const { ask, label } of FIELDS) {
      expect(text).toContain(JSON.stringify(label));
      expect(text).toContain(JSON.stringify(ask).slice(1, -1));
    }
  });

  it.each([
    ['scope: {in: x, out: [y]}', true],
    ['timeline: 2026-06-30', true],
    ['timeline: {due: 2026-06-30, milestones: [{date: 2026-05-01, what: x}]}', true],
    ['guardrails: one', true],
    ['guardrails:', true],
    ['x-team: {a: 1}', true],
    ['status: accepted', true],
    ['status: Accepted', false],
    ['gaol: x', false],
    ['scope: {inn: x}', false],
    ['timeline: soon', false],
    ['check-ins: {every: weekly}', false],
    ['check-ins: {every: at milestones}', true],
    ['delegate: [a, b]', false],
    ['goal: {a: b, c: d}', false],
    ['changes: [{date: 2026-05-10, fields: [goal], reason: r}]', true],
    ['id: 7', false],
  ])('agrees with reading on %s', (line, valid) => {
    const key = line.slice(0, line.indexOf(':') + 1);
    const kept = NEEDED.split('\n').filter((other) => !other.startsWith(key));
    const frontmatter = [...kept, line].join('\n');
    expect(accepts(parse(frontmatter))).toBe(valid);
    expect(readBrief(`---\n${frontmatter}\n---\n`).problems.length === 0).toBe(valid);
  });
});
