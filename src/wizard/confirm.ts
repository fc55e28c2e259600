import type { Host } from '../host.ts';
import { Interrupted } from '../failure.ts';
import { printable } from '../report/printable.ts';

/** Asks one yes-or-no question in the host's terminal; Enter says yes. */
export async function confirm(host: Host, question: string): Promise<boolean> {
  const prompts = await import('@inquirer/prompts');
  try {
    return await prompts.confirm(
      { message: printable(question, true), default: true },
      { input: host.stdin, output: host.stdout },
    );
  } catch (error) {
    if ((error as Error).name === 'ExitPromptError') throw new Interrupted();
    throw error;
  }
}
