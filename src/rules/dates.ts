/** Dates of a brief that cannot all hold. */
import { cadenceDays, parseCadence } from '../brief/dates/cadence.ts';
import { WEEKDAYS, addDays, daysBetween } from '../brief/dates/calendar.ts';
import { dateInWords } from '../brief/dates/date-words.ts';
import type { Brief } from '../brief/read.ts';
import { itemSpan, spanOf } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { daysIn, isNear } from './days-in-text.ts';
import { otherPlace, placeIn } from './place.ts';
import type { Found, Rule, RuleContext } from './rule.ts';

/** Milestones, and days that goal and criteria name as their end, after the due date. */
function afterDue(brief: Brief): Found[] {
  const { 'timeline.due': due, 'timeline.milestones': milestones = [] } = brief.values;
  if (due === undefined) return [];
  const found = milestones.flatMap(({ date, what }, index): Found[] =>
    date > due
      ? [
          {
            message: `"${clip(what)}" is to be there on ${date}, after the due date (${due})`,
            help: 'correct one of the two dates, or say with a date what is still done after the end',
            span: itemSpan(brief, 'timeline.milestones', index) as Found['span'],
            ...otherPlace(brief, 'timeline.due'),
          },
        ]
      : [],
  );
  const { goal = '', 'quality.criteria': criteria = [] } = brief.values;
  const texts = [
    { field: 'goal' as const, item: undefined, text: goal },
    ...criteria.map((text, item) => ({ field: 'quality.criteria' as const, item, text })),
  ];
  for (const subject of texts) {
    for (const { date, lead, start, end } of daysIn(subject.text, due)) {
      if (lead !== 'by' && lead !== 'until' && lead !== 'before') continue;
      // Before the first of July is by the last of June.
      const last = lead === 'before' ? addDays(due, 1) : due;
      if (date <= last || !isNear(date, due)) continue;
      found.push({
        message: `"${subject.text.slice(start, end)}" is after the due date (${due})`,
        help: 'correct one of the two dates',
        span: placeIn(brief, subject, start, end),
        ...otherPlace(brief, 'timeline.due'),
        level: 'warning',
      });
    }
  }
  return found;
}

/** What the outcome is for comes before the outcome. */
function usedBeforeDue(brief: Brief): Found | undefined {
  const { 'timeline.due': due, 'intended-use': use } = brief.values;
  if (due === undefined || use === undefined) return undefined;
  const days = daysIn(use, due);
  // Where another day is named that fits, the use may well be in steps.
  if (days.some(({ date }) => date >= due)) return undefined;
  const early = days.find(({ date, lead }) => /^(?:on|by|before)$/.test(lead) && isNear(date, due));
  if (early === undefined) return undefined;
  const subject = { field: 'intended-use' as const, item: undefined, text: use };
  return {
    message: `it is to be used "${use.slice(early.start, early.end)}", and is due only on ${dateInWords(due)}`,
    help: 'set timeline.due before the day on which it is needed, or correct that day',
    span: placeIn(brief, subject, early.start, early.end),
    ...otherPlace(brief, 'timeline.due'),
    level: 'warning',
  };
}

/** The day from which on the work is done: that of the agreement, else today for what is still open. */
function startOf({ values }: Brief, today: string | undefined): string | undefined {
  return values.agreement?.date ?? (values.status === 'accepted' ? undefined : today);
}

/** Check-ins are at the milestones, and the first of these is where the time is over. */
function milestonesAtTheEnd(
  brief: Brief,
  milestones: readonly { readonly date: string }[],
  start: string,
  due: string,
): Found | undefined {
  const time = daysBetween(start, due);
  const first = milestones.map(({ date }) => date).toSorted()[0];
  if (first === undefined || time < 14 || daysBetween(start, first) < 0.85 * time) return undefined;
  return {
    message: `check-ins are at the milestones, and the first of them (${first}) comes when the time is over`,
    help: 'add a milestone on the way, or say how often: every: 2 weeks',
    span: spanOf(brief, 'check-ins.every') as Found['span'],
    ...otherPlace(brief, 'timeline.milestones'),
  };
}

function checkInsTooRare(brief: Brief, { today }: RuleContext): Found | undefined {
  const { 'check-ins.every': every, 'timeline.due': due } = brief.values;
  const start = startOf(brief, today);
  if (every === undefined || due === undefined) return undefined;
  const milestones = brief.values['timeline.milestones'];
  const cadence = parseCadence(every);
  if (
    cadence !== undefined &&
    'at' in cadence &&
    milestones === undefined &&
    brief.values.plan === undefined
  ) {
    return {
      message: 'check-ins are at the milestones, and the brief has no milestones',
      help: 'add the milestones under timeline, or say how often: every: 2 weeks',
      span: spanOf(brief, 'check-ins.every') as Found['span'],
    };
  }
  if (start === undefined) return undefined;
  if (cadence !== undefined && 'at' in cadence && milestones !== undefined) {
    return milestonesAtTheEnd(brief, milestones, start, due);
  }
  const days = cadence && cadenceDays(cadence);
  if (days === undefined || days < 7) return undefined;
  const time = daysBetween(start, due);
  // One that comes when nearly all of the time is over changes nothing either; nor one in months.
  const isOver = days >= (milestones === undefined ? 0.85 : 1) * time;
  const isOnce = milestones === undefined && time >= 60 && days >= 0.5 * time;
  if (time < 7 || !(isOver || isOnce)) return undefined;
  return {
    message: isOver
      ? `the first check-in (every ${every}) comes when the time is over: ${time} days are left until ${due}`
      : `there is one check-in (every ${every}) in the ${time} days until ${due}`,
    help: `follow up at least once on the way: every: ${time >= 21 ? '1 week' : '3 days'}`,
    span: spanOf(brief, 'check-ins.every') as Found['span'],
    ...otherPlace(brief, 'timeline.due'),
  };
}

