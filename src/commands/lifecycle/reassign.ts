import type { Command } from 'commander';
import { canTransition } from '../../agreement/transitions.ts';
import { someOf } from '../../agreement/named-person.ts';
import { nearest } from '../../brief/nearest.ts';
import { parsePerson, personProblem } from '../../brief/people.ts';
import { Failure } from '../../failure.ts';
import type { Host, Result } from '../../host.ts';
import { knownPeople, personMeant } from '../../lifecycle/people.ts';
import type { BriefSession } from '../../lifecycle/session.ts';
import { assertTransition, refOf } from '../../lifecycle/session.ts';
import { reassignBrief } from '../../lifecycle/withdraw.ts';
import { BACK } from '../../wizard/ask.ts';
import type { Execute } from '../command.ts';
import type { BriefOptions } from './brief-command.ts';
import {
  askerOf,
  declareBriefCommand,
  missingFlags,
  openSession,
  savedResult,
} from './brief-command.ts';
import { REASON, reasonOf } from './reason.ts';

interface ReassignOptions extends BriefOptions {
  readonly to?: string;
  readonly delegator?: string;
  readonly reason?: string;
}

/** `delegate reassign BRIEF --to PERSON`: somebody else takes the brief, or hands it over. */
export function declare(command: Command, execute: Execute): void {
  declareBriefCommand(command)
    .option('--to <who>', 'who takes it now: Name <email>')
    .option('--delegator <who>', 'who hands it over now: Name <email>')
    .option(...REASON)
    .addHelpText(
      'after',
      `
What was agreed with the one before is kept under "withdrawn"; the brief waits to be accepted.

Examples:
  delegate reassign b-7k3 --to "Mei Lin <mei@example.com>" --reason "Bor is on leave until June."
  delegate reassign b-7k3 --delegator "Cai Roy <cai@example.com>" -m "Ana moves to another team."`,
    )
    .action((ref: string | undefined, options: ReassignOptions) =>
      execute((host) => run(host, ref, options)),
    );
}

async function run(host: Host, ref: string | undefined, options: ReassignOptions): Promise<Result> {
  const session = await openSession(host, ref, options, (values) =>
    canTransition('reassign', values),
  );
  assertTransition(session, 'reassign', 'given to somebody else');
  const { side, to } = await personOf(session, await askedPerson(host, session, options));
  const reason = await reasonOf(host, options, { ask: `Why does the ${side} change?` });
  const saved = await reassignBrief(session, { side, to, by: session.self, reason });
  const waits = saved.status === 'proposed';
  return savedResult(
    saved,
    {
      done: `Made ${to} the ${side} of ${saved.path}`,
      remarks: [
        ...(waits ? [`It waits to be accepted: delegate accept ${refOf(session)}`] : []),
        ...(saved.before === undefined
          ? []
          : [`Tell ${saved.before} yourself: nothing waits for them any more.`]),
      ],
      data: { [side]: to, before: saved.before ?? null, reason },
    },
    options,
  );
}

/** Who takes it, asked for where no flag says so and there is a terminal. */
async function askedPerson(
  host: Host,
  { brief }: BriefSession,
  options: ReassignOptions,
): Promise<ReassignOptions> {
  if (options.to !== undefined || options.delegator !== undefined || !host.interactive) {
    return options;
  }
  const ask = await askerOf(host);
  const { delegate } = brief.values;
  const now = delegate === undefined ? '' : `Now it is ${delegate}. `;
  for (;;) {
    const to = await ask.text(
      {
        label: 'Delegate',
        ask: 'Who takes it now?',
        help: `${now}Name <email>, so that they are known by it.`,
        required: true,
        first: true,
      },
      '',
    );
    if (to !== BACK && to.trim() !== '') return { ...options, to };
  }
}

async function personOf({ workspace }: BriefSession, { to, delegator }: ReassignOptions) {
  if (to !== undefined && delegator !== undefined) {
    throw new Failure('--to and --delegator are two changes', 'Run it once for each.');
  }
  const person = (to ?? delegator)?.trim();
  if (person === undefined) throw missingFlags('--to or --delegator');
  const problem = person === '' ? 'it is empty' : personProblem(person);
  const flag = to === undefined ? '--delegator' : '--to';
  if (problem !== undefined)
    throw new Failure(`${flag}: ${problem}`, 'Write Name <email>, or a name.');
  const side = to === undefined ? ('delegator' as const) : ('delegate' as const);
  if (parsePerson(person).email !== undefined) return { side, to: person };
  const all = await knownPeople(workspace);
  const known = await personMeant(workspace, person, all);
  if (known !== undefined) return { side, to: known };
  const meant = nearest(
    person,
    all.flatMap((one) => parsePerson(one).name.split(' ')),
  );
  throw new Failure(
    `${flag}: nobody who is known here is called "${person}"`,
    `${meant === undefined ? '' : `Did you mean ${meant}? `}Write somebody new as Name <email>; known are ${someOf(all)}.`,
  );
}
