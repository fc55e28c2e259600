import { jsonText } from './escape.ts';
import type { Report } from '../lint/findings.ts';

/** Findings for programs (design, section 4). `version` changes when the shape does. */
export function findingsJson({ findings, counts }: Report): string {
  const shaped = findings.map(({ rule, level, message, help, path, range, other }) => {
    const finding = { rule, level, message, help, path, range };
    return other === undefined ? finding : { ...finding, other: other.range };
  });
  return `${jsonText({ version: 1, findings: shaped, counts }, 2)}\n`;
}
