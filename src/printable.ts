/**
 * Text from a brief, a commit or a file name, made safe to show: what would move a terminal's
 * cursor, change its colours, reorder the line (the bidirectional controls) or hide is shown as an
 * escape instead of sent.
 *
 * @param text Anything. Line feeds and tabs stay unless `line` is true.
 * @param line The result must be one line: line breaks are shown as well, tabs become a space.
 */
export function printable(text: string, line = false): string {
  const shown = text.replace(UNSAFE, escape);
  return line ? shown.replace(/\n/g, '\\n').replace(/\t/g, ' ') : shown;
}

// C0 without tab and line feed, DEL, C1, soft hyphen, zero-width and bidirectional controls, line and
// paragraph separators, byte order mark, tag characters, lone surrogates.
const UNSAFE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}\p{Surrogate}]/gu;

function escape(character: string): string {
  const code = character.codePointAt(0) as number;
  if (character === '\r') return '\\r';
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return `\\u{${code.toString(16)}}`;
}
