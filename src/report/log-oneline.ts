/** The log as one line a move, for grep and for a quick look. */
import { clip, itemText } from '../brief/value-text.ts';
import type { LogResult } from '../history/types.ts';
import { isRecordFinding } from '../history/types.ts';
import { dayText, isMove, describeNote, eventsOf, headingOf } from './log-phrases.ts';
import { printable } from '../printable.ts';
import { cutTo } from './width.ts';

/**
 * `1f0c2ab3 2026-05-10 silent timeline.due changed tightened b-7k3f9q2m Halve deployment time: "…" → "…"`,
 * oldest first within each brief; of the notes those that are findings.
 *
 * @param columns Of a terminal: lines are cut there; elsewhere they are whole.
 */
export function logOneline(result: LogResult, columns?: number): string {
  const lines: string[] = [];
  for (const brief of result.briefs) {
    const name = `${brief.id ?? brief.path} ${clip(headingOf(brief), 40)}`.trim();
    for (const event of eventsOf(brief)) {
      const where = `${event.commit?.slice(0, 8) ?? '--------'} ${dayText(event)}`;
      if (isMove(event)) {
        const { standing, field, kind, effect, before, after, note } = event;
        const values = [before, after].map((item) =>
          item === null ? '' : JSON.stringify(itemText(item)),
        );
        const change = values.every((value) => value === '')
          ? (note ?? '')
          : values.join(' → ').trim();
        lines.push(`${where} ${standing} ${field} ${kind} ${effect} ${name}: ${change}`);
      } else if (isRecordFinding(event.note)) {
        lines.push(`${where} ${event.note} ${name}: ${describeNote(event)}`);
      }
    }
  }
  const cut = (line: string): string => (columns === undefined ? line : cutTo(line, columns));
  return lines.map((line) => `${cut(printable(line, true))}\n`).join('');
}
