import type { Ask } from './ask.ts';
import { BACK } from './ask.ts';
import { dayParser } from './parse-answer.ts';

/** Asks why a brief is set aside, and until when where that is not known; either may be left open. */
export async function askPause(
  ask: Ask,
  today: string,
  known?: string,
): Promise<{ readonly reason?: string; readonly until?: string }> {
  for (;;) {
    const reason = await ask.text(REASON, '');
    if (reason === BACK) continue;
    const until = known ?? (await ask.text(UNTIL, '', dayParser(today)));
    if (until === BACK) continue;
    return { ...(reason === '' ? {} : { reason }), ...(until === '' ? {} : { until }) };
  }
}

const REASON = {
  label: 'Reason',
  ask: 'Why is it set aside?',
  help: 'In a sentence that the other side would agree with.',
  example: 'The team is on the incident.',
  first: true,
} as const;

const UNTIL = {
  label: 'Until',
  ask: 'Until when?',
  help: 'From that day on the inbox asks whether it goes on.',
  example: 'in 2 weeks',
} as const;
