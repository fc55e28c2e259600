import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../src/brief/fields.ts';
import { lineIndex } from '../../src/brief/positions.ts';
import { hasKey, itemSpan, missingSpan, readBrief, spanOf } from '../../src/brief/read.ts';
import { sized } from '../support/size.ts';
import { EXAMPLE } from './design-example.ts';

const brief = (frontmatter: string) => readBrief(`---\n${frontmatter}\n---\n`);

/** A problem as `rule line:column "source"`, with its fix behind it. */
function told(frontmatter: string): string[] {
  const { text, problems } = brief(frontmatter);
  const lines = lineIndex(text);
  return problems.map(({ rule, span, fix }) => {
    const { line, column } = lines.position(span.start);
    const source = JSON.stringify(text.slice(span.start, span.end));
    return `${rule} ${line}:${column} ${source}${fix ? ` -> ${fix.edits[0]?.insert}` : ''}`;
  });
}

describe('reading a brief', () => {
  it('gives the values of the example, and no problem', () => {
    const read = readBrief(EXAMPLE);
    expect(read.problems).toEqual([]);
    expect(read.values).toMatchObject({
      id: 'b-7k3f9q2m',
      why: 'Hotfixes wait 40 minutes, so teams batch risky releases.',
      'scope.in': ['The CI/CD pipeline of the web service'],
      'timeline.due': '2026-06-30',
      'decision-rights.delegate': ['Caching', 'parallel jobs', 'order of work'],
      agreement: { date: '2026-04-03', criteria: 'v1-aa3095c44266c3ad' },
    });
  });

  it('gives the exact place of every value, item and key', () => {
    const read = readBrief(EXAMPLE);
    const source = (span = { start: 0, end: 0 }) => EXAMPLE.slice(span.start, span.end);
    expect(source(spanOf(read, 'title'))).toBe('Halve deployment time');
    expect(source(itemSpan(read, 'guardrails', 1))).toBe('Escalate a blocker the day it appears');
    expect(source(itemSpan(read, 'decision-rights.delegate', 1))).toBe('parallel jobs');
    expect(source(read.places.get('timeline.due')?.key)).toBe('due');
    expect(source(missingSpan(read, 'timeline.milestones'))).toBe('timeline');
    expect(source(missingSpan(read, 'growth'))).toBe('---');
  });

  it('reads short forms as the long ones', () => {
    const { values, problems } = brief(
      'scope: The pipeline\nquality:\n- 98 %\ntimeline: 2026-06-30\nguardrails: one',
    );
    expect(problems).toEqual([]);
    expect(values).toEqual({
      'scope.in': ['The pipeline'],
      'quality.criteria': ['98 %'],
      'timeline.due': '2026-06-30',
      guardrails: ['one'],
    });
  });

  it('never turns a text into something else', () => {
    const { values, problems } = brief(
      'title: 1.10\ngoal: no\nguardrails: [012, true, 2026-06-30, ~]',
    );
    expect(problems).toEqual([]);
    expect(values).toEqual({
      title: '1.10',
      goal: 'no',
      guardrails: ['012', 'true', '2026-06-30'],
    });
  });

  it.each([
    [
      'guardrails:\n  - Note: no paid services',
      'plain-yaml 3:5 "Note: no paid services" -> "Note: no paid services"',
    ],
    ['goal: @ana decides', 'frontmatter 2:7 "@ana decides" -> "@ana decides"'],
    ['goal: cut: it', 'frontmatter 2:7 "cut: it" -> "cut: it"'],
    ['goal: "open', String.raw`frontmatter 2:7 "\"open" -> "`],
    ['\tgoal: x', String.raw`frontmatter 2:1 "\t" ->   `],
    ['goal: a\ngoal: b', 'frontmatter 3:1 "goal"'],
    ['goal: !!js/function x', 'frontmatter 2:7 "!!js/function x" -> "!!js/function x"'],
    ['<<: {goal: x}', 'frontmatter 2:1 "<<"'],
    ['goal: *x', 'frontmatter 2:7 "*x" -> "*x"'],
    ['? [a]\n: b', 'frontmatter 2:3 "[a]"'],
    ['- a list', 'frontmatter 2:1 "- a list"'],
    ['gaol: x', 'unknown-field 2:1 "gaol" -> goal'],
    ['scope: {inn: x}', 'unknown-field 2:9 "inn" -> in'],
    ['whatever: x', 'unknown-field 2:1 "whatever"'],
    ['status: Accepted', 'field-type 2:9 "Accepted" -> accepted'],
    ['timeline: 30 June 2026', 'field-type 2:11 "30 June 2026" -> 2026-06-30'],
    ['timeline: 2026-02-30', 'field-type 2:11 "2026-02-30"'],
    ['check-ins: {every: weekly}', 'field-type 2:20 "weekly" -> 1 week'],
    ['delegate: [Ana, Bor]', 'one-delegate 2:11 "[Ana, Bor]"'],
    ['goal: {a: b, c: d}', 'field-type 2:7 "{a: b, c: d}"'],
    ['id: 7', 'field-type 2:5 "7"'],
    ['fit: good', 'field-type 2:6 "good"'],
  ])('tells what is wrong with %j', (frontmatter, expected) => {
    expect(told(frontmatter)).toEqual([expected]);
  });

  it.each([
    ['', 'the file is empty'],
    ['# Title\n', 'the file has no frontmatter'],
    ['---js\n{}\n---\n', 'the frontmatter says that it is "js"; only YAML is read'],
    ['---coffee\n---\n', 'the frontmatter says that it is "coffee"; only YAML is read'],
    ['---\ngoal: x\n', 'the frontmatter is not closed: a line of --- is missing here'],
  ])('tells that %j cannot be split', (text, message) => {
    expect(readBrief(text).problems.map((problem) => problem.message)).toEqual([message]);
  });

  it.each([
    ['', 'start it with "delegate new", or delete it', ''],
    ['\uFEFF \n', 'start it with "delegate new", or delete it', ' '],
    ['---js\n{}\n---\n', 'write --- alone on the first line', '---js'],
    ['# Title\n', 'begin the file with ---, the keys of the brief, and --- again', '# Title'],
    ['---\n', 'put a line of --- after its last key', '---'],
  ])('tells what to do about %j, and where', (text, help, at) => {
    const { problems, readable, root, values, split } = readBrief(text);
    expect(problems).toHaveLength(1);
    const [problem] = problems;
    expect([problem?.rule, problem?.help]).toEqual(['frontmatter', help]);
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe(at);
    expect({ readable, root, values, split }).toEqual({
      readable: false,
      root: undefined,
      values: {},
      split: undefined,
    });
  });

  it('knows a field by a key of its own, not by the empty key of its map', () => {
    const one = brief('scope:\ntimeline: 2026-06-30\nfit:\n  support:\ngoal:');
    const has = (['scope.in', 'timeline.due', 'fit.support', 'goal', 'why'] as const).map((name) =>
      hasKey(one, name),
    );
    expect(has).toEqual([false, true, true, true, false]);
  });

  it("leaves a team's own fields alone", () => {
    expect(told('x-team: {a: [1, {b: c}]}\nscope: {in: x, x-note: y}')).toEqual([]);
  });

  it('reads nothing wrong out of aliases, and refuses a bomb of them', () => {
    expect(brief('guardrails:\n  - &a one\n  - *a').values.guardrails).toEqual(['one', 'one']);
    const bomb = ['a0: &a0 [x]'];
    for (let index = 1; index < 30; index++) {
      bomb.push(`x-a${index}: &a${index} [*a${index - 1}, *a${index - 1}]`);
    }
    expect(brief(bomb.join('\n')).readable).toBe(false);
    expect(brief(`goal: ${'['.repeat(5000)}`).readable).toBe(false);
    expect(brief(`goal: ${'[{a: '.repeat(1000)}`).readable).toBe(false);
    // Deep enough to end the process in the library's recursion.
    for (const deep of ['[', '{a: ', '- ', '? ']) {
      const block = deep.startsWith('[') || deep.startsWith('{') ? '' : '\n';
      expect(brief(`goal: ${block}${deep.repeat(100_000)}x`).readable).toBe(false);
    }
    const steps = Array.from({ length: 1000 }, (_, index) => `${' '.repeat(index + 1)}k:`);
    expect(brief(`goal:\n${steps.join('\n')}`).readable).toBe(false);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'takes %s for a word like any other, as a key and as a value',
    (word) => {
      const values = FIELDS.map(({ name }) => {
        const [top, child] = name.split('.');
        return child === undefined ? `${top}: ${word}` : `${top}: {${child}: ${word}}`;
      });
      for (const line of [...values, `${word}: text`, `scope: {${word}: text}`]) {
        expect(brief(line).readable).toBe(true);
      }
      expect(told(`status: ${word}`)).toEqual([`field-type 2:9 ${JSON.stringify(word)}`]);
      expect(told(`${word}: text`)).toEqual([`unknown-field 2:1 ${JSON.stringify(word)}`]);
    },
  );

  it('never throws, and never points outside of the text', () => {
    const alphabet = fc.constantFrom(
      '---\n',
      '\n',
      '  ',
      '- ',
      ': ',
      'goal',
      'scope',
      'in',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '|',
      '>',
      '#',
      '&a',
      '*a',
      '!t',
      '\t',
      '\r',
      '\u0000',
      '\uFEFF',
      'é',
      '🎉',
      '2026-06-30',
      '...',
      '?',
      ',',
      '%',
    );
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 60 }), (parts) => {
        const read = readBrief(`---\n${parts.join('')}\n---\n`);
        for (const { span } of read.problems) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(read.text.length);
          expect(span.start).toBeLessThanOrEqual(span.end);
        }
      }),
      { numRuns: sized(500, 100_000) },
    );
  });
});

describe('the table of fields', () => {
  it('has examples that have the shape of their own field', () => {
    for (const { name, example, type } of FIELDS) {
      if (example.length === 0 || name.includes('.')) continue;
      const written =
        type === 'list'
          ? `\n${(example as readonly string[]).map((item) => `  - ${item}`).join('\n')}`
          : ` ${example as string}`;
      const read = brief(`${name}:${written}`);
      expect([name, read.problems]).toEqual([name, []]);
      expect(read.values[name]).toEqual(example);
    }
  });
});
