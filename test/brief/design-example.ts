/** The example of the design, as accepted: what the seal's published figure is of. */
export const EXAMPLE = `---
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

Deploys are slow.

## Check-ins

- 2026-04-10 (on track): Baseline measured, 41 minutes.
`;
