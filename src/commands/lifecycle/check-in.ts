import type { Command } from 'commander';
import { appendToSection } from '../../brief/body.ts';
import type { State } from '../../brief/check-ins.ts';
import { CHECK_INS, STATES, checkInLine, nextCheckIn } from '../../brief/check-ins.ts';
import { statusOf } from '../../agreement/transitions.ts';
import { Failure } from '../../failure.ts';
import type { Host, Result } from '../../host.ts';
import { BACK } from '../../wizard/ask.ts';
import type { Life, LifeOptions } from './session.ts';
import { declareLife, editing, finishLife, missing, openLife, refuseMoved } from './session.ts';
import { paintFor } from '../paint.ts';
import type { Execute } from '../command.ts';
import { oneOf, quoted } from '../options.ts';

interface CheckInOptions extends LifeOptions {
  readonly state?: State;
  readonly note?: string;
}

/** `delegate check-in BRIEF`: records a follow-up as a dated line. */
export function declare(command: Command, execute: Execute): void {
  declareLife(command)
    .option('--state <state>', `how it goes: ${STATES.join(', ')}`, parseState)
    .option('--note <text>', 'what was said, in a line')
    .addHelpText(
      'after',
      '\nExample:\n  delegate check-in b-7k3 --state on-track --note "Baseline measured, 41 minutes."',
    )
    .action((ref: string, options: CheckInOptions) => execute((host) => run(host, ref, options)));
}

async function run(host: Host, ref: string, options: CheckInOptions): Promise<Result> {
  const life = await openLife(host, ref, options);
  const { brief, path, today } = life;
  const status = statusOf(brief.values);
  if (status !== 'accepted') {
    const help =
      status === 'paused'
        ? 'Take it up again first: delegate resume.'
        : 'Check-ins are for a brief that somebody has accepted and not closed.';
    throw new Failure(`${path} is ${status}`, help);
  }
  refuseMoved(life);
  const { state, note } = await answers(life, options);
  const line = checkInLine({ date: today, state, note });
  const text = editing(brief.text, (now) => appendToSection(now, CHECK_INS, line));
  const next = nextCheckIn(brief.values, today);
  return finishLife(life, text, {
    happened: `check-in, ${state.replace('-', ' ')}`,
    did: `Recorded the check-in of ${today} in ${path}`,
    said: next === undefined ? [] : [`The next one is due on ${next}.`],
    data: { checkIn: { date: today, state, note }, next: next ?? null },
  });
}

interface Answers {
  readonly state: State;
  readonly note: string;
}

async function answers({ host }: Life, options: CheckInOptions): Promise<Answers> {
  const { state } = options;
  if (state !== undefined && (options.note !== undefined || !host.interactive)) {
    return { state, note: options.note ?? '' };
  }
  if (!host.interactive) throw missing(['--state']);
  const { terminalAsk } = await import('../../wizard/terminal.ts');
  const ask = await terminalAsk(host, paintFor(host, 'out'));
  for (;;) {
    const chosen =
      state ??
      (await ask.choice<State>(
        { label: 'State', ask: 'How does it go?', required: true, first: true },
        STATES.map((value) => ({ value, name: value.replace('-', ' ') })),
      ));
    if (chosen === BACK || chosen === undefined) continue;
    if (options.note !== undefined) return { state: chosen, note: options.note };
    const note = await ask.text(
      {
        label: 'Note',
        ask: 'What was said?',
        help: 'One line: where it stands, what was decided, what is needed from you.',
        example: 'Baseline measured, 41 minutes.',
      },
      '',
    );
    if (note !== BACK) return { state: chosen, note };
  }
}

function parseState(text: string): State {
  const folded = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return oneOf(folded, STATES, `--state is ${quoted(text)}`);
}
