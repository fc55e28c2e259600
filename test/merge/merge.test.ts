import { describe, expect, it } from 'vitest';
import { seal } from '../../src/brief/canonical.ts';
import { goalpostMoved } from '../../src/agreement/seals.ts';
import { readBrief } from '../../src/brief/read.ts';
import { mergeBriefs } from '../../src/merge/merge.ts';
import { BASE, MARKERS, byGit, merged, swap } from './versions.ts';

describe('mergeBriefs', () => {
  it('keeps both items that were added at the end of a list', async () => {
    const last = '  - Escalate a blocker the day it appears\n';
    const result = await merged(
      swap(last, `${last}  - No weekend work\n`),
      swap(last, `${last}  - Only signed images\n`),
    );
    expect(result.conflicts).toEqual([]);
    expect(result.text).toBe(
      BASE.replace(last, `${last}  - No weekend work\n  - Only signed images\n`),
    );
  });

  it('adds to a list on one line, and keeps its comment', async () => {
    const result = await merged(
      swap('[Build machines]', '[Build machines, Staging]'),
      swap('[Build machines]', '[Build machines, Production]'),
    );
    expect(result.conflicts).toEqual([]);
    expect(result.text).toContain('  out: [Build machines, Staging, Production] # not ours\n');
  });

  it('takes an item away on one side while the other adds one', async () => {
    const result = await merged(
      swap('  - No new paid services\n', ''),
      swap('  - No new paid services\n', '  - No new paid services\n  - Keep the logs\n'),
    );
    expect(result.conflicts).toEqual([]);
    expect(readBrief(result.text).values.guardrails).toEqual([
      'Keep the logs',
      'Escalate a blocker the day it appears',
    ]);
  });

  it('merges different fields on one line', async () => {
    const result = await merged(
      swap('{due: 2026-06-30}', '{due: 2026-05-31}'),
      swap(
        '{due: 2026-06-30}',
        '{due: 2026-06-30, milestones: [{date: 2026-05-01, what: a plan}]}',
      ),
    );
    expect(result.conflicts).toEqual([]);
    const { values } = readBrief(result.text);
    expect(values['timeline.due']).toBe('2026-05-31');
    expect(values['timeline.milestones']).toEqual([{ date: '2026-05-01', what: 'a plan' }]);
  });

  it('merges a field that one side wrote in another layout', async () => {
    const result = await merged(
      swap('scope:\n  in: [The CI/CD pipeline]\n', 'scope:\n  in:\n    - The CI/CD pipeline\n'),
      swap('[The CI/CD pipeline]', '[The CI/CD pipeline, The deploy bot]'),
    );
    expect(result.conflicts).toEqual([]);
    expect(readBrief(result.text).values['scope.in']).toEqual([
      'The CI/CD pipeline',
      'The deploy bot',
    ]);
  });

  it('leaves a goal that both rewrote between markers, and nothing else', async () => {
    const goal = 'goal: Cut the median deployment from 40 to 20 minutes.\n';
    const result = await merged(
      (text) => swap('x-team: web', 'x-team: core')(swap('20 minutes', '15 minutes')(text)),
      (text) => swap('Staging', 'Staging')(`${swap('20 minutes', '10 minutes')(text)}Staging\n`),
    );
    expect(result.conflicts).toEqual(['goal']);
    expect(result.text).toBe(
      `${BASE.replace(
        goal,
        `<<<<<<< ours\n${goal.replace('20 min', '15 min')}=======\n${goal.replace(
          '20 min',
          '10 min',
        )}>>>>>>> theirs\n`,
      ).replace('x-team: web', 'x-team: core')}Staging\n`,
    );
  });

  it('never puts two halves of a criterion together, and does so with prose', async () => {
    const folded = BASE.replace(
      'goal: Cut the median deployment from 40 to 20 minutes.\n',
      'goal: >\n  Cut the median\n  deployment of all\n  services and jobs\n  to 20 minutes.\n',
    );
    const goal = await merged(
      swap('Cut the median', 'Cut the slowest'),
      swap('to 20 minutes', 'to 10 minutes'),
      folded,
    );
    expect(goal.conflicts).toEqual(['goal']);
    const why = await merged(
      swap('Hotfixes wait', 'All hotfixes wait'),
      swap('every single week', 'each week'),
    );
    expect(why.conflicts).toEqual([]);
    expect(readBrief(why.text).values.why).toBe(
      'All hotfixes wait 40 minutes, so teams batch risky releases each week.',
    );
  });

  it('asks people about an item that both sides edited', async () => {
    const result = await merged(
      swap('No new paid services', 'No new paid services above 50 EUR'),
      swap('No new paid services', 'No new services'),
    );
    expect(result.conflicts).toEqual(['guardrails']);
    expect(result.text).toContain(
      '<<<<<<< ours\n  - No new paid services above 50 EUR\n=======\n  - No new services\n>>>>>>> theirs\n',
    );
  });

  it('asks people when one side took out what the other changed', async () => {
    const result = await merged(swap('x-team: web\n', ''), swap('x-team: web', 'x-team: core'));
    expect(result.conflicts).toEqual(['x-team']);
    expect(result.text).toContain('<<<<<<< ours\n=======\nx-team: core\n>>>>>>> theirs\n---\n');
  });

  it('makes one conflict of two on one line', async () => {
    const base = BASE.replace('{due: 2026-06-30}', '{due: 2026-06-30, milestones: [2026-05-01 a]}');
    const result = await merged(
      swap(
        '{due: 2026-06-30, milestones: [2026-05-01 a]}',
        '{due: 2026-06-29, milestones: [2026-05-01 b]}',
      ),
      swap(
        '{due: 2026-06-30, milestones: [2026-05-01 a]}',
        '{due: 2026-06-28, milestones: [2026-05-01 c]}',
      ),
      base,
    );
    expect(result.conflicts).toEqual(['timeline.due', 'timeline.milestones']);
    expect(result.text.match(/<<<<<<</g)).toHaveLength(1);
  });

  it('puts check-ins of both sides in the order of their dates', async () => {
    const last = '- 2026-04-10 (on track): Baseline measured.\n';
    const result = await merged(
      swap(last, `${last}- 2026-04-24 (at risk): Slow.\n`),
      swap(last, `${last}- 2026-04-17 (on track): Cache.\n  It works.\n`),
    );
    expect(result.conflicts).toEqual([]);
    expect(
      result.text.endsWith(
        `${last}- 2026-04-17 (on track): Cache.\n  It works.\n- 2026-04-24 (at risk): Slow.\n`,
      ),
    ).toBe(true);
  });

  it('keeps carriage returns', async () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    const last = '  - Escalate a blocker the day it appears\n';
    const result = await mergeBriefs(
      {
        base: BASE,
        ours: crlf(BASE.replace(last, `${last}  - One\n`)),
        theirs: BASE.replace(last, `${last}  - Two\n`).replace('status: draft', 'status: proposed'),
      },
      byGit,
      MARKERS,
    );
    expect(result.conflicts).toEqual([]);
    expect(result.text).not.toMatch(/[^\r]\n/);
    expect(readBrief(result.text).values.guardrails?.slice(2)).toEqual(['One', 'Two']);
  });

  it('leaves to git what cannot be read, and two briefs in one file', async () => {
    const broken = await merged(swap('scope:', 'scope: [:'), swap('x-team: web', 'x-team: core'));
    expect(broken.byLines).toBe(true);
    const other = await mergeBriefs(
      { base: '', ours: BASE, theirs: BASE.replace('b-7k3f9q2m', 'b-3m9x2c7p') },
      byGit,
      MARKERS,
    );
    expect(other.byLines).toBe(true);
    expect(other.conflicts).toEqual(['file']);
  });
});

