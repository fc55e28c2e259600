/** A line that is being typed in bash, as words. Nothing in it is evaluated. */

export interface SplitLine {
  /** Without quotes and backslashes; the last is the one that is being typed. */
  readonly words: readonly string[];
  /** The quote that the last word is still in, or ''. */
  readonly quote: string;
  /** How much of the last word bash takes for another: up to a quote, or a sign that breaks words. */
  readonly skipped: number;
}

/**
 * Splits a line up to the cursor.
 *
 * @param breaks The signs at which bash breaks words: `COMP_WORDBREAKS`.
 */
export function splitLine(line: string, breaks: string): SplitLine {
  const words: string[] = [];
  let word = '';
  let begun = false;
  let quote = '';
  let skipped = 0;
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at);
    const next = line.charAt(at + 1);
    const isEscape = sign === '\\' && quote !== "'" && (quote === '' || /["\\$`]/.test(next));
    if (isEscape) {
      word += next;
      at++;
    } else if (quote !== '') {
      if (sign === quote) quote = '';
      else word += sign;
      continue;
    } else if (/\s/.test(sign)) {
      if (begun) words.push(word);
      [word, begun, skipped] = ['', false, 0];
      continue;
    } else if (sign === '"' || sign === "'") {
      quote = sign;
      skipped = word.length;
    } else {
      word += sign;
      if ((sign === '=' || sign === ':') && breaks.includes(sign)) skipped = word.length;
    }
    begun = true;
  }
  return { words: [...words, word], quote, skipped };
}
