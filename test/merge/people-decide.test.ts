import { describe, expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { BASE, merged, swap } from './versions.ts';

const GOAL = 'goal: Cut the median deployment from 40 to 20 minutes.\n';
const TITLE = 'title: Halve deployment time\n';
const marked = (ours: string, theirs: string) =>
  `<<<<<<< ours\n${ours}=======\n${theirs}>>>>>>> theirs\n`;

describe('what both sides changed', () => {
  it('stands between markers of its own, each thing for itself, with all else merged', async () => {
    const result = await merged(
      (text) => swap('20 minutes', '15 minutes')(swap('x-team: web', 'x-team: core')(text)),
      (text) =>
        swap(
          '20 minutes',
          '10 minutes',
        )(swap('x-team: web', 'x-team: data')(swap('2026-06-30', '2026-05-31')(text))),
    );
    expect(result).toMatchObject({ conflicts: ['goal', 'x-team'], byLines: false });
    expect(result.text).toBe(
      BASE.replace(GOAL, marked(GOAL.replace('20', '15'), GOAL.replace('20', '10')))
        .replace('x-team: web\n', marked('x-team: core\n', 'x-team: data\n'))
        .replace('2026-06-30', '2026-05-31'),
    );
  });

  it('is not thrown together with the line after it', async () => {
    const base = BASE.replace(TITLE, '').replace(GOAL, TITLE + GOAL);
    const result = await merged(
      (text) => swap('Halve', 'Cut')(swap('20 minutes', '15 minutes')(text)),
      (text) => swap('Halve', 'Lower')(swap('20 minutes', '10 minutes')(text)),
      base,
    );
    expect(result).toMatchObject({ conflicts: ['title', 'goal'], byLines: false });
    expect(result.text).toBe(
      base
        .replace(TITLE, marked(TITLE.replace('Halve', 'Cut'), TITLE.replace('Halve', 'Lower')))
        .replace(GOAL, marked(GOAL.replace('20', '15'), GOAL.replace('20', '10'))),
    );
  });

  it('one side took out, the other rewrote', async () => {
    const why = /why: >[^]*?week\.\n/.exec(BASE)?.[0] as string;
    const rewritten = why.replace('40 minutes', '50 minutes');
    const taken = await merged(swap(why, ''), swap(why, rewritten));
    expect(taken).toMatchObject({ conflicts: ['why'], byLines: false });
    expect(taken.text).toContain(marked('', rewritten));
    const other = await merged(swap(why, rewritten), swap(why, ''));
    expect(other).toMatchObject({ conflicts: ['why'], byLines: false });
    expect(other.text).toContain(marked(rewritten, ''));
  });

  it('is all of a frontmatter in one line', async () => {
    const base = '---\n{id: b-7k3f9q2m, goal: A, why: Because}\n---\nWords.\n';
    const result = await merged(swap('Because', 'One'), swap('Because', 'Two'), base);
    expect(result).toEqual({
      text: base.replace(
        /\{.*\n/,
        marked('{id: b-7k3f9q2m, goal: A, why: One}\n', '{id: b-7k3f9q2m, goal: A, why: Two}\n'),
      ),
      conflicts: ['why'],
      byLines: false,
    });
  });

  it('is a value that cannot be read', async () => {
    const result = await merged(
      swap('status: draft', 'status: acepted'),
      swap('status: draft', 'status: prposed'),
    );
    expect(result).toMatchObject({ conflicts: ['status'], byLines: false });
  });

  it('both sides wrote new, each in words of its own', async () => {
    const result = await merged(
      swap('x-team', 'intended-use: Teams deploy on merge\nx-team'),
      swap('x-team', 'intended-use: Support promises fixes\nx-team'),
    );
    expect(result.conflicts).toEqual(['intended-use']);
    expect(result.text).toContain('Teams deploy on merge');
    expect(result.text).toContain('Support promises fixes');
  });

  it('is a list of which nothing would be left', async () => {
    const result = await merged(
      swap('  - No new paid services\n', ''),
      swap('  - Escalate a blocker the day it appears\n', ''),
    );
    expect(result.conflicts).toEqual(['guardrails']);
  });

  it('is left to git where it shares a line with what is not in question', async () => {
    const base = BASE.replace('x-team: web\n', '').replace('2026-06-30}', '2026-06-30, x-age: 1}');
    const result = await merged(swap('x-age: 1', 'x-age: 2'), swap('x-age: 1', 'x-age: 3'), base);
    expect(result).toMatchObject({ conflicts: ['timeline.x-age'], byLines: true });
    expect(result.text).toContain(
      marked('timeline: {due: 2026-06-30, x-age: 2}\n', 'timeline: {due: 2026-06-30, x-age: 3}\n'),
    );
  });

  it('is asked about rather than made into what nobody can read', async () => {
    const quoted = (text: string, sign: string) =>
      text.replace(
        /why: >[^]*?week\.\n/,
        `why: ${sign}Hotfixes wait,\n  so teams batch\n  risky releases\n  every\n  week.${sign}\n`,
      );
    const base = quoted(BASE, '"');
    const result = await merged(
      (text) => text.replace('"Hotfixes', "'All hotfixes").replace('week."', "week.'"),
      swap('risky releases', "the week's releases"),
      base,
    );
    expect(result).toMatchObject({ conflicts: ['why'], byLines: false });
    expect(result.text.match(/^<{7}/gm)).toHaveLength(1);
  });
});

describe('prose that both sides touched in other lines', () => {
  it('is merged though one of them saved it with carriage returns', async () => {
    const result = await merged(
      (text) => swap('Hotfixes wait', 'All hotfixes wait')(text).replaceAll('\n', '\r\n'),
      swap('every single week', 'each week'),
    );
    expect(result.conflicts).toEqual([]);
    expect(readBrief(result.text).values.why).toBe(
      'All hotfixes wait 40 minutes, so teams batch risky releases each week.',
    );
  });

  it('is a conflict where they are the same lines', async () => {
    const why = await merged(swap('wait 40', 'wait 50'), swap('wait 40', 'wait 60'));
    expect(why).toMatchObject({ conflicts: ['why'], byLines: false });
    expect(why.text).toBe(
      BASE.replace(
        '  Hotfixes wait 40 minutes,\n',
        marked('  Hotfixes wait 50 minutes,\n', '  Hotfixes wait 60 minutes,\n'),
      ),
    );
  });
});
