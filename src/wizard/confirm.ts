import { confirm as ask } from '@inquirer/prompts';
import { Interrupted } from '../failure.ts';
import type { Host } from '../host.ts';
import { printable } from '../report/printable.ts';

/** Asks a yes-or-no question in the terminal; Enter says yes. Ctrl-C is an Interrupted. */
export async function confirm(host: Host, question: string): Promise<boolean> {
  try {
    return await ask(
      { message: printable(question, true), default: true },
      { input: host.stdin as NodeJS.ReadableStream, output: host.stdout as NodeJS.WritableStream },
    );
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted();
    throw error;
  }
}
