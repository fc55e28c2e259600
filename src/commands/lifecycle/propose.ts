import type { Command } from 'commander';
import { canTransition } from '../../agreement/transitions.ts';
import type { Host, Result } from '../../host.ts';
import { proposeBrief } from '../../lifecycle/propose.ts';
import type { Execute } from '../command.ts';
import type { BriefOptions } from './brief-command.ts';
import { declareBriefCommand, openSession, savedResult } from './brief-command.ts';

/** `delegate propose BRIEF`: hands a draft to its delegate. */
export function declare(command: Command, execute: Execute): void {
  declareBriefCommand(command)
    .addHelpText('after', '\nExample:\n  delegate propose halve-deployment-time')
    .action((ref: string | undefined, options: BriefOptions) =>
      execute((host) => run(host, ref, options)),
    );
}

async function run(host: Host, ref: string | undefined, options: BriefOptions): Promise<Result> {
  const saved = await proposeBrief(
    await openSession(host, ref, options, (values) => canTransition('propose', values)),
  );
  const { path, values } = saved;
  const who = values.delegate ?? 'its delegate';
  return savedResult(
    saved,
    {
      done: `Proposed ${path} to ${who}`,
      remarks: [`Now ${who} says it back: delegate accept ${values.id ?? path}`],
    },
    options,
  );
}
