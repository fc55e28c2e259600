import { jsonText } from './escape.ts';

/**
 * A list as indented JSON, an item at a time, where all of it can be too long to be held at once.
 *
 * @param indent What stands before the line that the list begins in.
 */
export function* jsonList(items: Iterable<unknown>, indent = ''): Iterable<string> {
  const line = `\n${indent}  `;
  let before = '[';
  for (const item of items) {
    yield `${before}${line}${jsonText(item, 2).replaceAll('\n', line)}`;
    before = ',';
  }
  yield before === '[' ? '[]' : `\n${indent}]`;
}
