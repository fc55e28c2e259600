import { ANA, MEI, between } from './people.ts';
import type { DayOf, Story } from './story.ts';
import { accept, amend, checkIn, propose } from './story.ts';

/** Customer support. The follow-up stops, and then a criterion is raised without the delegate. */
export function support(day: DayOf): Story {
  return {
    path: 'briefs/answer-support-mail-in-four-hours.md',
    writer: ANA,
    written: day(-12, 'Wed'),
    values: {
      id: 'b-c6x1p9rh',
      title: 'Answer support mail in four hours',
      ...between(ANA, MEI),
      approach: 'shared',
      goal: 'Bring the median first answer to a support mail from 19 hours to 4 working hours.',
      why: 'One in five customers who leave says that nobody answered.',
      'intended-use': 'Sales names the 4 hours in every offer.',
      'scope.in': ['Mail to support, on working days'],
      'scope.out': ['Chat and telephone', 'The tool that we answer with'],
      'quality.bar': 'good-enough',
      'quality.criteria': ['80 % of the customers rate their answer 4 of 5 or better'],
      guardrails: ['Nobody answers mail after 18:00'],
      'timeline.due': day(5, 'Fri'),
      resources: ['Three people of support, and 2,000 EUR for training'],
      'trade-off': 'timeline',
      'decision-rights.delegate': ['Shifts, templates, who answers what'],
      'decision-rights.ask-first': ['A promise to a single customer'],
      escalation: ['A mail waits for more than two days'],
      'check-ins.every': '1 week',
      'check-ins.day': 'Friday',
      'check-ins.how': 'A walk of twenty minutes',
      availability: 'Answers in the team channel on the same day',
      assumptions: ['Prices stay as they are until the due date'],
      'fit.experience': 'similar',
      'fit.support': 'Sara has led a support team before, and helps with the shifts',
      growth: 'Leads the team for the first time, with a number of her own',
    },
    body: '## Context\n\nMost mail comes on Monday morning, and is about invoices.\n\n## Check-ins\n',
    steps: [
      { date: day(-12, 'Thu'), by: ANA, act: propose() },
      {
        date: day(-11, 'Mon'),
        by: MEI,
        act: accept(
          'Customers hear from a person within half a working day, without anybody staying late. We plan it together; the shifts are mine.',
        ),
      },
      {
        date: day(-11, 'Fri'),
        by: ANA,
        act: checkIn('on-track', 'Mei measured a month: half of all mail is about invoices.'),
      },
      {
        date: day(-10, 'Fri'),
        by: ANA,
        act: checkIn('on-track', 'An early shift on Mondays; 11 hours.'),
      },
      {
        date: day(-9, 'Fri'),
        by: ANA,
        act: checkIn('at-risk', 'Two of three are ill. Back to 15 hours.'),
      },
      { date: day(-8, 'Fri'), by: ANA, act: checkIn('on-track', '9 hours, all are back.') },
      { date: day(-6, 'Fri'), by: ANA, act: checkIn('on-track', 'Short. 7 hours.') },
      {
        date: day(-3, 'Wed'),
        by: ANA,
        act: amend(
          'quality.criteria',
          ['95 % of the customers rate their answer 4 of 5 or better'],
          'Sales has put 95 % into an offer.',
        ),
      },
    ],
  };
}
