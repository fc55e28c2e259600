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
    const plain = plainBrief(text);
    for (const part of ['x-team: web', 'gaol: x', 'scope.x-why: y', 'Due: soon', 'Goal: [a]']) {
      expect(plain).toContain(part);
    }
  });

  it('shows what cannot be read as it is', () => {
    for (const text of ['', 'no brief', '---\ngoal: [\n---\n']) expect(plainBrief(text)).toBe(text);
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

  it('come back as they were', () => {
    const text = 'a\n<<<<<<< ours\nb\n=======\nc\nd\n>>>>>>> theirs\ne';
    const sides = sidesOf(text);
    expect(withMarkers(sides?.ours ?? '', sides?.theirs ?? '')).toBe(text);
  });
});
