/** Where the lines of the slip chart and their numbers are. */
import { describe, expect, it } from 'vitest';
import type { PageBrief } from '../../../src/report/page/page-brief.ts';
import { slipChart } from '../../../src/report/page/slip-lines.ts';

/** A brief that was promised for a day, on another; done where it says when. */
function brief(date: string, { said = '2026-01-05', done }: { said?: string; done?: string } = {}) {
  const ended = done === undefined ? undefined : { kind: 'done', on: done };
  const lifeline = { begun: said, stations: [], pauses: [], ended };
  const dates = [{ said, date, standing: undefined, effect: undefined }];
  return { brief: { dates, lifeline }, anchor: date } as unknown as PageBrief;
}

const chartOf = (...briefs: PageBrief[]) => slipChart(briefs, '2026-06-01', 380);
const labels = (...briefs: PageBrief[]) => chartOf(...briefs)?.lines.map(({ label }) => label.y);

describe('the slip chart', () => {
  it('moves numbers apart that would stand on each other, within the chart', () => {
    const all = labels(brief('2026-08-01'), brief('2026-08-02'), brief('2026-12-01')) ?? [];
    const [one, other, last] = all as [number, number, number];
    expect(Math.abs(one - other)).toBeGreaterThanOrEqual(15);
    expect(Math.max(...all)).toBeLessThanOrEqual(376);
    expect(last).toBeLessThan(40);
  });

  it('leaves a number at its line where the other stands elsewhere on the same level', () => {
    const closed = brief('2026-08-02', { done: '2026-03-01' });
    const edges = [brief('2026-07-01'), brief('2026-12-01')];
    const [alone] = labels(closed, ...edges) ?? [];
    const [beside] = labels(closed, ...edges, brief('2026-08-04')) ?? [];
    expect(alone).toBe(beside);
  });

  it('has a diagonal where a date that was promised has come', () => {
    expect(chartOf(brief('2026-08-01'), brief('2026-09-01'))?.diagonal).toBeUndefined();
    expect(chartOf(brief('2026-03-01'), brief('2026-09-01'))?.diagonal).toEqual({
      from: '2026-03-01',
      to: '2026-06-01',
    });
  });
});
