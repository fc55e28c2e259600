/** A text with places for a person to fill in, for editors that know snippets and for those that do not. */

/** A place to fill in, which shows what could stand there. */
export interface Fill {
  readonly fill: string;
}

/** What is inserted: texts as they are, and places between them. */
export type Insert = readonly (string | Fill)[];

/** As the protocol writes a snippet. */
export function asSnippet(parts: Insert): string {
  let at = 0;
  return parts
    .map((part) =>
      typeof part === 'string'
        ? escaped(part)
        : `\${${++at}${part.fill && `:${escaped(part.fill)}`}}`,
    )
    .join('');
}

/** Without its places: what stood there would be believed. */
export function asText(parts: Insert): string {
  return parts.filter((part) => typeof part === 'string').join('');
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
