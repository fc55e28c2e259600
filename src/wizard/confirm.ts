import type { Host } from '../host.ts';
import { printable } from '../printable.ts';
import { prompted } from './prompted.ts';

/** Asks one yes-or-no question in the host's terminal; Enter says yes. */
export async function confirm(host: Host, question: string): Promise<boolean> {
  const prompts = await import('./prompts.ts');
  return prompted(host, (context) =>
    prompts.confirm({ message: printable(question, true), default: true }, context),
  );
}
