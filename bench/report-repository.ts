/** A repository of briefs that were agreed and moved since, for measuring what shows them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seal } from '../src/brief/canonical.ts';
import { addDays } from '../src/brief/dates/calendar.ts';
import { idFrom } from '../src/brief/id.ts';
import { readBrief } from '../src/brief/read.ts';

export const GIT_ENV = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

interface Size {
  readonly briefs: number;
  /** Moves of each brief, some of them before it was accepted. */
  readonly moves: number;
}

/** The day on which the first brief is written. */
const START = '2026-01-05';
const PEOPLE = ['Ana Novak', 'Bor Kos', 'Mei Lin', 'Ivan Horvat', 'Zoe Weiss', 'Omar Haddad'];
const THINGS = ['deployment', 'hiring', 'billing', 'onboarding', 'search', 'reporting', 'support'];

function person(number: number): string {
  const name = PEOPLE[number % PEOPLE.length] as string;
  return `${name} <${name.toLowerCase().replace(' ', '.')}@example.com>`;
}

function titleOf(number: number): string {
  return `Halve the waiting time of ${THINGS[number % THINGS.length]} ${number}`;
}

/** What of a brief changes on its way. */
interface State {
  status: string;
  due: string;
  target: number;
  rate: number;
  scope: string;
  guardrails: string;
  agreement: string;
  changes: string;
  checkIns: string;
}

function briefText(number: number, state: State): string {
  const thing = THINGS[number % THINGS.length] as string;
  const bytes = Uint8Array.of(1, number >> 24, number >> 16, number >> 8, number);
  const changes = state.changes === '' ? '' : `changes:\n${state.changes}`;
  return `---
id: ${idFrom(bytes)}
title: ${titleOf(number)}
status: ${state.status}
delegator: ${person(number)}
delegate: ${person(number + 1 + (number % 3))}
approach: problem-solving
goal: Cut the median wait of ${thing} from 40 to ${state.target} minutes.
why: People wait 40 minutes, so they batch risky work and learn late.
intended-use: Teams start at once; support promises an answer within the hour.
scope:
  in: [The ${thing} pipeline${state.scope}]
  out: [Build machines and other infrastructure]
quality:
  bar: good-enough
  criteria:
    - The success rate stays at ${state.rate} % or better
guardrails:
  - No new paid services, since the budget is closed
${state.guardrails}timeline:
  due: ${state.due}
resources: [Two days a week of the team]
check-ins:
  every: 2 weeks
availability: Answers within a working day
escalation: [The success rate drops for a day]
assumptions: [The budget stays as it is]
fit: {experience: similar}
${state.agreement}${changes}---
## Context

The ${thing} pipeline has grown for six years, and nobody has looked at the whole of it since.
What was tried in the past year is in the team's notes.

## Check-ins

${state.checkIns}`;
}

const FIELDS = ['timeline.due', 'goal', 'quality.criteria', 'scope.in', 'guardrails'];
/** The part of the moves that comes before acceptance. */
const SHAPING = 0.5;

/** Makes the repository; its folder. */
export function makeReportRepository({ briefs, moves }: Size): string {
  const folder = mkdtempSync(join(tmpdir(), 'delegate-bench-report-'));
  execFileSync('git', ['init', '-q', '-b', 'main', folder], { env: GIT_ENV });
  const out: string[] = [];
  let mark = 0;
  const commit = (day: string, who: string, message: string, path: string, text: string): void => {
    const from = mark === 0 ? '' : `from :${mark}\n`;
    mark++;
    const time = Date.parse(`${day}T09:00:00Z`) / 1000 + mark;
    out.push(
      `commit refs/heads/main\nmark :${mark}\ncommitter ${who} ${time} +0000\ndata ${Buffer.byteLength(message)}\n${message}\n${from}M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
    );
  };
  for (let number = 0; number < briefs; number++) {
    const path = `briefs/brief-${String(number).padStart(5, '0')}.md`;
    const from = person(number);
    const to = person(number + 1 + (number % 3));
    const state: State = {
      status: 'draft',
      due: addDays(START, 220 + (number % 90)),
      target: 20,
      rate: 95,
      scope: '',
      guardrails: '',
      agreement: '',
      changes: '',
      checkIns: '',
    };
    const save = (day: string, who: string, what: string): void =>
      commit(day, who, `brief: ${titleOf(number)}: ${what}`, path, briefText(number, state));
    let day = addDays(START, number % 40);
    save(day, from, 'written');
    const move = (turn: number): string => {
      const field = FIELDS[turn % FIELDS.length] as string;
      if (field === 'timeline.due') state.due = addDays(state.due, turn % 3 === 0 ? 21 : -7);
      else if (field === 'goal') state.target++;
      else if (field === 'quality.criteria') state.rate++;
      else if (field === 'scope.in') state.scope += `, The docs of part ${turn}`;
      else state.guardrails += `  - The budget of round ${turn} holds, since it is closed\n`;
      return field;
    };
    const shaping = Math.floor(moves * SHAPING);
    for (let turn = 0; turn < shaping; turn++) {
      day = addDays(day, 1);
      save(day, from, `${move(turn + 1)} sharpened`);
    }
    state.status = 'proposed';
    day = addDays(day, 2);
    save(day, from, 'proposed');
    state.status = 'accepted';
    day = addDays(day, 3);
    const agreed = seal(readBrief(briefText(number, state)).values);
    state.agreement = `agreement:\n  date: ${day}\n  by: ${to}\n  backbrief: I own halving the wait; how is up to me.\n  criteria: ${agreed}\n`;
    save(day, to, 'accepted');
    for (let turn = shaping; turn < moves; turn++) {
      day = addDays(day, 14);
      state.checkIns += `- ${day} (on track): Measured again, ${40 - turn} minutes.\n`;
      const field = move(turn);
      // One in ten is not recorded, one in ten not agreed by both.
      const fate = (turn + number) % 10;
      if (fate !== 9) {
        const sealed = seal(readBrief(briefText(number, state)).values);
        const consent = fate === 8 ? '' : `    agreed-by: ${to}\n`;
        state.changes += `  - date: ${day}\n    fields: [${field}]\n    reason: The security freeze begins a week earlier than planned.\n    by: ${from}\n${consent}    criteria: ${sealed}\n`;
      }
      save(day, from, `${field} moved`);
    }
    if (number % 4 === 3) {
      state.status = 'done';
      save(addDays(day, 5), from, 'done');
    }
  }
  const stream = join(folder, '.git/bench-stream');
  writeFileSync(stream, out.join(''));
  spawnSync('sh', ['-c', 'git fast-import --quiet < .git/bench-stream'], {
    cwd: folder,
    env: GIT_ENV,
  });
  rmSync(stream);
  execFileSync('git', ['reset', '-q', '--hard'], { cwd: folder, env: GIT_ENV });
  execFileSync('git', ['repack', '-adq'], { cwd: folder, env: GIT_ENV });
  return folder;
}
