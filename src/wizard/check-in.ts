import type { State } from '../brief/check-ins.ts';
import { STATES } from '../brief/check-ins.ts';
import type { CheckInNote } from '../lifecycle/check-in.ts';
import type { Ask } from './ask.ts';
import { BACK } from './ask.ts';

/** What is known of a check-in before anything is asked. */
interface KnownNote {
  readonly state: State | undefined;
  readonly note: string | undefined;
  /** How it went at the last one: what Enter says again. */
  readonly last?: State | undefined;
}

/** Asks how it goes and what was said; what is known already is not asked. */
export async function askCheckIn(ask: Ask, known: KnownNote): Promise<CheckInNote> {
  for (;;) {
    const state =
      known.state ??
      (await ask.choice<State>(
        { label: 'State', ask: 'How does it go?', required: true, first: true },
        STATES.map((value) => ({ value, name: value.replace('-', ' ') })),
        known.last,
      ));
    if (state === BACK || state === undefined) continue;
    if (known.note !== undefined) return { state, note: known.note };
    const note = await ask.text(state === 'blocked' ? BLOCKED : NOTE, '');
    if (note !== BACK) return { state, note };
  }
}

const BLOCKED = {
  label: 'Note',
  ask: 'What is needed, and from whom?',
  help: 'It waits in the inbox of whoever follows up, until the next check-in.',
  example: 'A decision on the cache server, from Ana.',
  required: true,
} as const;

const NOTE = {
  label: 'Note',
  ask: 'What was said?',
  help: 'One line: where it stands, what was decided, what is needed from you.',
  example: 'Baseline measured, 41 minutes.',
} as const;
