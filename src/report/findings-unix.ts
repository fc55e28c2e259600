import type { Report } from '../lint/findings.ts';
import { printable } from '../printable.ts';

/** One line a finding, as compilers have it for editors: `path:line:column: level: message [rule]`. */
export function findingsUnix({ findings }: Report): string {
  const safe = (text: string): string => printable(text, true);
  return findings
    .map(({ path, range: { start }, level, message, help, rule }) => {
      // Makers of problem lists know "error", "warning" and "info".
      const place = `${safe(path)}:${start.line}:${start.column}`;
      return `${place}: ${level}: ${safe(message)} (${safe(help)}) [${rule}]\n`;
    })
    .join('');
}
