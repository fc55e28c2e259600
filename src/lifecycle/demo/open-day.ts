import { JAN, SARA, between } from './people.ts';
import type { DayOf, Story } from './story.ts';
import { accept, agree, amend, checkIn, close, propose } from './story.ts';

export const OPEN_DAY_ID = 'b-9ke5j3vz';

/** An event. A change that both agree to, and an honest end: not all was met, and much was learned. */
export function openDay(day: DayOf): Story {
  const comeAgain = '8 of 10 guests say that they would come again';
  const guests = '50 customers come to a day at our office, where 35 came last year.';
  const onTime = 'Each part begins within 5 minutes of its time';
  return {
    path: 'briefs/a-day-for-our-customers.md',
    writer: SARA,
    written: day(-21, 'Mon'),
    values: {
      id: OPEN_DAY_ID,
      title: 'A day for our customers',
      ...between(SARA, JAN),
      approach: 'problem-solving',
      goal: '60 customers come to a day at our office, where 35 came last year.',
      why: 'Half of the renewals of last year came from customers who had met us in person.',
      'intended-use': 'Sales offers a pilot to the guests in the week after.',
      'scope.in': ['The day itself: programme, speakers, invitations, food'],
      'scope.out': ['Travel of the guests'],
      'quality.bar': 'good-enough',
      'quality.criteria': [comeAgain, onTime],
      guardrails: ['The venue is reached without stairs'],
      'timeline.due': day(-5, 'Fri'),
      resources: ['12,000 EUR', "A day a week of Jan's time"],
      'trade-off': 'scope',
      'decision-rights.delegate': ['Programme, caterer, order of the day'],
      'decision-rights.ask-first': ['A contract that cannot be cancelled'],
      escalation: ['A speaker withdraws'],
      'check-ins.every': '1 month',
      'check-ins.how': 'Lunch',
      availability: 'Answers by the next morning; in the last week at once',
      assumptions: ['The office is not being rebuilt on that day'],
      'fit.experience': 'first-time',
      'fit.support': 'Bor ran the day last year, and goes through the budget with Jan',
      growth: 'Speaks for the company in front of guests for the first time',
    },
    body: '## Context\n\nLast year the talks ran late, and nobody asked the guests how it was.\n\n## Check-ins\n',
    steps: [
      { date: day(-21, 'Wed'), by: SARA, act: propose() },
      {
        date: day(-20, 'Tue'),
        by: JAN,
        act: accept(
          'I make a day that customers are glad to have come to, nearly twice as many as last year, for 12,000 EUR. What happens on it is mine to choose.',
        ),
      },
      {
        date: day(-16, 'Fri'),
        by: SARA,
        act: checkIn('on-track', 'Two speakers have agreed, and the date stands.'),
      },
      {
        date: day(-12, 'Fri'),
        by: SARA,
        act: checkIn(
          'at-risk',
          'The hall holds 50, not 60. Jan looked at three others: 6,000 more.',
        ),
      },
      {
        date: day(-11, 'Mon'),
        by: SARA,
        act: amend('goal', guests, 'The hall holds 50, and a larger one costs half of the budget.'),
      },
      { date: day(-11, 'Tue'), by: JAN, act: agree('goal') },
      {
        date: day(-8, 'Fri'),
        by: SARA,
        act: checkIn('on-track', '44 have said yes.'),
      },
      {
        date: day(-4, 'Wed'),
        by: SARA,
        act: close({
          as: 'done',
          summary: '43 customers came, of 50. 39 of them would come again. The afternoon ran late.',
          criteria: [
            { what: guests, result: 'partly' },
            { what: comeAgain, result: 'met' },
            { what: onTime, result: 'missed' },
          ],
          journey: {
            helped: 'Jan said early that the hall was too small, while it could still be changed.',
            influence: 'The programme: two talks after lunch were one too many.',
            outside: 'A rail strike; seven guests could not travel.',
            followUp: 'Once a month was too little in the last four weeks; I was hard to reach.',
            next: 'Check in every week in the last month, and leave half an hour free after lunch.',
          },
        }),
      },
    ],
  };
}
