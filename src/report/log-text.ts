/** The log as a story for people: by brief, oldest first. */
import type { LogResult, Move, Note } from '../history/types.ts';
import type { Paint } from './paint.ts';
import { printable } from './printable.ts';

interface LogTextOptions {
  readonly paint: Paint;
  readonly columns: number;
}

/** The log as text; every line made safe. */
export function logText(result: LogResult, _options: LogTextOptions): string {
  const lines: string[] = [];
  for (const { id, title, path, moves, notes } of result.briefs) {
    if (moves.length === 0) continue;
    if (lines.length > 0) lines.push('');
    lines.push([title ?? path, id].filter(Boolean).join('  '));
    const all: (Move | Note)[] = [...moves, ...notes];
    for (const one of all.toSorted((a, b) => a.order - b.order)) {
      const day = one.date?.slice(0, 10) ?? 'not committed';
      const what = 'standing' in one ? `${one.standing}: ${one.field} ${one.kind}` : one.note;
      lines.push(`  ${day}  ${one.author.name}  ${what}`);
    }
  }
  return lines.length === 0 ? '' : `${printable(lines.join('\n'))}\n`;
}
