import type { Host } from '../host.ts';
import { printable } from '../printable.ts';
import type { Canvas } from '../prompts/canvas.ts';
import { openCanvas } from '../prompts/canvas.ts';
import { wrap } from '../report/width.ts';

/** Asks one yes-or-no question in the host's terminal; Enter says yes, unless `initial` is false. */
export async function confirm(host: Host, question: string, initial = true): Promise<boolean> {
  return askYesNo(host, openCanvas(host), question, initial);
}

/** The same where other questions were put before; Enter says `initial`. */
export async function askYesNo(
  host: Host,
  canvas: Canvas,
  question: string,
  initial: boolean,
): Promise<boolean> {
  const { askLine } = await import('../prompts/line.ts');
  return askLine(host, {
    canvas,
    lead: `${printable(question, true)} ${initial ? '(Y/n)' : '(y/N)'} `,
    hanging: 0,
    initial: '',
    parse(answer) {
      const word = answer.toLowerCase();
      if (word === '') return { value: initial };
      if ('yes'.startsWith(word)) return { value: true };
      return 'no'.startsWith(word) ? { value: false } : { problem: 'Write yes or no.' };
    },
    problemLines: (problem, width) => wrap(problem, width),
  });
}
