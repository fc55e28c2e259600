/**
 * `delegate complete -- WORDS…`, which the shells' scripts call: what can be written for the last of the
 * words, a line each, with a tab before what it means. `:files` and `:folders` leave it to the shell.
 */
import type { Host, Result } from '../../host.ts';
import { printable } from '../../printable.ts';
import { bashReply } from './bash.ts';
import type { Completion } from './candidates.ts';
import { completionOf } from './candidates.ts';
import { splitLine } from './split-line.ts';

/** Answers a shell. What goes wrong is nobody's business while they are typing: nothing is proposed. */
export async function complete(args: readonly string[], host: Host): Promise<Result> {
  const [form = '', ...rest] = args;
  try {
    if (form === '--bash') return { out: await forBash(rest, host) };
    return { out: replyOf(await completionOf(form === '--base64' ? decoded(rest) : rest, host)) };
  } catch {
    return {};
  }
}

/** The words in one argument: not every PowerShell hands over empty ones, and quotes. */
function decoded([text = '']: readonly string[]): readonly string[] {
  return Buffer.from(text, 'base64').toString('utf8').split('\n');
}

/** bash hands over the line, and how it breaks words, since it takes `--format=json` for three. */
async function forBash(
  [line = '', breaks = '', type = '', columns = '']: readonly string[],
  host: Host,
): Promise<string> {
  const split = splitLine(line, breaks);
  const completion = safe(await completionOf(split.words.slice(1), host));
  if (completion.leaveTo !== undefined) return `:${completion.leaveTo}\n`;
  return bashReply(completion.candidates, split, { type, columns: Number(columns) || 80 });
}

function replyOf(completion: Completion): string {
  const { leaveTo, candidates } = safe(completion);
  if (leaveTo !== undefined) return `:${leaveTo}\n`;
  return candidates
    .map(({ value, about }) => (about === undefined ? `${value}\n` : `${value}\t${about}\n`))
    .join('');
}

const MAX_ABOUT = 80;

/** What most names are made of, and what need not be looked at closely. */
const PLAIN = /^[\w.,=/-]+$/;

/** What a terminal would show otherwise than it is, a file's name perhaps, is not proposed. */
function safe({ candidates, ...rest }: Completion): Completion {
  const kept = candidates.filter(
    ({ value }) => PLAIN.test(value) || printable(value, true) === value,
  );
  return {
    ...rest,
    candidates: kept.map(({ value, about }) => {
      if (about === undefined || about === '') return { value };
      const shown = printable(about, true);
      return {
        value,
        about: shown.length > MAX_ABOUT ? `${shown.slice(0, MAX_ABOUT - 1)}…` : shown,
      };
    }),
  };
}
