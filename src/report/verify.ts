/** What `delegate verify` will run, and what came of it, as text. */
import { verdictText } from '../brief/evidence-lines.ts';
import type { Check } from '../config/checks.ts';
import { shellQuote } from '../git/shell.ts';
import type { Verified, VerifyPlan } from '../lifecycle/verify/verify.ts';
import { printable, withoutCommands } from '../printable.ts';

/** So many of the last lines of a check that did not pass are shown. */
const MAX_LINES = 20;
const MAX_LINE = 200;

/** What will be run, where, and whose word that is. */
export function planText({ checks, definedIn, agreed, date }: VerifyPlan, root: string): string {
  const source = agreed
    ? `as agreed in ${definedIn.slice(0, 12)}${date === undefined ? '' : ` of ${date}`}`
    : `as defined in ${definedIn.slice(0, 12)}, which is not where it was agreed`;
  const lines = [
    `To be run in ${root}, ${source}:`,
    ...checks.map((check) => `  ${checkText(check)}`),
  ];
  return lines.map((line) => `${printable(line, true)}\n`).join('');
}

function checkText({ name, run, timeout }: Check): string {
  return `${name}: ${run.map(shellQuote).join(' ')} (at most ${timeText(timeout)})`;
}

function timeText(seconds: number): string {
  if (seconds % 3600 === 0) return `${seconds / 3600} h`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}

/** What a check said: one line, and where it did not pass the last of what it wrote. */
export function verifiedText(result: Verified): string {
  const { check, verdict, seconds, output } = result;
  const head = `${check} ${verdictText(result)}, in ${seconds} s`;
  if (verdict === 'passed') return `${printable(head, true)}\n`;
  const written = output.replace(/\r\n?/g, '\n').trimEnd().split('\n');
  const shown = written.slice(-MAX_LINES).map((line) => `    ${line.slice(0, MAX_LINE)}`);
  const lines = output.trim() === '' ? [head] : [head, ...shown];
  return withoutCommands(`${lines.map((line) => printable(line, true)).join('\n')}\n`);
}
