/** The lenses that do something, and what is shown of it. */
import type { CodeLens, Range } from 'vscode-languageserver';
import { printable } from '../printable.ts';
import { shellQuote } from '../git/shell.ts';
import type { Ran } from './run-program.ts';
import type { View } from './view.ts';

/**
 * The command with which an editor has the server run the program: the address of a document, and the
 * arguments, such as `["propose", "b-7k3f9q2m"]`.
 */
export const RUN = 'delegate.run';

/** A lens over a place; without a step it only tells. */
export function lensOf(view: View, range: Range, title: string, step?: string): CodeLens {
  if (step === undefined) return { range, command: { title, command: '' } };
  const { id } = view.brief.values;
  // No name of a file is taken for an option.
  const args = [...step.split(' '), id ?? `./${view.path}`];
  return { range, command: { title, command: RUN, arguments: [view.uri, args] } };
}

/** What a step is called on a lens: `Check in`, `Take back`. */
export function stepTitle(step: string): string {
  const [name = '', option = ''] = step.split(' ');
  const words = (option.startsWith('--') ? option.slice(2) : name).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What is shown of it where the editor has no better place: what it says, or where to be asked. */
export function ranText({ status, out, err }: Ran, args: readonly string[]): string {
  const said = printable((err.trim() === '' ? out : err).trim());
  if (status === 0) return said === '' ? 'Done.' : said;
  return `${said}\nIn a terminal it asks: delegate ${args.map((word) => shellQuote(word)).join(' ')}`;
}
