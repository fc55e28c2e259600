/** A word for a POSIX shell, quoted only where it must be; shown to people, never run by us. */
export function shellQuote(text: string): string {
  if (text !== '' && /^[\p{L}\p{N}_./:@%+=,-]+$/u.test(text)) return text;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
