import type { Command } from 'commander';
import { setField } from '../../brief/yaml/edit.ts';
import { Failure } from '../../failure.ts';
import type { Host, Result } from '../../host.ts';
import { checkSetup } from '../../lint/check.ts';
import { errorsIn } from '../../lint/severity.ts';
import type { LifeOptions } from './session.ts';
import { declareLife, editing, finishLife, insist, openLife } from './session.ts';
import type { Execute } from '../command.ts';

/** `delegate propose BRIEF`: hands a draft to its delegate. */
export function declare(command: Command, execute: Execute): void {
  declareLife(command)
    .addHelpText('after', '\nExample:\n  delegate propose halve-deployment-time')
    .action((ref: string, options: LifeOptions) => execute((host) => run(host, ref, options)));
}

async function run(host: Host, ref: string, options: LifeOptions): Promise<Result> {
  const life = await openLife(host, ref, options);
  insist('propose', life, 'proposed');
  const { brief, path, workspace, today } = life;
  const errors = errorsIn(checkSetup(workspace, today), path, brief.text);
  if (errors.length > 0) {
    const more = errors.length === 1 ? '' : ` (and ${errors.length - 1} more)`;
    throw new Failure(
      `${path} would fail its reader: ${errors[0]?.message}${more}`,
      `See "delegate lint ${path}", then propose it again.`,
    );
  }
  const text = editing(brief.text, (now) => setField(now, 'status', 'proposed'));
  const who = brief.values.delegate ?? 'its delegate';
  return finishLife(life, text, {
    happened: 'proposed',
    did: `Proposed ${path} to ${who}`,
    said: [`Now ${who} says it back: delegate accept ${brief.values.id ?? path}`],
  });
}
