/** What `delegate verify` will run, and what came of it, as text. */
import { verdictText } from '../brief/evidence-lines.ts';
import type { Check } from '../config/checks.ts';
import { shellQuote } from '../git/shell.ts';
import type { Verified, VerifyPlan } from '../lifecycle/verify/verify.ts';
import { printable, withoutCommands } from '../printable.ts';
import { wrap } from './width.ts';

/** So many of the last lines of a check that did not pass are shown. */
const MAX_LINES = 20;
const MAX_LINE = 200;

/** What will be run, where, and whose word that is; lines of at most so many columns. */
export function planText(
  { checks, definedIn, agreed, date }: VerifyPlan,
  root: string,
  columns: number,
): string {
  const source = agreed
    ? `as agreed in ${definedIn.slice(0, 12)}${date === undefined ? '' : ` of ${date}`}`
    : `as defined in ${definedIn.slice(0, 12)}, which is not where it was agreed`;
  const lines = [
    ...wrap(printable(`To be run in ${root}, ${source}:`, true), columns),
    ...checks.flatMap((check) =>
      wrap(printable(checkText(check), true), columns - 2, 4).map((line) => `  ${line}`),
    ),
  ];
  return withoutCommands(`${lines.join('\n')}\n`);
}

function checkText({ name, run, timeout }: Check): string {
  return `${name}: ${run.map(shellQuote).join(' ')} (at most ${timeText(timeout)})`;
}

function timeText(seconds: number): string {
  if (seconds % 3600 === 0) return `${seconds / 3600} h`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}

/** What a check said; where it did not pass, with the last of what it wrote. */
export function verifiedText(result: Verified, columns: number): string {
  const { check, verdict, seconds, output } = result;
  const head = wrap(
    printable(`${check} ${verdictText(result)}, in ${seconds} s`, true),
    columns,
    4,
  );
  const written = output.replace(/\r\n?/g, '\n').trimEnd().split('\n');
  const isShown = verdict !== 'passed' && output.trim() !== '';
  const last = isShown ? written.slice(-MAX_LINES) : [];
  const lines = [...head, ...last.map((line) => printable(`    ${line.slice(0, MAX_LINE)}`, true))];
  return withoutCommands(`${lines.join('\n')}\n`);
}
