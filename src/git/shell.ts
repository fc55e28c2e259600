import { printable } from '../printable.ts';

/**
 * A word for a person's shell, quoted only where it must be; shown to people, never run by us. What would
 * not be seen, or break the line, is written as bash and zsh take it.
 */
export function shellQuote(text: string): string {
  if (text !== '' && /^[\p{L}\p{N}_./:@%+=,-]+$/u.test(text)) return text;
  if (printable(text, true) !== text) return `$'${Array.from(text, escaped).join('')}'`;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

const SHORT: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  "'": "\\'",
  '\\': '\\\\',
};

function escaped(character: string): string {
  const short = SHORT[character];
  if (short !== undefined) return short;
  if (printable(character, true) === character) return character;
  const code = character.codePointAt(0) as number;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}
