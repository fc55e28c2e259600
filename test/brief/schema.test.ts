import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { FIELDS, TOP_KEYS, field, keysOf } from '../../src/brief/fields.ts';
import { readBrief } from '../../src/brief/read.ts';
import { jsonSchema } from '../../src/brief/schema.ts';
import { EXAMPLE } from './design-example.ts';

/** Made anew in each test, so that it is that of the program as it stands. */
function compiled() {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strict: false });
  addFormats.default(ajv);
  return ajv.compile(jsonSchema());
}

const NEEDED = 'delegate: Bor\napproach: shared\ngoal: g\nwhy: w\nscope: s\nquality: q\n';

/** A schema, as far as these tests look into one. */
interface Shape {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly enumDescriptions?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly anyOf?: readonly Shape[];
  readonly items?: Shape;
}

/** Lines of a frontmatter, and whether they are right. */
const CASES: readonly (readonly [line: string, valid: boolean])[] = [
  ['scope: {in: x, out: [y]}', true],
  ['timeline: 2026-06-30', true],
  ['timeline: {due: 2026-06-30, milestones: [{date: 2026-05-01, what: x}]}', true],
  ['timeline: {milestones: ["2026-05-01: x", 2026-05-02 y]}', true],
  ['timeline: {milestones: [{date: 2026-05-01}]}', false],
  ['timeline: {milestones: [{date: 2026-05-01, what: x, zebra: y}]}', false],
  ['timeline: {milestones: [soon]}', false],
  ['guardrails: one', true],
  ['guardrails:', true],
  ['guardrails: [a, ~]', true],
  ['x-team: {a: 1}', true],
  ['status: accepted', true],
  ['status:', true],
  ['status: Accepted', false],
  ['gaol: x', false],
  ['scope: {inn: x}', false],
  ['scope:', true],
  ['fit:', true],
  ['fit: x', false],
  ['fit: {experience: similar, support: x}', true],
  ['fit: {experience: good}', false],
  ['timeline: soon', false],
  ['check-ins: {every: weekly}', false],
  ['check-ins: {every: at milestones}', true],
  ['check-ins: {every: 0 days}', false],
  ['check-ins: {every: 12 weeks, day: on Fridays}', true],
  ['check-ins: {day: someday}', false],
  ['delegate: [a, b]', false],
  ['goal: {a: b, c: d}', false],
  ['goal: 5', true],
  ['evidence: "check: x"', true],
  ['evidence: {check: tests}', true],
  ['evidence: [{check: tests}, A log, ~]', true],
  ['evidence: [{check: a b}]', false],
  ['fence: src/**', true],
  ['fence: {in: [src], out: docs}', true],
  ['changes: [{date: 2026-05-10, fields: [goal], reason: r}]', true],
  ['changes: [{fields: goal, kind: reworded, agreed-by: Bor}]', true],
  ['changes: [{fields: goal, agreed-by: [Bor, {by: Cai, recorded-by: Ana}]}]', true],
  ['changes: [{fields: goal, agreed-by: {by: Cai}}]', true],
  ['changes: [{fields: goal, agreed-by: {who: Cai}}]', false],
  ['changes: [{fields: goal, objections: [{date: 2026-05-11, by: Cai, reason: No}]}]', true],
  ['changes: [{fields: goal, objections: [{zebra: No}]}]', false],
  ['changes: [{fields: goal, kind: other}]', false],
  ['changes: [goal]', false],
  ['withdrawn: [{date: 2026-06-01, agreement: {by: Bor}}]', true],
  ['withdrawn: [{zebra: x}]', false],
  ['agreement: {date: 2026-04-03, earlier-changes: 2}', true],
  ['agreement: {earlier-changes: many}', false],
  ['agreement: {zebra: x}', false],
  ['agreement:', true],
  ['outcome: Done.', true],
  ['outcome: {date: 2026-07-01, criteria: [{what: A, result: met}]}', true],
  ['outcome: {criteria: [{what: A, result: good}]}', false],
  ['id: 7', false],
  ['id: b-7k3f9q2m', true],
];

