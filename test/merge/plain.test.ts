import { describe, expect, it } from 'vitest';
import { sidesOf, withMarkers } from '../../src/merge/conflicts.ts';
import { plainBrief } from '../../src/merge/plain.ts';
import { CHANGED_BRIEF, GOOD_BRIEF } from '../support/index.ts';

describe('plainBrief', () => {
  it('shows criteria first, then terms, context, records and the body', () => {
    const lines = plainBrief(CHANGED_BRIEF).split('\n');
    expect(lines.filter((line) => /^[A-Z]/.test(line)).slice(0, 5)).toEqual([
      'Criteria',
      'Terms',
      'Context',
      'Records',
      'Body',
    ]);
    expect(lines.slice(0, 4)).toEqual([
      'Criteria',
      '  Goal: Cut the median deployment of the web service from 40 to 20 minutes.',
      '  In scope:',
      '    - The CI/CD pipeline of the web service',
    ]);
    expect(lines).toContain('      reason: The security freeze starts on 1 June.');
  });

  it('is the same for the same meaning', () => {
    const other = GOOD_BRIEF.replace('scope:\n  in: [The', 'scope:\n  in:\n    - The')
      .replace('web service]\n  out', 'web service\n  out')
      .replace('why: >\n  Hotfixes wait', 'why: "Hotfixes  wait')
      .replace('risky releases.\n', 'risky releases."\n')
      .replaceAll('\n', '\r\n');
    expect(plainBrief(other)).toBe(plainBrief(GOOD_BRIEF));
  });

  it('hides nothing: keys of a team, unknown ones, values of a wrong shape', () => {
    const text = '---\nx-team: web\ngaol: x\nscope: {x-why: y}\ntimeline: soon\ngoal: [a]\n---\n';
    expect(plainBrief(text).split('\n')).toEqual([
      'Criteria',
      '  Goal: [a]',
      '  Due: soon',
      '',
      'Context',
      '  x-team: web',
      '  gaol: x',
      '  scope.x-why: y',
      '',
    ]);
  });

  it('hides nothing within a record or a list either', () => {
    const text = `---
guardrails:
  - a
  - Note: b
    Other: c
timeline:
  milestones:
    - {date: 2026-05-15, what: a plan, x-room: B12}
    - 2026-06-01: more
    - soon, the rest
agreement:
  date: 2026-04-03
  x-note: precious
  x-none:
  earlier-changes: 2
changes:
  - date: 2026-05-01
    x-ticket: ABC-1
    agreed-by: Bor
    objections:
      - {by: Bor, reason: no, x-more: y}
  - a word
  - date: 2026-05-02
    agreed-by: [Bor, {x: y}]
outcome:
  summary: s
  criteria: [{what: a, result: met, x-by: q}]
---
`;
    const lines = plainBrief(text).replaceAll(/^ +/gm, '').split('\n');
    for (const line of [
      '- Note: b Other: c',
      'x-room: B12',
      '- soon, the rest',
      'x-note: precious',
      'earlier-changes: 2',
      'x-ticket: ABC-1',
      'x-more: y',
      '- a word',
      '- {x: y}',
      'x-by: q',
    ]) {
      expect(lines).toContain(line);
    }
    expect(lines).not.toContain('2026-06-01: more');
    expect(lines.join()).not.toContain('x-none');
  });

  it('shows what cannot be read as it is', () => {
    for (const text of ['', 'no brief', '---\ngoal: [\n---\n']) expect(plainBrief(text)).toBe(text);
  });

  it('shows each part of a value on its line, and nothing for what is not there', () => {
    const text = `---
goal:
why: Faster.
scope: {in: [The pipeline,  The   bot], out: []}
timeline: {milestones: [{date: 2026-05-01, what: a plan}]}
changes:
  - date: 2026-05-10
    fields: [timeline.due, goal]
    reason: Earlier.
    agreed-by: [{by: Bor Kos, recorded-by: Ana Novak}]
    objections: []
---


Words.\r
More.

`;
    expect(plainBrief(text)).toBe(`Criteria
  In scope:
    - The pipeline
    - The bot
  Out of scope: []
  Milestones:
    - date: 2026-05-01
      what: a plan

Context
  Why: Faster.

Records
  Changes:
    - date: 2026-05-10
      fields: timeline.due, goal
      reason: Earlier.
      agreed-by:
        - by: Bor Kos
          recorded-by: Ana Novak

Body

Words.
More.
`);
    expect(plainBrief('---\ngoal: A\n---\n \n')).toBe('Criteria\n  Goal: A\n');
  });

  it('leaves a merge as it is where a side cannot be read', () => {
    for (const [ours, theirs] of [
      ['goal: [\n', 'goal: B\n'],
      ['goal: B\n', 'goal: [\n'],
    ]) {
      const text = `---\n<<<<<<< ours\n${ours}=======\n${theirs}>>>>>>> theirs\n---\n`;
      expect(plainBrief(text)).toBe(text);
    }
  });

  it('shows both sides of a merge that is not finished', () => {
    const goal = 'goal: Cut the median deployment of the web service from 40 to 20 minutes.\n';
    const text = GOOD_BRIEF.replace(
      goal,
      `<<<<<<< ours\n${goal}||||||| base\ngoal: x\n=======\ngoal: Other\n>>>>>>> theirs\n`,
    );
    expect(plainBrief(text).split('\n').slice(0, 7)).toEqual([
      'Criteria',
      '<<<<<<< ours',
      '  Goal: Cut the median deployment of the web service from 40 to 20 minutes.',
      '=======',
      '  Goal: Other',
      '>>>>>>> theirs',
      '  In scope:',
    ]);
  });
});

