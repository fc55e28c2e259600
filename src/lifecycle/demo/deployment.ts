import { ANA, BOR, between } from './people.ts';
import type { DayOf, Story } from './story.ts';
import { accept, checkIn, editByHand, propose } from './story.ts';

export const DEPLOYMENT_ID = 'b-4tq8m2wd';

/** Software. The goal is raised in silence, two months after both had agreed to another. */
export function deployment(day: DayOf): Story {
  return {
    path: 'briefs/halve-deployment-time.md',
    writer: ANA,
    written: day(-14, 'Tue'),
    values: {
      id: DEPLOYMENT_ID,
      title: 'Halve deployment time',
      ...between(ANA, BOR),
      approach: 'problem-solving',
      goal: 'Cut the median deployment of the web service by half.',
      why: 'Hotfixes wait 40 minutes, so teams batch risky releases and customers meet the bugs.',
      'intended-use': 'Teams deploy on merge; support promises fixes within the hour.',
      'scope.in': ['The CI/CD pipeline of the web service'],
      'scope.out': ['Build machines and other infrastructure'],
      'quality.bar': 'good-enough',
      'quality.criteria': ['Deployment success rate stays at 98 % or better'],
      guardrails: ['No new paid services'],
      'timeline.due': day(6, 'Fri'),
      resources: ["Two days a week of Bor's time"],
      'decision-rights.delegate': ['Caching, parallel jobs, order of work'],
      'decision-rights.ask-first': ['Anything that touches another team’s pipeline'],
      escalation: ['The success rate drops below 98 % for a day'],
      'check-ins.every': '2 weeks',
      'check-ins.day': 'Friday',
      'check-ins.how': 'Half an hour, the numbers first',
      availability: 'Answers within a working day; Friday happens even when short',
      assumptions: ['The monorepo split happens after the due date'],
      'fit.experience': 'similar',
      'fit.support': 'Mei knows the old pipeline and answers questions',
      growth: 'First time to own a number that the whole company watches',
    },
    body: '## Context\n\nLast quarter three incidents took longer to ship than to fix.\n\n## Check-ins\n',
    steps: [
      {
        date: day(-14, 'Wed'),
        by: ANA,
        act: editByHand(
          'Say where the goal starts from',
          'goal',
          'Cut the median deployment of the web service from 40 to 20 minutes.',
        ),
      },
      { date: day(-14, 'Thu'), by: ANA, act: propose() },
      {
        date: day(-13, 'Thu'),
        by: BOR,
        act: accept(
          'I own how long people wait for a deploy, and get it to 20 minutes. How is up to me; the machines are off limits, and failures must not rise.',
        ),
      },
      {
        date: day(-11, 'Fri'),
        by: BOR,
        act: checkIn('on-track', 'Baseline measured: 41 minutes, of which 18 are installing.'),
      },
      {
        date: day(-9, 'Fri'),
        by: BOR,
        act: checkIn('on-track', 'Installed packages are cached; 29 minutes.'),
      },
      {
        date: day(-7, 'Fri'),
        by: BOR,
        act: checkIn('on-track', 'Tests run in four jobs; 24 minutes.'),
      },
      {
        date: day(-5, 'Tue'),
        by: ANA,
        act: editByHand(
          'Numbers for the board',
          'goal',
          'Cut the median deployment of the web service from 40 to 10 minutes.',
        ),
      },
      {
        date: day(-5, 'Fri'),
        by: BOR,
        act: checkIn('on-track', '21 minutes. One more week and we are there.'),
      },
      {
        date: day(-3, 'Fri'),
        by: BOR,
        act: checkIn('at-risk', 'I saw 10 minutes in the brief. I took on 20. Can we talk?'),
      },
      {
        date: day(-1, 'Fri'),
        by: BOR,
        act: checkIn('at-risk', '20 minutes since Monday. Which number counts?'),
      },
    ],
  };
}
