/**
 * Undoes the quoted-printable encoding of a mail that was saved as it was sent: `=` at the end of a line
 * joins it with the next, `=C3=A9` is an é. A text that only looks like it stays as it is.
 */
export function fromQuotedPrintable(text: string): string {
  if (!isQuotedPrintable(text)) return text;
  return text.replace(/=[ \t]*\n/g, '').replace(/(?:=[0-9A-F]{2})+/g, decodeRun);
}

/** In such a text every `=` says something; a wrapped line or a letter outside ASCII is the proof. */
function isQuotedPrintable(text: string): boolean {
  if (/=(?!\n|[ \t]{1,9}\n|[0-9A-F]{2})/.test(text)) return false;
  const isWrapped = text.split('\n').some((line) => line.length >= 60 && line.endsWith('='));
  return isWrapped || /=[C-F][0-9A-F]=[89AB][0-9A-F]/.test(text);
}

function decodeRun(run: string): string {
  const bytes = Uint8Array.from(run.slice(1).split('='), (code) => Number.parseInt(code, 16));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return String.fromCharCode(...bytes);
  }
}
