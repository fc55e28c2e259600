/** Dates of a brief that cannot all hold. */
import { cadenceDays, parseCadence } from '../brief/dates/cadence.ts';
import { addDays, daysBetween } from '../brief/dates/calendar.ts';
import { dateInWords } from '../brief/dates/date-words.ts';
import type { Brief } from '../brief/read.ts';
import { itemSpan, spanOf } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { daysIn, isNear } from './days-in-text.ts';
import { placeIn } from './place.ts';
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
  const early = days.find(
    ({ date, lead }) => /^(?:on|by|in|before)$/.test(lead) && isNear(date, due),
  );
  if (early === undefined) return undefined;
  const subject = { field: 'intended-use' as const, item: undefined, text: use };
  return {
    message: `it is to be used "${use.slice(early.start, early.end)}", and is due only on ${dateInWords(due)}`,
    help: 'set timeline.due before the day on which it is needed, or correct that day',
    span: placeIn(brief, subject, early.start, early.end),
    level: 'warning',
  };
}

/** The day from which on the work is done: that of the agreement, else today for what is still open. */
function startOf({ values }: Brief, today: string | undefined): string | undefined {
  return values.agreement?.date ?? (values.status === 'accepted' ? undefined : today);
}

function checkInsTooRare(brief: Brief, { today }: RuleContext): Found | undefined {
  const { 'check-ins.every': every, 'timeline.due': due } = brief.values;
  const start = startOf(brief, today);
  if (every === undefined || due === undefined || start === undefined) return undefined;
  if (brief.values['timeline.milestones'] !== undefined) return undefined;
  const cadence = parseCadence(every);
  const days = cadence && cadenceDays(cadence);
  const time = daysBetween(start, due);
  if (days === undefined || days < 7 || time < 7 || days < time) return undefined;
  return {
    message: `the first check-in (every ${every}) comes when the time is over: ${time} days are left until ${due}`,
    help: `follow up at least once on the way: every: ${time >= 21 ? '1 week' : '3 days'}`,
    span: spanOf(brief, 'check-ins.every') as Found['span'],
  };
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
    check: (brief) => {
      const early = usedBeforeDue(brief);
      return early === undefined ? afterDue(brief) : [...afterDue(brief), early];
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
