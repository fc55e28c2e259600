import type { LocatedFinding, Report } from '../lint/findings.ts';
import { jsonText } from './escape.ts';
import { jsonList } from './json-list.ts';

/** Findings for programs (design, section 4). `version` changes when the shape does. */
export function* jsonParts({ findings, counts }: Report): Iterable<string> {
  yield '{\n  "version": 1,\n  "findings": ';
  yield* jsonList(shaped(findings), '  ');
  yield `,\n  "counts": ${jsonText(counts, 2).replaceAll('\n', '\n  ')}\n}\n`;
}

function* shaped(findings: readonly LocatedFinding[]): Iterable<object> {
  for (const { rule, level, message, help, path, range, other } of findings) {
    const finding = { rule, level, message, help, path, range };
    yield other === undefined ? finding : { ...finding, other: other.range };
  }
}
