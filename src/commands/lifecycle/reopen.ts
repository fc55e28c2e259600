import type { Command } from 'commander';
import { canTransition } from '../../agreement/transitions.ts';
import type { Host, Result } from '../../host.ts';
import { assertTransition } from '../../lifecycle/session.ts';
import { reopenBrief } from '../../lifecycle/withdraw.ts';
import type { Execute } from '../command.ts';
import type { BriefOptions } from './brief-command.ts';
import { declareBriefCommand, openSession, savedResult } from './brief-command.ts';
import { REASON, reasonOf } from './reason.ts';

interface ReopenOptions extends BriefOptions {
  readonly reason?: string;
}

/** `delegate reopen BRIEF`: a closed brief is at work again, as it was agreed. */
export function declare(command: Command, execute: Execute): void {
  declareBriefCommand(command)
    .option(...REASON)
    .addHelpText(
      'after',
      `
It is accepted again as it was agreed; one that nobody had accepted is a draft. What it was closed
with stays in its body.

Example:
  delegate reopen b-7k3 --reason "The deploys are slow again since the move to the new region."`,
    )
    .action((ref: string | undefined, options: ReopenOptions) =>
      execute((host) => run(host, ref, options)),
    );
}

async function run(host: Host, ref: string | undefined, options: ReopenOptions): Promise<Result> {
  const session = await openSession(host, ref, options, (values) =>
    canTransition('reopen', values),
  );
  assertTransition(session, 'reopen', 'reopened');
  const reason = await reasonOf(host, options, { ask: 'Why is it opened again?' });
  const saved = await reopenBrief(session, { by: session.self, reason });
  const done = `Reopened ${saved.path} as ${saved.status}`;
  return savedResult(saved, { done, data: { reason } }, options);
}
