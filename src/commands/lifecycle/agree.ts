import type { Command } from 'commander';
import { currentStandings } from '../../agreement/change-standing.ts';
import { Failure } from '../../failure.ts';
import type { Host, Result } from '../../host.ts';
import { agreeTo, answerableChanges, waitsFor } from '../../lifecycle/agree.ts';
import type { Execute } from '../command.ts';
import type { BriefOptions } from './brief-command.ts';
import { askerOf, declareBriefCommand, openSession, savedResult } from './brief-command.ts';
import { CHANGE, changesText, namedChange, nothingWaits } from './change-answer.ts';
import { BY, wordOf } from './on-word.ts';
import { refOf } from '../../lifecycle/session.ts';

interface AgreeOptions extends BriefOptions {
  readonly by?: string;
}

/** `delegate agree BRIEF [CHANGE]`: a recorded change is agreed when both sides have said so. */
export function declare(command: Command, execute: Execute): void {
  declareBriefCommand(command)
    .argument(...CHANGE)
    .option(...BY)
    .addHelpText(
      'after',
      `
Shows each change that waits for you, from what to what and why; in a terminal it asks first.

Examples:
  delegate agree halve-deployment-time
  delegate agree b-7k3 2
  delegate agree b-7k3 --by "Bor Kos"    # what he has said, told on your word`,
    )
    .action((ref: string | undefined, change: string | undefined, options: AgreeOptions) =>
      execute((host) => run(host, ref, change, options)),
    );
}

async function run(
  host: Host,
  ref: string | undefined,
  wanted: string | undefined,
  options: AgreeOptions,
): Promise<Result> {
  const session = await openSession(host, ref, options, (values) =>
    currentStandings(values).some(({ standing }) => standing !== 'agreed'),
  );
  const all = answerableChanges(session);
  const named = wanted === undefined ? undefined : namedChange(all, wanted, session);
  const open = named === undefined ? all : [named];
  const sides = [...new Set(open.flatMap(({ awaited }) => awaited))];
  const word = await wordOf(host, session, options.by, 'agree', [
    ...sides,
    ...(['delegate', 'delegator'] as const).filter((side) => !sides.includes(side)),
  ]);
  const changes = open.filter((change) => waitsFor(session, change, word.by));
  if (changes.length === 0) throw nothingWaits(session, all, word.by);
  const shown = await changesText(session, changes);
  if (host.interactive) {
    const ask = await askerOf(host);
    ask.say(`\n${shown}`);
    const what = changes.length === 1 ? 'this change' : `these ${changes.length} changes`;
    if (!(await ask.confirm(`Agree to ${what}?`, true))) {
      throw new Failure(
        'nothing was written',
        `To object: delegate dispute ${refOf(session)} --reason "…"`,
      );
    }
  }
  const answered = await agreeTo(session, changes, word);
  const count = changes.length === 1 ? 'a change' : `${changes.length} changes`;
  const recorder = word.recordedBy;
  return savedResult(
    answered,
    {
      done: `Agreed to ${count} of ${answered.path}`,
      remarks: [
        ...(host.interactive ? [] : shown.trimEnd().split('\n')),
        ...(recorder === undefined ? [] : [`${word.by} agrees on the word of ${recorder}.`]),
      ],
      data: { by: word.by, changes: changes.map(({ index }) => index + 1) },
    },
    options,
  );
}
