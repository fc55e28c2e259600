/** Candidates as bash wants them: written as they have to be typed, and the rest of a word only. */
import type { Candidate } from '../known-words.ts';
import type { SplitLine } from './split-line.ts';

interface Shown {
  /** Why bash asks: `COMP_TYPE`, the code of a sign. */
  readonly type: string;
  readonly columns: number;
}

/** The types of a list that is shown and not put into the line: `?`, `!` and `@`. */
const LISTED = ['63', '33', '64'];
const GAP = 2;

/** The lines for `COMPREPLY`. */
export function bashReply(
  candidates: readonly Candidate[],
  { quote, skipped }: SplitLine,
  { type, columns }: Shown,
): string {
  const typed = candidates.flatMap(({ value, about }) => {
    const text = typedIn(quote, value.slice(skipped));
    return text === undefined ? [] : [{ text, about }];
  });
  if (typed.length < 2 || !LISTED.includes(type)) return lines(typed.map(({ text }) => text));
  const width = Math.max(...typed.map(({ text }) => text.length)) + GAP;
  return lines(
    typed.map(({ text, about }) => {
      const room = columns - width - 2 * GAP;
      if (about === undefined || room < 10) return text;
      const shown = about.length > room ? `${about.slice(0, room - 1)}…` : about;
      return `${text.padEnd(width)}(${shown})`;
    }),
  );
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}

/** A text as it is typed inside of a quote, or outside; undefined where that cannot be done. */
function typedIn(quote: string, text: string): string | undefined {
  if (quote === "'") return text.includes("'") ? undefined : text;
  // A sign of the history stays one inside of such a quote, and cannot be escaped there.
  if (quote === '"') {
    return text.includes('!') ? undefined : text.replace(/["\\$`]/g, (sign) => `\\${sign}`);
  }
  return text.replace(/[^\p{L}\p{M}\p{N}_.,/@%+=:-]/gu, (sign) => `\\${sign}`);
}
