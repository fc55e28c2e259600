import type { Command } from 'commander';
import { canTransition } from '../../agreement/transitions.ts';
import { isAgent } from '../../brief/known-people.ts';
import { parsePerson, samePerson } from '../../brief/people.ts';
import { Failure } from '../../failure.ts';
import { shellQuote } from '../../git/shell.ts';
import type { Host, Result } from '../../host.ts';
import { isStranger } from '../../lifecycle/people.ts';
import { proposeBrief, unansweredObjection } from '../../lifecycle/propose.ts';
import type { BriefSession } from '../../lifecycle/session.ts';
import { refOf } from '../../lifecycle/session.ts';
import type { Execute } from '../command.ts';
import type { BriefOptions } from './brief-command.ts';
import { askerOf, declareBriefCommand, openSession, savedResult } from './brief-command.ts';
import { reasonOf } from './reason.ts';

interface ProposeOptions extends BriefOptions {
  readonly reason?: string;
}

/** `delegate propose BRIEF`: hands a draft to its delegate. */
export function declare(command: Command, execute: Execute): void {
  declareBriefCommand(command)
    .option('-m, --reason <text>', 'why it is proposed again as it was, after an objection')
    .addHelpText(
      'after',
      `
After an objection the brief changes first ("delegate edit"); or the reason says why it stays.

Examples:
  delegate propose halve-deployment-time
  delegate propose b-7k3 --reason "We have talked: the date is fixed by the audit."`,
    )
    .action((ref: string | undefined, options: ProposeOptions) =>
      execute((host) => run(host, ref, options)),
    );
}

async function run(host: Host, ref: string | undefined, options: ProposeOptions): Promise<Result> {
  const session = await openSession(host, ref, options, (values) =>
    canTransition('propose', values),
  );
  const reason = await answerOf(host, session, options);
  const saved = await proposeBrief(session, { reason });
  const { path, values } = saved;
  const who = values.delegate ?? 'its delegate';
  return savedResult(
    saved,
    {
      done: `Proposed ${path} to ${who}`,
      remarks: [
        `Now ${who} says it back: delegate accept ${refOf(session)}`,
        ...(await letterHint(session, values.delegate)),
      ],
    },
    options,
  );
}

/** Why it is proposed as it is, where somebody has objected and nothing has changed since. */
async function answerOf(
  host: Host,
  session: BriefSession,
  options: ProposeOptions,
): Promise<string | undefined> {
  if (options.reason !== undefined) return reasonOf(host, options, { ask: '' });
  if (!host.interactive || !canTransition('propose', session.brief.values)) return undefined;
  const objection = await unansweredObjection(session);
  if (objection === undefined) return undefined;
  const ask = await askerOf(host);
  const who = objection.lead || 'Somebody';
  ask.say(`\n${who} objected on ${objection.date}: ${objection.text}`);
  ask.say('Nothing in the brief has changed since.');
  if (await ask.confirm('Propose it as it is?', false)) {
    return reasonOf(host, options, { ask: 'Why does it stay as it is?' });
  }
  throw new Failure('nothing was written', `Change it first: delegate edit ${refOf(session)}`);
}

/** The way for somebody who has never committed here: they may well have no git. */
async function letterHint(
  session: BriefSession,
  delegate: string | undefined,
): Promise<readonly string[]> {
  if (delegate === undefined || session.dryRun === true) return [];
  if (isAgent(delegate, session.workspace.config.people)) {
    return [`As a prompt for it: delegate handover ${refOf(session)}`];
  }
  const isSelf = session.self !== undefined && samePerson(session.self, delegate);
  if (isSelf || !(await isStranger(session.workspace, delegate))) return [];
  const ref = refOf(session);
  const { name, email = name } = parsePerson(delegate);
  return [
    `No commit here is by ${name}. A letter to send, if they have no git: delegate show ${ref} --format html`,
    `Their answer, saved as a file: delegate accept ${ref} --by ${shellQuote(email)} --from FILE`,
  ];
}
