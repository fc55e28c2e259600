import type { Command } from 'commander';
import { canTransition } from '../../agreement/transitions.ts';
import type { Host, Result } from '../../host.ts';
import { assertTransition, refOf } from '../../lifecycle/session.ts';
import { withdrawBrief } from '../../lifecycle/withdraw.ts';
import type { Execute } from '../command.ts';
import type { BriefOptions } from './brief-command.ts';
import { declareBriefCommand, openSession, savedResult } from './brief-command.ts';
import { BY, wordOf } from './on-word.ts';
import { REASON, reasonOf } from './reason.ts';

interface WithdrawOptions extends BriefOptions {
  readonly by?: string;
  readonly reason?: string;
}

/** `delegate withdraw BRIEF`: a proposal or an acceptance taken back; the brief is a draft again. */
export function declare(command: Command, execute: Execute): void {
  declareBriefCommand(command)
    .option(...REASON)
    .option(...BY)
    .addHelpText(
      'after',
      `
What was agreed is kept under "withdrawn". Either side may take it back.

Example:
  delegate withdraw b-7k3 --reason "Accepted by mistake: the criteria were still being discussed."`,
    )
    .action((ref: string | undefined, options: WithdrawOptions) =>
      execute((host) => run(host, ref, options)),
    );
}

async function run(host: Host, ref: string | undefined, options: WithdrawOptions): Promise<Result> {
  const session = await openSession(host, ref, options, (values) =>
    canTransition('withdraw', values),
  );
  assertTransition(session, 'withdraw', 'withdrawn');
  const { by } = await wordOf(host, session, options.by, 'withdraw', ['delegator', 'delegate']);
  const reason = await reasonOf(host, options, { ask: 'Why is it taken back?' });
  const saved = await withdrawBrief(session, { by, reason });
  return savedResult(
    saved,
    {
      done: `Took ${saved.path} back to draft`,
      remarks: [`Its criteria are free to move; then delegate propose ${refOf(session)}`],
      data: { by, reason },
    },
    options,
  );
}
