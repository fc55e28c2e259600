import type { Command } from 'commander';
import type { StandingChange } from '../../agreement/change-standing.ts';
import { currentStandings } from '../../agreement/change-standing.ts';
import { wayToSettle } from '../../agreement/settling.ts';
import { samePerson } from '../../brief/people.ts';
import { Failure } from '../../failure.ts';
import type { Host, Result } from '../../host.ts';
import { answerableChanges, disputeChanges, waitsFor } from '../../lifecycle/agree.ts';
import { refOf } from '../../lifecycle/session.ts';
import type { Execute } from '../command.ts';
import type { BriefOptions } from './brief-command.ts';
import { declareBriefCommand, openSession, savedResult } from './brief-command.ts';
import { CHANGE, changesText, namedChange, nothingWaits } from './change-answer.ts';
import { BY, wordOf } from './on-word.ts';
import { REASON, reasonOf } from './reason.ts';

interface DisputeOptions extends BriefOptions {
  readonly by?: string;
  readonly reason?: string;
}

/** `delegate dispute BRIEF [CHANGE]`: an objection to a recorded change, in the change and in the body. */
export function declare(command: Command, execute: Execute): void {
  declareBriefCommand(command)
    .argument(...CHANGE)
    .option(...REASON)
    .option(...BY)
    .addHelpText(
      'after',
      `
The change is disputed until whoever objects agrees ("delegate agree"), or it is taken back
("delegate amend --take-back").

Examples:
  delegate dispute halve-deployment-time --reason "May is too early: the freeze ends on the 20th."
  delegate dispute b-7k3 2 -m "Nobody has asked the on-call team."`,
    )
    .action((ref: string | undefined, change: string | undefined, options: DisputeOptions) =>
      execute((host) => run(host, ref, change, options)),
    );
}

async function run(
  host: Host,
  ref: string | undefined,
  wanted: string | undefined,
  options: DisputeOptions,
): Promise<Result> {
  const session = await openSession(host, ref, options, (values) =>
    currentStandings(values).some(({ standing }) => standing !== 'agreed'),
  );
  const all = answerableChanges(session);
  const named = wanted === undefined ? undefined : namedChange(all, wanted, session);
  const word = await wordOf(host, session, options.by, 'dispute', ['delegate', 'delegator']);
  const changes =
    named === undefined ? all.filter((one) => waitsFor(session, one, word.by)) : [named];
  if (changes.length === 0) throw nothingWaits(session, all, word.by);
  const own = changes.find((one) => isOwn(one, word.by, session.brief.values.delegator));
  if (own !== undefined) {
    throw new Failure(
      `change ${own.index + 1} of ${session.path} is ${word.by}'s own`,
      `Take it back instead: delegate amend ${refOf(session)} --take-back ${own.index + 1} --reason "…"`,
    );
  }
  const reason = await reasonOf(host, options, {
    ask: 'What do you have against it?',
    shown: await changesText(session, changes),
  });
  const answered = await disputeChanges(session, changes, { ...word, reason });
  const count = changes.length === 1 ? 'a change' : `${changes.length} changes`;
  return savedResult(
    answered,
    {
      done: `Recorded the objection to ${count} of ${answered.path}`,
      remarks: [`Disputed until it is settled: ${wayToSettle('disputed', refOf(session))}.`],
      data: { by: word.by, reason, changes: changes.map(({ index }) => index + 1) },
    },
    options,
  );
}

function isOwn({ change }: StandingChange, by: string, delegator: string | undefined): boolean {
  const recorder = change.by ?? delegator;
  return recorder !== undefined && samePerson(recorder, by);
}