/** Before anybody has agreed, a milestone that lies behind cannot be promised any more. */
function alreadyOver(brief: Brief, { today }: RuleContext): Found[] {
  const { status, agreement, 'timeline.milestones': milestones = [] } = brief.values;
  const isOpen = status === undefined || status === 'draft' || status === 'proposed';
  if (today === undefined || !isOpen || agreement?.date !== undefined) return [];
  return milestones.flatMap(({ date, what }, index) => {
    const span = itemSpan(brief, 'timeline.milestones', index);
    if (date >= today || span === undefined) return [];
    return {
      message: `"${clip(what)}" (${date}) is over already, and nobody has agreed to the brief yet`,
      help: 'move it to a day that is to come, or tell under "## Context" what was done by then',
      span,
      level: 'warning' as const,
    };
  });
}

/** A milestone of one day that names a later one as its own. */
function otherDayWithin(brief: Brief): Found[] {
  const { 'timeline.milestones': milestones = [] } = brief.values;
  return milestones.flatMap(({ date, what }, item) => {
    const later = daysIn(what, date).find(
      ({ date: named, lead, start, end }) =>
        named > date &&
        isNear(named, date) &&
        /\d/.test(what.slice(start, end)) &&
        (/^(?:by|until|before)$/.test(lead) ||
          /\b(?:that is|that's|i\.e\.)/.test(what.slice(0, start))),
    );
    if (later === undefined) return [];
    const span = itemSpan(brief, 'timeline.milestones', item);
    return {
      message: `"${what.slice(later.start, later.end)}" stands in a milestone of ${date}`,
      help: 'correct one of the two dates',
      span: span as Found['span'],
      level: 'warning' as const,
    };
  });
}

/** What is agreed on one day cannot be due on an earlier one. */
function beforeAgreement(brief: Brief): Found[] {
  const { agreement, 'timeline.due': due, 'timeline.milestones': milestones = [] } = brief.values;
  const agreed = agreement?.date;
  if (agreed === undefined) return [];
  const found: Found[] = [];
  const add = (date: string, what: string, span: Found['span'] | undefined): void => {
    if (date >= agreed || span === undefined) return;
    found.push({
      message: `${what} is before the day of the agreement (${agreed})`,
      help: 'correct one of the two dates',
      span,
      level: 'warning',
    });
  };
  if (due !== undefined) add(due, `the due date (${due})`, spanOf(brief, 'timeline.due'));
  for (const [index, { date, what }] of milestones.entries()) {
    add(date, `"${clip(what)}" (${date})`, itemSpan(brief, 'timeline.milestones', index));
  }
  return found;
}

const WEEKDAY_DATE = new RegExp(
  String.raw`\b(${WEEKDAYS.join('|')}),? (?:the )?(\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th|\.)? (?:of )?[a-z]{3,9}\.?(?:,? 20\d\d)?)`,
  'i',
);

/** A day of the week that is another one by the calendar. */
function wrongWeekday(brief: Brief, { written }: RuleContext): Found[] {
  const near = brief.values['timeline.due'];
  if (near === undefined) return [];
  const found: Found[] = [];
  for (const subject of written()) {
    const match =
      subject.text.includes('day ') || subject.text.includes('day,')
        ? WEEKDAY_DATE.exec(subject.text.slice(0, 2000))
        : null;
    const [day] = match === null ? [] : daysIn(match[2] as string, near);
    // A day without a year may be that of another one.
    if (match === null || day === undefined || !isNear(day.date, near)) continue;
    const is = WEEKDAYS[new Date(`${day.date}T00:00:00Z`).getUTCDay()] as string;
    if (is === match[1]?.toLowerCase()) continue;
    found.push({
      message: `"${match[0]}" does not exist: ${day.date} is a ${is[0]?.toUpperCase()}${is.slice(1)}`,
      help: 'correct the day of the week or the date',
      span: placeIn(brief, subject, match.index, match.index + match[0].length),
      level: 'warning',
    });
  }
  return found;
}

export const DATES: readonly Rule[] = [
  {
    id: 'dates-contradict',
    family: 'consistency',
    level: 'error',
    summary: 'A date of the brief cannot hold beside the due date',
    why: 'One of the two is wrong, and the delegate plans by the one that the delegator did not mean.',
    source: 'Essay, "Set clear expectations": shared understanding of the timeline',
    bad: 'timeline:\n  due: 2026-06-30\n  milestones:\n    - "2026-07-15: the first team uses it"',
    good: 'timeline:\n  due: 2026-06-30\n  milestones:\n    - "2026-05-15: the first team uses it"',
    check: (brief, context) => {
      const early = usedBeforeDue(brief);
      const own = [
        ...afterDue(brief),
        ...otherDayWithin(brief),
        ...beforeAgreement(brief),
        ...alreadyOver(brief, context),
        ...wrongWeekday(brief, context),
      ];
      return early === undefined ? own : [...own, early];
    },
  },
  {
    id: 'check-ins-too-rare',
    family: 'follow-up',
    level: 'warning',
    summary: 'The first check-in comes when the time is over',
    why: 'What went wrong is then heard of when nothing can be done about it: "the fire and forget".',
    source: 'Essay, "You yourself?"',
    bad: 'timeline: 2026-06-30\ncheck-ins:\n  every: 3 months',
    good: 'timeline: 2026-06-30\ncheck-ins:\n  every: 2 weeks',
    example: { today: '2026-05-01' },
    check: checkInsTooRare,
  },
];
