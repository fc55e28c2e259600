import type { Report } from '../lint/findings.ts';
import { printable } from '../printable.ts';

/** One line a finding, as compilers have it for editors: `path:line:column: level: message [rule]`. */
export function* unixParts({ findings }: Report): Iterable<string> {
  const safe = (text: string): string => printable(text, true);
  for (const { path, range, level, message, help, rule } of findings) {
    // Makers of problem lists know "error", "warning" and "info".
    const place = `${safe(path)}:${range.start.line}:${range.start.column}`;
    yield `${place}: ${level}: ${safe(message)} (${safe(help)}) [${rule}]\n`;
  }
}
