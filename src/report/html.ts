/** HTML that escapes whatever is put into it. */
import { htmlText } from './escape.ts';

/** A piece of HTML, escaped where it has to be; a plain text is not one. */
export interface Html {
  readonly html: string;
}

/**
 * A template of HTML: texts in it are escaped and made safe to show, pieces of HTML stand as they are. It
 * is not called `html`, since a formatter would lay its white space anew, and that can be seen.
 */
export function markup(
  strings: TemplateStringsArray,
  ...values: readonly (string | Html | readonly Html[])[]
): Html {
  const parts = strings.map((string, at) => string + htmlOf(values[at] ?? ''));
  return { html: parts.join('') };
}

function htmlOf(value: string | Html | readonly Html[]): string {
  if (typeof value === 'string') return htmlText(value);
  return 'html' in value ? value.html : value.map((piece) => piece.html).join('\n');
}