describe('conflict markers', () => {
  it('are told from what only looks like them', () => {
    expect(sidesOf('a\n=======\nb\n')).toBeUndefined();
    expect(sidesOf('<<<<<<< x\na\n')).toBeUndefined();
    expect(sidesOf('<<<<<<< x\na\n=======\nb\n>>>>>>> y\nc\n')).toEqual({
      ours: 'a\nc\n',
      theirs: 'b\nc\n',
    });
  });

  it('may stand after others of the same letters, and hold such lines', () => {
    const text = '======= a\n>>>>>>> b\n||||||| c\n';
    const inside =
      '<<<<<<< x\na\n<<<<<<< y\n>>>>>>> z\n=======\nb\n||||||| q\n=======\n>>>>>>> y\n';
    expect(sidesOf(text + inside)).toEqual({
      ours: `${text}a\n<<<<<<< y\n>>>>>>> z\n`,
      theirs: `${text}b\n||||||| q\n=======\n`,
    });
    for (const less of ['<<<<<< x', ' <<<<<<< x', '<<<<<<<x']) {
      expect(sidesOf(`${less}\na\n=======\nb\n>>>>>>> y\n`)).toBeUndefined();
    }
    expect(sidesOf('<<<<<<<<\r\na\r\n========\r\n>>>>>>>>')).toEqual({ ours: 'a\r\n', theirs: '' });
  });

  it.each([
    'a\n<<<<<<< ours\nb\n=======\nc\nd\n>>>>>>> theirs\ne',
    '<<<<<<< ours\nb\n=======\n>>>>>>> theirs\ne\n<<<<<<< ours\nx\n=======\ny\n>>>>>>> theirs',
    'a\n<<<<<<< ours\nx\n=======\n>>>>>>> theirs',
    'a\n<<<<<<< ours\n=======\ny\n>>>>>>> theirs',
    '<<<<<<< ours\nb\n=======\na\nc\n>>>>>>> theirs\na',
  ])('come back as they were: %j', (text) => {
    const side = (keep: 'ours' | 'theirs') =>
      text.replace(
        /<{7} ours\n([^]*?)={7}\n([^]*?)>{7} theirs(\n|$)/g,
        keep === 'ours' ? '$1' : '$2',
      );
    const bare = (part: string) => (text.endsWith('theirs') ? part.replace(/\n$/, '') : part);
    expect(withMarkers(bare(side('ours')), bare(side('theirs')))).toBe(text);
  });

  it('stand around all of it where two texts are too long to be compared', () => {
    const lines = (sign: string) =>
      Array.from({ length: 3000 }, (_, at) => `${sign}${at}`).join('\n');
    const [one, other] = [lines('a'), lines('b')];
    expect(withMarkers(one, other)).toBe(`<<<<<<< ours\n${one}\n=======\n${other}\n>>>>>>> theirs`);
  });
});
