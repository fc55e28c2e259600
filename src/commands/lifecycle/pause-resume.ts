/** `pause` and `resume` are the two directions of one thing. */
import type { Command } from 'commander';
import { followUpOf } from '../../agreement/follow-up.ts';
import { canTransition, statusOf } from '../../agreement/transitions.ts';
import type { Host, Result } from '../../host.ts';
import { pauseBrief, resumeBrief } from '../../lifecycle/pause.ts';
import { assertTransition } from '../../lifecycle/session.ts';
import type { Execute } from '../command.ts';
import { dateOf, todayOf } from '../options.ts';
import type { BriefOptions } from './brief-command.ts';
import { askerOf, declareBriefCommand, openSession, savedResult } from './brief-command.ts';
import { REASON } from './reason.ts';

interface PauseOptions extends BriefOptions {
  readonly reason?: string;
  readonly until?: string;
}

const DIRECTIONS = {
  pause: {
    act: pauseBrief,
    done: 'Paused',
    help: `
A brief that is paused already is paused anew with another --until.

Examples:
  delegate pause b-7k3 --reason "The team is on the incident."
  delegate pause b-7k3 --until "in 2 weeks" --reason "The supplier is closed."`,
  },
  resume: {
    act: resumeBrief,
    done: 'Resumed',
    help: '\nExample:\n  delegate resume b-7k3 --reason "The incident is over."',
  },
} as const;

type Direction = keyof typeof DIRECTIONS;

/** Declares one of the two. */
export function declarePause(direction: Direction, command: Command, execute: Execute): void {
  const declared = declareBriefCommand(command).option(...REASON);
  if (direction === 'pause') {
    declared.option(
      '--until <date>',
      'until when: 2026-06-30, 7 dec, in 2 weeks; then the inbox tells it',
    );
  }
  declared
    .addHelpText('after', DIRECTIONS[direction].help)
    .action((ref: string | undefined, options: PauseOptions) =>
      execute((host) => run(direction, host, ref, options)),
    );
}

async function run(
  direction: Direction,
  host: Host,
  ref: string | undefined,
  said: PauseOptions,
): Promise<Result> {
  const { act, done } = DIRECTIONS[direction];
  const day = said.until && dateOf('--until', said.until, todayOf(said, host));
  const options = { ...said, ...(day ? { until: day } : {}) };
  const session = await openSession(host, ref, options, (values) =>
    canTransition(direction, values),
  );
  assertTransition(session, direction, direction === 'pause' ? 'paused' : 'resumed');
  const isAsked = direction === 'pause' && host.interactive;
  const isAgain = isAsked && statusOf(session.brief.values) === 'paused';
  if (isAgain) {
    const { pausedUntil } = followUpOf(session.brief);
    const until = pausedUntil === undefined ? '' : ` until ${pausedUntil}`;
    (await askerOf(host)).say(`\n${session.path} is paused${until}. This pauses it anew.`);
  }
  const asked = isAsked ? await askPaused(host, options) : options;
  const saved = await act(session, { reason: asked.reason, until: asked.until });
  const { path, next } = saved;
  const remarks = next === undefined ? [] : [`The next check-in is due on ${next}.`];
  const { until } = asked;
  const end = until === undefined ? '' : ` until ${until}`;
  return savedResult(saved, { done: `${done} ${path}${end}`, remarks }, options);
}

/** Why it is set aside and until when, where the flags do not say: both may be left open. */
async function askPaused(host: Host, options: PauseOptions): Promise<PauseOptions> {
  if (options.reason !== undefined) return options;
  const { askPause } = await import('../../wizard/pause.ts');
  return askPause(await askerOf(host), todayOf(options, host), options.until);
}
