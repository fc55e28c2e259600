/** Made briefs of the size that real ones have: 26 lines of frontmatter and 52 of body. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { idFrom } from '../src/brief/id.ts';

const THINGS = ['deployment', 'hiring', 'billing', 'onboarding', 'search', 'reporting', 'support'];

/** The text of the brief with this number. */
export function madeBrief(number: number): string {
  const bytes = Uint8Array.of(0, number >> 24, number >> 16, number >> 8, number);
  const thing = THINGS[number % THINGS.length] as string;
  const body: string[] = ['## Context', ''];
  for (let line = 3; line <= 52; line++) {
    body.push(
      line % 7 === 0
        ? ''
        : `Line ${line} of brief ${number} tells what the ${thing} team knows, tried and found out so far.`,
    );
  }
  return `---
id: ${idFrom(bytes)}
title: Halve the waiting time of ${thing} ${number}
status: proposed
delegator: Ana Novak <ana@example.com>
delegate: Bor Kos ${number} <bor${number}@example.com>
approach: problem-solving
goal: Cut the median wait of ${thing} from 40 to 20 minutes.
why: People wait 40 minutes, so they batch risky work and learn late.
intended-use: Teams start at once; support promises an answer within the hour.
scope:
  in: [The ${thing} pipeline]
  out: [Build machines and other infrastructure]
quality:
  bar: good-enough
  criteria:
    - The success rate stays at 98 % or better
guardrails:
  - No new paid services, since the budget is closed
timeline: 2027-06-30
resources: [Two days a week of Bor's time]
check-ins:
  every: 1 week
availability: Answers within a working day
escalation: [The success rate drops for a day]
assumptions: [The budget stays as it is]
fit: {experience: similar}
---
${body.join('\n')}
`;
}

/** Writes made briefs into `briefs/` of a folder, 500 to a subfolder. */
export function writeBriefs(folder: string, count: number): string[] {
  const paths: string[] = [];
  for (let number = 0; number < count; number++) {
    const group = `briefs/${String(Math.floor(number / 500)).padStart(3, '0')}`;
    if (number % 500 === 0) mkdirSync(join(folder, group), { recursive: true });
    const path = `${group}/brief-${String(number).padStart(6, '0')}.md`;
    writeFileSync(join(folder, path), madeBrief(number));
    paths.push(path);
  }
  return paths;
}
