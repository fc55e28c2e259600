/** `pause` and `resume` are the two directions of one thing. */
import type { Command } from 'commander';
import { appendToSection } from '../../brief/body.ts';
import { nextCheckIn } from '../../brief/check-ins.ts';
import { setField } from '../../brief/yaml/edit.ts';
import { TRANSITIONS } from '../../agreement/transitions.ts';
import type { Host, Result } from '../../host.ts';
import type { LifeOptions } from './session.ts';
import { declareLife, editing, finishLife, insist, openLife, refuseMoved } from './session.ts';
import type { Execute } from '../command.ts';

interface PauseOptions extends LifeOptions {
  readonly reason?: string;
}

const WORDS = {
  pause: { past: 'paused', did: 'Paused', example: 'The team is on the incident until Monday.' },
  resume: { past: 'resumed', did: 'Resumed', example: 'The incident is over.' },
} as const;

/** Declares one of the two. */
export function declarePause(which: keyof typeof WORDS, command: Command, execute: Execute): void {
  declareLife(command)
    .option('--reason <text>', 'why; it is kept in the brief')
    .addHelpText(
      'after',
      `\nExample:\n  delegate ${which} b-7k3 --reason "${WORDS[which].example}"`,
    )
    .action((ref: string, options: PauseOptions) =>
      execute((host) => run(which, host, ref, options)),
    );
}

async function run(
  which: keyof typeof WORDS,
  host: Host,
  ref: string,
  options: PauseOptions,
): Promise<Result> {
  const life = await openLife(host, ref, options);
  const { past, did } = WORDS[which];
  insist(which, life, past);
  refuseMoved(life);
  const { brief, path, today } = life;
  const reason = options.reason?.replace(/\s+/g, ' ').trim() ?? '';
  const text = editing(
    brief.text,
    (now) => setField(now, 'status', TRANSITIONS[which].to),
    (now) =>
      reason === '' ? [] : appendToSection(now, 'Pauses', `- ${today}, ${past}: ${reason}`),
  );
  const next = which === 'resume' ? nextCheckIn(brief.values, today) : undefined;
  return finishLife(life, text, {
    happened: past,
    did: `${did} ${path}`,
    trailers: reason === '' ? [] : [['Reason', reason]],
    said: next === undefined ? [] : [`The next check-in is due on ${next}.`],
  });
}
