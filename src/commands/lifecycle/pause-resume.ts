/** `pause` and `resume` are the two directions of one thing. */
import type { Command } from 'commander';
import { canTransition } from '../../agreement/transitions.ts';
import { isDate } from '../../brief/dates/calendar.ts';
import { Failure } from '../../failure.ts';
import type { Host, Result } from '../../host.ts';
import { pauseBrief, resumeBrief } from '../../lifecycle/pause.ts';
import { assertTransition } from '../../lifecycle/session.ts';
import type { Execute } from '../command.ts';
import { quoted, todayOf } from '../options.ts';
import type { BriefOptions } from './brief-command.ts';
import { askerOf, declareBriefCommand, openSession, savedResult } from './brief-command.ts';
import { REASON } from './reason.ts';

interface PauseOptions extends BriefOptions {
  readonly reason?: string;
  readonly until?: string;
}

const DIRECTIONS = {
  pause: { act: pauseBrief, done: 'Paused', example: 'The team is on the incident until Monday.' },
  resume: { act: resumeBrief, done: 'Resumed', example: 'The incident is over.' },
} as const;

type Direction = keyof typeof DIRECTIONS;

/** Declares one of the two. */
export function declarePause(direction: Direction, command: Command, execute: Execute): void {
  const declared = declareBriefCommand(command).option(...REASON);
  if (direction === 'pause') {
    declared.option('--until <date>', 'until when; then the inbox tells it', parseUntil);
  }
  declared
    .addHelpText(
      'after',
      `\nExample:\n  delegate ${direction} b-7k3 --reason "${DIRECTIONS[direction].example}"`,
    )
    .action((ref: string | undefined, options: PauseOptions) =>
      execute((host) => run(direction, host, ref, options)),
    );
}

async function run(
  direction: Direction,
  host: Host,
  ref: string | undefined,
  options: PauseOptions,
): Promise<Result> {
  const { act, done } = DIRECTIONS[direction];
  const session = await openSession(host, ref, options, (values) =>
    canTransition(direction, values),
  );
  assertTransition(session, direction, direction === 'pause' ? 'paused' : 'resumed');
  const isAsked = direction === 'pause' && host.interactive;
  const asked = isAsked ? await askPaused(host, options) : options;
  const saved = await act(session, { reason: asked.reason, until: asked.until });
  const { path, next } = saved;
  const remarks = next === undefined ? [] : [`The next check-in is due on ${next}.`];
  return savedResult(saved, { done: `${done} ${path}`, remarks }, options);
}

/** Why it is set aside and until when, where the flags do not say: both may be left open. */
async function askPaused(host: Host, options: PauseOptions): Promise<PauseOptions> {
  if (options.reason !== undefined) return options;
  const { askPause } = await import('../../wizard/pause.ts');
  const asked = await askPause(await askerOf(host), todayOf(options, host));
  return { ...asked, ...(options.until === undefined ? {} : { until: options.until }) };
}

function parseUntil(text: string): string {
  if (isDate(text)) return text;
  throw new Failure(`--until is ${quoted(text)}`, 'Write a date as 2026-06-30.');
}
