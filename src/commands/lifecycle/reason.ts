/** The reason that a command wants: by its flag, or asked for in a terminal. */
import type { Host } from '../../host.ts';
import { BACK } from '../../wizard/ask.ts';
import { askerOf, filledText, missingFlags } from './brief-command.ts';

/** The option that gives it. */
export const REASON = ['-m, --reason <text>', 'why; it is kept in the brief'] as const;

interface ReasonQuestion {
  readonly ask: string;
  readonly help?: string;
  /** What the person should have seen before they answer. */
  readonly shown?: string;
}

/** Why, in a sentence; a Failure where nobody can be asked. */
export async function reasonOf(
  host: Host,
  { reason }: { readonly reason?: string },
  { ask: question, help, shown }: ReasonQuestion,
): Promise<string> {
  if (reason !== undefined) return filledText('--reason', reason, 'Say why in a sentence.');
  if (!host.interactive) throw missingFlags('--reason');
  const ask = await askerOf(host);
  if (shown !== undefined) ask.say(`\n${shown}`);
  for (;;) {
    const answer = await ask.text(
      {
        label: 'Reason',
        ask: question,
        ...(help === undefined ? {} : { help }),
        required: true,
        first: true,
      },
      '',
    );
    if (answer !== BACK && answer.trim() !== '') return answer.trim();
  }
}
