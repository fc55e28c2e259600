import type { Command } from 'commander';
import { followUpOf } from '../../agreement/follow-up.ts';
import { statusOf } from '../../agreement/transitions.ts';
import type { State } from '../../brief/check-ins.ts';
import { STATES } from '../../brief/check-ins.ts';
import type { Host, Result } from '../../host.ts';
import type { CheckInNote } from '../../lifecycle/check-in.ts';
import type { BriefSession } from '../../lifecycle/session.ts';
import { assertCanCheckIn, checkIn } from '../../lifecycle/check-in.ts';
import type { Execute } from '../command.ts';
import { asCandidates, knowing } from '../known-words.ts';
import { oneOf, quoted } from '../options.ts';
import type { BriefOptions } from './brief-command.ts';
import {
  askerOf,
  declareBriefCommand,
  filledText,
  missingFlags,
  openSession,
  savedResult,
} from './brief-command.ts';

interface CheckInOptions extends BriefOptions {
  readonly state?: State;
  readonly note?: string;
  readonly evidence?: string;
}

/** `delegate check-in BRIEF`: records a follow-up as a dated line. */
export function declare(command: Command, execute: Execute): void {
  declareBriefCommand(command)
    .option('--state <state>', `how it goes: ${STATES.join(', ')}`, parseState)
    .option('-m, --note <text>', 'what was said, in a line')
    .option('--evidence <text>', 'what you have shown: it is told as claimed')
    .addHelpText(
      'after',
      `
Examples:
  delegate check-in b-7k3 --state on-track --note "Baseline measured, 41 minutes."
  delegate check-in b-7k3 --state on-track -m "All is in." --evidence "npm test passes at 1f0c2ab"`,
    )
    .action((ref: string | undefined, options: CheckInOptions) =>
      execute((host) => run(host, ref, options)),
    );
}

async function run(host: Host, ref: string | undefined, options: CheckInOptions): Promise<Result> {
  const session = await openSession(
    host,
    ref,
    options,
    (values) => statusOf(values) === 'accepted',
  );
  assertCanCheckIn(session);
  const claim =
    options.evidence === undefined
      ? undefined
      : filledText('--evidence', options.evidence, 'Say what shows it, and where.');
  const saved = await checkIn(session, { ...(await noteOf(host, session, options)), claim });
  const { path, next } = saved;
  return savedResult(
    saved,
    {
      done: `Recorded the check-in of ${saved.checkIn.date} in ${path}`,
      remarks: next === undefined ? [] : [`The next one is due on ${next}.`],
      data: { checkIn: saved.checkIn, next: next ?? null },
    },
    options,
  );
}

async function noteOf(
  host: Host,
  { brief }: BriefSession,
  { state, note }: CheckInOptions,
): Promise<CheckInNote> {
  if (state !== undefined && (note !== undefined || !host.interactive)) {
    // Whoever has to help must know with what.
    if (state === 'blocked' && (note ?? '').trim() === '') throw missingFlags('--note');
    return { state, note: note ?? '' };
  }
  if (!host.interactive) throw missingFlags('--state');
  const { askCheckIn } = await import('../../wizard/check-in.ts');
  const ask = await askerOf(host);
  const { last } = followUpOf(brief);
  if (last?.state !== undefined) {
    const said = last.note === '' ? '' : `: ${last.note}`;
    ask.say(`\nLast time, on ${last.date}, it was ${last.state.replace('-', ' ')}${said}`, 'dim');
  }
  return askCheckIn(ask, { state, note, last: last?.state });
}

const parseState = knowing(
  (text: string): State => {
    const folded = text
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-');
    return oneOf(folded, STATES, `--state is ${quoted(text)}`);
  },
  { words: () => asCandidates(STATES) },
);
