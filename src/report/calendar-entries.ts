/** What of a brief belongs into a calendar: check-ins, milestones and the due date. */
import { createHash } from 'node:crypto';
import type { CheckInSeries, Recurrence } from '../agreement/check-in-dates.ts';
import { checkInSeries } from '../agreement/check-in-dates.ts';
import { followUpOf } from '../agreement/follow-up.ts';
import { statusOf } from '../agreement/transitions.ts';
import { foldCase } from '../brief/canonical.ts';
import { readCheckIns } from '../brief/check-ins.ts';
import { parseCadence } from '../brief/dates/cadence.ts';
import { isDate } from '../brief/dates/calendar.ts';
import { cadenceInWords } from '../brief/dates/date-words.ts';
import type { Values } from '../brief/fields.ts';
import { parsePerson } from '../brief/people.ts';
import type { Brief } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';

/** A day, or a series of days, in somebody's calendar. */
export interface CalendarEntry {
  /** The same for as long as it is the same entry, whatever its date becomes. */
  readonly uid: string;
  /** The brief that it is of. */
  readonly path: string;
  readonly kind: 'check-in' | 'milestone' | 'due';
  /** `YYYY-MM-DD`; of a series the first. */
  readonly date: string;
  readonly recurrence: Recurrence | undefined;
  /** Not yet agreed, or set aside for a while. */
  readonly tentative: boolean;
  readonly summary: string;
  /** A line each. */
  readonly description: readonly string[];
  /** Grows when a date was moved openly. */
  readonly sequence: number;
}

/** A brief that is to be in a calendar. */
export interface DatedBrief {
  readonly path: string;
  readonly brief: Brief;
}

/**
 * The entries of several briefs, in the order of their paths. Those of drafts and of closed briefs are
 * none; before acceptance and while a brief is paused there are no check-ins, and the rest is tentative.
 */
export function calendarEntries(briefs: readonly DatedBrief[]): CalendarEntry[] {
  const seen = new Set<string>();
  return briefs.flatMap((dated) => {
    const { id } = dated.brief.values;
    // A copy of a brief that kept its id would take the other's entries away.
    const key = id === undefined || seen.has(id) ? `path-${shortHash(dated.path)}` : id;
    seen.add(key);
    return entriesOf(dated, key);
  });
}

/** The last day that briefs have a record of, `YYYY-MM-DD`; undefined when they have none. */
export function lastRecordedDay(briefs: readonly DatedBrief[]): string | undefined {
  const days = briefs.flatMap(({ brief }) => {
    const { agreement, changes = [], withdrawn = [], outcome } = brief.values;
    const records = [agreement, outcome, ...changes, ...withdrawn, ...readCheckIns(brief)];
    return records.map((record) => record?.date).filter((date) => date !== undefined);
  });
  return days.filter(isDate).toSorted().at(-1);
}

function entriesOf({ path, brief }: DatedBrief, key: string): CalendarEntry[] {
  const { values } = brief;
  const status = statusOf(values);
  if (status !== 'proposed' && status !== 'accepted' && status !== 'paused') return [];
  const title = clip(values.title ?? path, 120);
  const note = status === 'accepted' ? '' : ` (${status})`;
  const entry = (
    part: string,
    fields: Pick<CalendarEntry, 'kind' | 'date' | 'summary'> & Partial<CalendarEntry>,
  ): CalendarEntry => ({
    uid: `${key}-${part}@delegate-briefs`,
    path,
    recurrence: undefined,
    tentative: status !== 'accepted',
    description: descriptionOf(path, values),
    sequence: (values.changes?.length ?? 0) + (values.withdrawn?.length ?? 0),
    ...fields,
  });
  const entries: CalendarEntry[] = [];
  if (status === 'accepted') {
    const lines = [followUpLine(values), ...descriptionOf(path, values)];
    const summary = `Check-in: ${title}`;
    for (const { part, date, recurrence } of checkInParts(brief)) {
      entries.push(
        entry(part, { kind: 'check-in', date, recurrence, summary, description: lines }),
      );
    }
  }
  const both =
    isAtMilestones(values) && status === 'accepted' ? 'Milestone and check-in' : 'Milestone';
  for (const { part, date, what } of milestoneParts(values)) {
    const summary = `${both}: ${clip(what, 120)} (${title})${note}`;
    entries.push(entry(part, { kind: 'milestone', date, summary }));
  }
  const due = values['timeline.due'];
  if (due !== undefined) {
    entries.push(entry('due', { kind: 'due', date: due, summary: `Due: ${title}${note}` }));
  }
  return entries;
}

/** One part for a regular series, else one for each date. */
function checkInParts(
  brief: Brief,
): readonly { part: string; date: string; recurrence: Recurrence | undefined }[] {
  const { last, resumed } = followUpOf(brief);
  const from = [last?.date, resumed].filter((date) => date !== undefined);
  const series = checkInSeries(brief.values, from.toSorted().at(-1));
  if (series === undefined) return [];
  const { dates, recurrence } = series;
  if (recurrence === undefined) {
    return dates.map((date) => ({ part: `check-in-${date}`, date, recurrence }));
  }
  return [{ part: 'check-ins', date: firstOf(series), recurrence }];
}

function firstOf({ dates }: CheckInSeries): string {
  return dates[0] as string;
}

/** A milestone is known by what is there by then, so that it stays the same when its date moves. */
function milestoneParts(values: Values): readonly { part: string; date: string; what: string }[] {
  const counts = new Map<string, number>();
  return (values['timeline.milestones'] ?? []).map(({ date, what }) => {
    const name = shortHash(foldCase(what));
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return { part: `milestone-${name}${count === 0 ? '' : `-${count + 1}`}`, date, what };
  });
}

function isAtMilestones(values: Values): boolean {
  const cadence = parseCadence(values['check-ins.every'] ?? '');
  return cadence !== undefined && 'at' in cadence;
}

function followUpLine(values: Values): string {
  const { 'check-ins.every': every = '', 'check-ins.day': day, 'check-ins.how': how } = values;
  const parts = [cadenceInWords(every), day === undefined ? '' : `on ${day.replace(/^on /i, '')}`];
  const when = parts.filter(Boolean).join(', ');
  return `Follow-up ${when}${how === undefined ? '' : `: ${clip(how, 200)}`}`;
}

function descriptionOf(path: string, values: Values): string[] {
  const { delegator, delegate, goal, id } = values;
  const between = [delegator, delegate].filter((person) => person !== undefined);
  const people = between.map((person) => parsePerson(person).name).join(' to ');
  return [
    ...(goal === undefined ? [] : [`Goal: ${clip(goal, 400)}`]),
    ...(people === '' ? [] : [`Handed over: ${people}`]),
    `Brief: ${path}${id === undefined ? '' : ` (${id})`}`,
  ];
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
