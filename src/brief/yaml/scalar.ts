import { Document } from 'yaml';

/**
 * A text as YAML source on one line: plain where every reader of YAML agrees that it is this text
 * (1.2 and 1.1: `no`, `012` and `2026-06-30` would not be), else in quotes.
 *
 * @param options `flow`: it will stand inside `[…]` or `{…}`; `quote`: never plain.
 */
export function scalarSource(
  value: string,
  options: { flow?: boolean; quote?: boolean } = {},
): string {
  const document = new Document(options.flow === true ? [value] : value, {
    compat: 'yaml-1.1',
    version: '1.2',
  });
  if (options.flow === true) (document.contents as unknown as { flow: boolean }).flow = true;
  const written = document.toString({
    lineWidth: 0,
    blockQuote: false,
    flowCollectionPadding: false,
    doubleQuotedMinMultiLineLength: 1_000_000,
    ...(options.quote === true || value.includes('\n')
      ? { defaultStringType: quotesFor(value) }
      : {}),
  });
  const line = withPlainEscapes(written.replace(/\n$/, ''));
  return options.flow === true ? line.slice(1, -1) : line;
}

/** Single quotes where double ones would fill the text with backslashes; they cannot hold a line end. */
function quotesFor(value: string): 'QUOTE_SINGLE' | 'QUOTE_DOUBLE' {
  return /["\\]/.test(value) && !/['\n]/.test(value) ? 'QUOTE_SINGLE' : 'QUOTE_DOUBLE';
}

/** The escapes that a letter stands for: `"\a"` reads like a path or a slip, and lint takes it for one. */
const LETTER_ESCAPES: Readonly<Record<string, string>> = {
  '\\0': '\\x00',
  '\\a': '\\x07',
  '\\b': '\\x08',
  '\\v': '\\x0B',
  '\\f': '\\x0C',
  '\\e': '\\x1B',
  '\\N': '\\x85',
  '\\_': '\\xA0',
  '\\L': '\\u2028',
  '\\P': '\\u2029',
};

/** A text in double quotes with its control characters by number, as nobody writes them by chance. */
function withPlainEscapes(source: string): string {
  if (!source.includes('\\') || !/^\[?"/.test(source)) return source;
  return source.replace(/\\./g, (escape) => LETTER_ESCAPES[escape] ?? escape);
}