describe('the JSON Schema', () => {
  it('accepts the example of the design', () => {
    const { split, text } = readBrief(EXAMPLE);
    const accepts = compiled();
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

  it('agrees with reading', () => {
    const accepts = compiled();
    const wrong: string[] = [];
    for (const [line, valid] of CASES) {
      const key = line.slice(0, line.indexOf(':') + 1);
      const kept = NEEDED.split('\n').filter((other) => !other.startsWith(key));
      const frontmatter = [...kept, line].join('\n');
      const isRead = readBrief(`---\n${frontmatter}\n---\n`).problems.length === 0;
      if (isRead !== valid || accepts(parse(frontmatter)) !== valid) wrong.push(line);
    }
    expect(wrong).toEqual([]);
  });

  it('takes what reading mends in silence, and refuses what no brief is', () => {
    const accepts = compiled();
    const needed = parse(NEEDED) as object;
    const takes = (more: object | string) =>
      accepts({ ...needed, ...(typeof more === 'string' ? (parse(more) as object) : more) });
    expect(takes('guardrails: [a, b, ~, 5, true]')).toBe(true);
    expect(takes('guardrails: [[a]]')).toBe(false);
    expect(takes('title: 5')).toBe(true);
    expect(takes('title: [a]')).toBe(false);
    expect(takes('timeline: 2026-02-30')).toBe(false);
    expect(takes('scope: 5')).toBe(true);
    expect(takes('x-a: [{b: c}]')).toBe(true);
    expect(takes('scope: {in: a, x-b: {c: d}}')).toBe(true);
    expect(accepts({})).toBe(false);
    expect(accepts.errors?.map(({ params }) => params['missingProperty'])).toEqual([
      'delegate',
      'approach',
      'goal',
      'why',
      'scope',
      'quality',
    ]);
    expect(accepts([])).toBe(false);
  });

  it('says of each field what the table says', () => {
    const { properties = {} } = jsonSchema() as Shape;
    expect(Object.keys(properties)).toEqual(TOP_KEYS);
    for (const { name, label, ask, help, why, example, choices } of FIELDS) {
      const [top, child] = keysOf(name);
      const own =
        child === undefined ? properties[top] : properties[top]?.anyOf?.[0]?.properties?.[child];
      const means = (choices ?? [])
        .map((choice) => `\n- ${choice.value}: ${choice.means}`)
        .join('');
      expect([name, own?.title, own?.description]).toEqual([
        name,
        label,
        `${ask}\n${help}\nWhy: ${why}${means}`,
      ]);
      expect([name, own?.examples]).toEqual([name, example.length === 0 ? undefined : [example]]);
      if (choices === undefined) continue;
      expect(own?.enum).toEqual([...choices.map(({ value }) => value), null]);
      expect(own?.enumDescriptions).toEqual([...choices.map((one) => one.means), 'not answered']);
    }
  });

  it('says of each map which questions it answers, and what stands for it alone', () => {
    const { properties = {} } = jsonSchema() as Shape;
    expect(properties['fit']).toMatchObject({
      title: 'fit',
      description:
        'experience: Has the delegate solved a comparable problem?\nsupport: What skill or help is missing, and who gives it?',
    });
    expect(properties['fit']?.anyOf?.[1]).toEqual({ type: 'null' });
    expect(properties['timeline']?.anyOf?.[1]).toEqual({
      examples: ['2026-06-30'],
      type: ['string', 'null'],
      pattern: '^\\d{4}-\\d{2}-\\d{2}$',
      format: 'date',
    });
    expect(properties['title']?.type).toEqual(['string', 'number', 'boolean', 'null']);
    expect(properties['agreement']?.properties?.['earlier-changes']).toEqual({
      type: 'integer',
      minimum: 0,
      description: field('agreement').parts?.['earlier-changes']?.means,
    });
  });

  it('says each form that a value may have once', () => {
    const seen: string[] = [];
    const look = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, value] of Object.entries(node)) {
        const forms =
          Array.isArray(value) && key !== 'examples' ? value.map((one) => JSON.stringify(one)) : [];
        if (new Set(forms).size < forms.length) seen.push(`${path}/${key}`);
        look(value, `${path}/${key}`);
      }
    };
    look(jsonSchema(), '');
    expect(seen).toEqual([]);
  });

  it('says what it is, and where it is found', () => {
    expect(jsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://unpkg.com/delegate-briefs/schema/brief.schema.json',
      title: 'Delegation brief',
      description: expect.stringContaining('The frontmatter of a delegation brief') as string,
      type: 'object',
      patternProperties: { '^x-': { description: "A field of the team's own." } },
      additionalProperties: false,
    });
  });
});
