import { describe, expect, test } from 'vitest';
import { checkInPromises } from '../../src/agreement/check-in-promises.ts';
import { readBrief } from '../../src/brief/read.ts';

/** A brief that was agreed on 3 April, a Friday, with a check-in every week. */
function brief(dates: readonly string[], every = '1 week'): ReturnType<typeof readBrief> {
  return readBrief(`---
status: accepted
timeline: {due: 2026-06-30, milestones: [{date: 2026-04-20, what: Half}, {date: 2026-05-20, what: All}]}
check-ins: {every: ${every}}
agreement: {date: 2026-04-03}
---
## Check-ins

${dates.map((date) => `- ${date} (on track): fine`).join('\n')}
`);
}

function told(
  dates: readonly string[],
  until: string,
  more: Partial<{ every: string; pauses: { from: string; to: string | undefined }[] }> = {},
) {
  const { promised, others } = checkInPromises(brief(dates, more.every), until, more.pauses ?? []);
  return {
    promised: promised.map(({ due, held }) => `${due} ${held?.date ?? '-'}`),
    others: others.map(({ date }) => date),
  };
}

describe('check-ins that were promised', () => {
  test('are those of the cadence from the agreement on, up to yesterday', () => {
    expect(told([], '2026-04-24')).toEqual({
      promised: ['2026-04-10 -', '2026-04-17 -'],
      others: [],
    });
  });

  test('one that is held late counts, and moves those after it', () => {
    expect(told(['2026-04-12', '2026-04-19'], '2026-04-27')).toEqual({
      promised: ['2026-04-10 2026-04-12', '2026-04-19 2026-04-19', '2026-04-26 -'],
      others: [],
    });
  });

  test('one that is held much too late is that of the next promise', () => {
    expect(told(['2026-04-18'], '2026-04-20').promised).toEqual([
      '2026-04-10 -',
      '2026-04-17 2026-04-18',
    ]);
  });

  test('one that comes soon after another is one more', () => {
    expect(told(['2026-04-10', '2026-04-12', '2026-04-19'], '2026-04-20')).toEqual({
      promised: ['2026-04-10 2026-04-10', '2026-04-19 2026-04-19'],
      others: ['2026-04-12'],
    });
  });

  test('none is promised in a pause, and the rhythm begins again after it', () => {
    const pauses = [{ from: '2026-04-08', to: '2026-05-01' }];
    expect(told([], '2026-05-10', { pauses }).promised).toEqual(['2026-05-08 -']);
    expect(
      told([], '2026-05-10', { pauses: [{ from: '2026-04-08', to: undefined }] }).promised,
    ).toEqual([]);
  });

  test('are at the milestones, where that was agreed', () => {
    expect(told(['2026-04-21'], '2026-06-01', { every: 'at milestones' })).toEqual({
      promised: ['2026-04-20 2026-04-21', '2026-05-20 -'],
      others: [],
    });
  });

  test('without an agreement nothing is promised', () => {
    const draft = readBrief(
      '---\nstatus: draft\ncheck-ins: {every: 1 week}\n---\n## Check-ins\n\n- 2026-04-10: x\n',
    );
    expect(checkInPromises(draft, '2026-06-01', [])).toMatchObject({
      promised: [],
      others: [{ date: '2026-04-10' }],
    });
  });
});
