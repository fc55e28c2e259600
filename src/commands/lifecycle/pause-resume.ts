/** `pause` and `resume` are the two directions of one thing. */
import type { Command } from 'commander';
import type { Host, Result } from '../../host.ts';
import { pauseBrief, resumeBrief } from '../../lifecycle/pause.ts';
import type { Execute } from '../command.ts';
import type { BriefOptions } from './brief-command.ts';
import { declareBriefCommand, openSession, savedResult } from './brief-command.ts';

interface PauseOptions extends BriefOptions {
  readonly reason?: string;
}

const DIRECTIONS = {
  pause: { act: pauseBrief, done: 'Paused', example: 'The team is on the incident until Monday.' },
  resume: { act: resumeBrief, done: 'Resumed', example: 'The incident is over.' },
} as const;

type Direction = keyof typeof DIRECTIONS;

/** Declares one of the two. */
export function declarePause(direction: Direction, command: Command, execute: Execute): void {
  declareBriefCommand(command)
    .option('--reason <text>', 'why; it is kept in the brief')
    .addHelpText(
      'after',
      `\nExample:\n  delegate ${direction} b-7k3 --reason "${DIRECTIONS[direction].example}"`,
    )
    .action((ref: string, options: PauseOptions) =>
      execute((host) => run(direction, host, ref, options)),
    );
}

async function run(
  direction: Direction,
  host: Host,
  ref: string,
  options: PauseOptions,
): Promise<Result> {
  const { act, done } = DIRECTIONS[direction];
  const saved = await act(await openSession(host, ref, options), { reason: options.reason });
  const { path, next } = saved;
  const remarks = next === undefined ? [] : [`The next check-in is due on ${next}.`];
  return savedResult(saved, { done: `${done} ${path}`, remarks }, options);
}
