import { jsonText } from './escape.ts';
import type { Report } from '../lint/findings.ts';

/** Findings for programs (design, section 4). `version` changes when the shape does. */
export function* jsonParts({ findings, counts }: Report): Iterable<string> {
  yield '{\n  "version": 1,\n  "findings": [';
  let before = '';
  for (const { rule, level, message, help, path, range, other } of findings) {
    const finding = { rule, level, message, help, path, range };
    const shaped = other === undefined ? finding : { ...finding, other: other.range };
    yield `${before}\n    ${jsonText(shaped, 2).replaceAll('\n', '\n    ')}`;
    before = ',';
  }
  const end = before === '' ? '' : '\n  ';
  yield `${end}],\n  "counts": ${jsonText(counts, 2).replaceAll('\n', '\n  ')}\n}\n`;
}