describe('records that meet', () => {
  const values = readBrief(BASE).values;
  const accepted = BASE.replace('status: draft', 'status: accepted').replace(
    'x-team: web\n',
    `agreement:\n  date: 2026-04-03\n  by: Bor Kos\n  criteria: ${seal(values)}\nx-team: web\n`,
  );

  function moved(from: string, to: string, date: string, by = 'Bor Kos') {
    return (text: string) => {
      const next = swap(from, to)(text);
      const record = `changes:\n  - date: ${date}\n    fields: [x]\n    reason: r\n    agreed-by: ${by}\n    criteria: ${seal(readBrief(next).values)}\n`;
      return next.replace('x-team: web\n', `${record}x-team: web\n`);
    };
  }

  it('keeps both and seals the sum, agreed by whoever agreed to both', async () => {
    const result = await merged(
      moved('due: 2026-06-30', 'due: 2026-05-31', '2026-05-10'),
      moved('No new paid services', 'No paid services', '2026-05-02'),
      accepted,
    );
    expect(result.conflicts).toEqual([]);
    const brief = readBrief(result.text);
    expect(brief.values.changes?.map(({ date }) => date)).toEqual([
      '2026-05-02',
      '2026-05-10',
      '2026-05-10',
    ]);
    expect(goalpostMoved(brief.values)).toBe(false);
    expect(brief.values.changes?.[2]).toMatchObject({
      by: 'Bor Kos',
      fields: ['x'],
      reason: 'Two recorded changes merged; both hold.',
    });
  });

  it('keeps whoever agreed on one side and objected on the other', async () => {
    const recorded = moved('due: 2026-06-30', 'due: 2026-05-31', '2026-05-10', 'Cai')(accepted);
    const result = await merged(
      swap('agreed-by: Cai', 'agreed-by: [Cai, Bor Kos]'),
      swap('agreed-by: Cai', 'agreed-by: Cai\n    objections: [{by: Ana, reason: Early}]'),
      recorded,
    );
    expect(result.conflicts).toEqual([]);
    expect(readBrief(result.text).values.changes).toMatchObject([
      { 'agreed-by': [{ by: 'Cai' }, { by: 'Bor Kos' }], objections: [{ by: 'Ana' }] },
    ]);
  });

  it('seals nothing where two people agreed to one part each', async () => {
    const result = await merged(
      moved('due: 2026-06-30', 'due: 2026-05-31', '2026-05-10'),
      moved('No new paid services', 'No paid services', '2026-05-02', 'Mei Lin'),
      accepted,
    );
    const { values: both } = readBrief(result.text);
    expect([both.changes?.length, goalpostMoved(both)]).toEqual([2, true]);
  });

  it('never seals a move that was made in silence', async () => {
    const result = await merged(
      moved('due: 2026-06-30', 'due: 2026-05-31', '2026-05-10'),
      swap('No new paid services', 'No paid services'),
      accepted,
    );
    expect(result.conflicts).toEqual([]);
    expect(goalpostMoved(readBrief(result.text).values)).toBe(true);
  });
});
