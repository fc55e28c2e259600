/**
 * Text from a brief, a commit or a file name, made safe for a terminal and for the log of a CI: what
 * would move the cursor, change colours, reorder the line (the bidirectional controls) or hide is shown
 * as an escape instead of sent, and nothing begins a command of the CI. Every other kind of reader has
 * its function in `report/escape.ts`, on top of this one.
 *
 * @param text Anything. Line feeds and tabs stay unless `line` is true.
 * @param line The result must be one line: line breaks are shown as well, tabs become a space.
 */
export function printable(text: string, line = false): string {
  const shown = SUSPECT.test(text) ? text.replace(UNSAFE, escape) : text;
  return withoutCommands(line ? shown.replace(/\n/g, '\\n').replace(/\t/g, ' ') : shown);
}

/**
 * A text that was made of safe ones, whose lines may begin elsewhere than theirs did: where a text is
 * broken, or put together, a command of the CI could begin that was none before.
 */
export function withoutCommands(text: string, { colon, hash } = AS_CODES): string {
  return text.replace(LINE_COMMAND, colon).replace(COMMAND, hash);
}

/** How the signs that begin a command are written instead. */
const AS_CODES = { colon: '\\x3a', hash: '\\x23' };

// C0 without tab and line feed, DEL, C1, line and paragraph separators, annotations, lone surrogates,
// and whatever has no width or no sign of its own: zero-width and bidirectional controls, soft hyphen,
// byte order mark, fillers, tag characters. What chooses between text and picture (an emoji's) stays.
const UNSAFE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uFFF9-\uFFFB\p{Surrogate}]|(?![\uFE00-\uFE0F])\p{Default_Ignorable_Code_Point}/gu;

// Nothing is unsafe without one of these, and most texts have none: that is seen many times quicker.
const SUSPECT = /[^\t\n -~\u00A0-\u00AC\u00AE-\u024F\u2010-\u2027\u2190-\u27BF]/;

/**
 * GitHub and GitLab's runner take `::name` after white space at the start of a line for a command. The
 * signs are looked for first, and what stands before them then: they are rare.
 */
const LINE_COMMAND = /:(?=:[a-z])(?<=^[^\S\r\n\u2028\u2029]*:)/gim;

/** `##[name]` of GitHub and Azure, `##vso[` and `##teamcity[`, wherever they stand. */
const COMMAND = /#(?=#[a-z]{0,12}\[)/gi;

function escape(character: string): string {
  const code = character.codePointAt(0) as number;
  if (character === '\r') return '\\r';
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return `\\u{${code.toString(16)}}`;
}
