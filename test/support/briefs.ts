/** A good brief as `delegate accept` left it: the design's own example, before its change. */
export const GOOD_BRIEF = `---
id: b-7k3f9q2m
title: Halve deployment time
status: accepted
delegator: Ana Novak <ana@example.com>
delegate: Bor Kos <bor@example.com>
approach: problem-solving

goal: Cut the median deployment of the web service from 40 to 20 minutes.
why: >
  Hotfixes wait 40 minutes, so teams batch risky releases.
intended-use: Teams deploy on merge; support promises fixes within the hour.
scope:
  in: [The CI/CD pipeline of the web service]
  out: [Build machines and other infrastructure]
quality:
  bar: good-enough
  criteria:
    - Deployment success rate stays at 98 % or better
guardrails:
  - No new paid services
  - Escalate a blocker the day it appears
timeline:
  due: 2026-06-30
resources:
  - Two days a week of Bor's time
check-ins:
  every: 1 week
  day: Friday
availability: Answers within a working day; Friday happens even when short
assumptions:
  - The monorepo split happens after the due date
decision-rights:
  delegate: [Caching, parallel jobs, order of work]
  ask-first: [Spending above 500 EUR a month]
escalation: [The success rate drops for a day]
fit:
  experience: similar
  support: Pairs with Mei on caching for the first week
agreement:
  date: 2026-04-03
  by: Bor Kos <bor@example.com>
  backbrief: I own halving the wait for a deploy; how is up to me, infra is off limits.
  criteria: v1-aa3095c44266c3ad
---
## Context

The web service deploys from one pipeline that has grown for six years.

## Check-ins

- 2026-04-10 (on track): Baseline measured, 41 minutes.
`;

/** The same with its due date moved, and the move recorded: the design's example. */
export const CHANGED_BRIEF = GOOD_BRIEF.replace('due: 2026-06-30', 'due: 2026-05-31').replace(
  '  criteria: v1-aa3095c44266c3ad\n---',
  `  criteria: v1-aa3095c44266c3ad
changes:
  - date: 2026-05-10
    fields: [timeline.due]
    reason: The security freeze starts on 1 June.
    agreed-by: Bor Kos <bor@example.com>
    criteria: v1-fd02756f2fa4af74
---`,
);

/** A draft with the least that lint asks for. Each test that needs two gives another id. */
export function draftBrief(title = 'Halve deployment time', id = 'b-3m9x2c7p'): string {
  return `---
id: ${id}
title: ${title}
status: draft
delegator: Ana Novak <ana@example.com>
delegate: Bor Kos <bor@example.com>
approach: problem-solving
goal: Cut the median deployment of the web service from 40 to 20 minutes.
why: Hotfixes wait 40 minutes, so teams batch risky releases.
scope:
  in:
    - The CI/CD pipeline of the web service
quality:
  criteria:
    - Deployment success rate stays at 98 % or better
---
`;
}
