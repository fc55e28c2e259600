/** Where the lines of a slip chart run: across, when a date was said; up, the date that was promised. */
import { isDate } from '../../brief/dates/calendar.ts';
import { isUnsettled } from '../../history/types.ts';
import type { Axis } from './axis.ts';
import { timeAxis } from './axis.ts';
import { markOf, stationMark } from './marks.tsx';
import type { PageBrief } from './page-brief.ts';

/** A stretch of time through which one date was promised. */
export interface SlipStep {
  /** From 0 to 1. */
  readonly from: number;
  readonly to: number;
  /** In pixels from the top; of the step before it too, where there is one. */
  readonly y: number;
  readonly before: number | undefined;
  /** `shaping` before acceptance, `agreed`, or `unsettled` where one side did not agree. */
  readonly style: 'shaping' | 'agreed' | 'unsettled';
  /** The sign at its beginning. */
  readonly mark: string | undefined;
}

export interface SlipLine {
  readonly of: PageBrief;
  readonly steps: readonly SlipStep[];
  /** Where it was accepted. */
  readonly accepted: { readonly at: number; readonly y: number } | undefined;
  /** The sign at its end: it was closed. */
  readonly end: { readonly at: number; readonly y: number; readonly mark: string } | undefined;
  /** Where its number stands. */
  readonly label: { readonly at: number; readonly y: number };
}

export interface SlipChart {
  readonly across: Axis;
  readonly up: Axis;
  readonly lines: readonly SlipLine[];
  readonly height: number;
  /** Between which days today is on both axes, and a diagonal: undefined where all dates are to come. */
  readonly diagonal: { readonly from: string; readonly to: string } | undefined;
  /** Where a date that is promised is. */
  readonly yOf: (date: string) => number;
}

const TOP = 24;
const BOTTOM = 30;
/** What is right of today is for the numbers of the lines. */
const WIDTH = 0.94;
const LABEL_HEIGHT = 15;

/** @param height In pixels. */
export function slipChart(
  briefs: readonly PageBrief[],
  today: string,
  height: number,
): SlipChart | undefined {
  const dated = briefs.filter(({ brief }) => brief.dates.some(({ date }) => date !== null));
  const said = dated.flatMap(({ brief }) => brief.dates.map((one) => one.said)).toSorted();
  const promised = dated
    .flatMap(({ brief }) => brief.dates.map(({ date }) => date))
    .filter((date) => date !== null && isDate(date))
    .toSorted() as string[];
  const [first] = promised;
  if (first === undefined) return undefined;
  const across = timeAxis(said[0] as string, today, 5);
  const up = timeAxis(first, promised.at(-1) as string, 6);
  const yOf = (date: string): number =>
    Math.round(height - BOTTOM - up.at(date) * (height - TOP - BOTTOM));
  const apart = levels(dated);
  const lines = dated.map((of) =>
    lineOf(
      of,
      today,
      (date) => across.at(date) * WIDTH,
      (date) => yOf(date) + apart(of, date),
    ),
  );
  const diagonal = {
    from: across.from < up.from ? up.from : across.from,
    to: across.to > up.to ? up.to : across.to,
  };
  return {
    across,
    up,
    lines: spread(lines, height),
    height,
    diagonal: diagonal.from < diagonal.to ? diagonal : undefined,
    yOf,
  };
}

/** Where a day is across the chart. */
export function acrossAt(axis: Axis, date: string): number {
  return axis.at(date) * WIDTH;
}

/** Lines of the same date run beside each other, so that none hides another: in pixels from its place. */
function levels(briefs: readonly PageBrief[]): (of: PageBrief, date: string) => number {
  const byDate = new Map<string, PageBrief[]>();
  for (const of of briefs) {
    for (const date of new Set(of.brief.dates.map((one) => one.date ?? ''))) {
      byDate.set(date, [...(byDate.get(date) ?? []), of]);
    }
  }
  return (of, date) => {
    const all = byDate.get(date) ?? [];
    return Math.round((all.indexOf(of) - (all.length - 1) / 2) * LEVEL_GAP);
  };
}

const LEVEL_GAP = 4;

function lineOf(
  of: PageBrief,
  today: string,
  xOf: (date: string) => number,
  yOf: (date: string) => number,
): SlipLine {
  const { dates, lifeline } = of.brief;
  const acceptedOn = lifeline.stations.findLast(({ kind }) => kind === 'accepted')?.on;
  const endOn = lifeline.ended?.on ?? today;
  const steps: SlipStep[] = [];
  let accepted: SlipLine['accepted'];
  for (const [at, { said, date, standing, effect }] of dates.entries()) {
    if (date === null || !isDate(date)) continue;
    const until = dates[at + 1]?.said ?? endOn;
    const y = yOf(date);
    const isAccepted = acceptedOn !== undefined && acceptedOn >= said && acceptedOn <= until;
    if (isAccepted) accepted = { at: xOf(acceptedOn), y };
    const step = { y, style: styleOf(standing, acceptedOn, said) } as const;
    const previous = steps.at(-1);
    // The date that stood when it was accepted became what was agreed from that day on.
    if (isAccepted && acceptedOn > said) {
      steps.push({
        ...step,
        style: 'shaping',
        from: xOf(said),
        to: xOf(acceptedOn),
        before: previous?.y,
        mark: undefined,
      });
    }
    const isSplit = isAccepted && acceptedOn > said;
    steps.push({
      ...step,
      style: isSplit ? 'agreed' : step.style,
      from: xOf(isSplit ? acceptedOn : said),
      to: xOf(until < said ? said : until),
      before: isSplit ? undefined : previous?.y,
      mark: standing && effect && markOf(standing, effect),
    });
  }
  const last = steps.at(-1);
  const y = last?.y ?? TOP;
  const at = last?.to ?? 0;
  const { ended } = lifeline;
  return {
    of,
    steps,
    accepted,
    end: ended === undefined ? undefined : { at, y, mark: stationMark(ended.kind) },
    label: { at: ended === undefined ? WIDTH + 0.012 : at + 0.012, y: y + 5 },
  };
}

function styleOf(
  standing: PageBrief['brief']['dates'][number]['standing'],
  acceptedOn: string | undefined,
  said: string,
): SlipStep['style'] {
  if (standing !== undefined && isUnsettled(standing)) return 'unsettled';
  return acceptedOn === undefined || said < acceptedOn ? 'shaping' : 'agreed';
}

/** Moves numbers apart that would stand on each other; what is beside another does not. */
function spread(lines: readonly SlipLine[], height: number): readonly SlipLine[] {
  const order = lines.toSorted((a, b) => a.label.y - b.label.y);
  const moved = new Map<SlipLine, number>();
  const beside = ({ label }: SlipLine): readonly number[] =>
    [...moved].flatMap(([other, y]) => (Math.abs(other.label.at - label.at) < NEAR ? [y] : []));
  for (const line of order) {
    const least = beside(line).map((y) => y + LABEL_HEIGHT);
    moved.set(line, Math.max(line.label.y, ...least));
  }
  // Pushed beyond the bottom: from there upwards again.
  const down = new Map(moved);
  moved.clear();
  for (const line of order.toReversed()) {
    const most = beside(line).map((y) => y - LABEL_HEIGHT);
    moved.set(line, Math.min(down.get(line) as number, height - 4, ...most));
  }
  return lines.map((line) => ({
    ...line,
    label: { ...line.label, y: moved.get(line) as number },
  }));
}

/** Numbers that are nearer to each other touch in a narrow window. */
const NEAR = 0.05;
