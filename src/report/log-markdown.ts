/** The log as markdown, to paste into a review. */
import { itemText } from '../brief/value-text.ts';
import type { BriefHistory, LogResult } from '../history/types.ts';
import { isRecordFinding } from '../history/types.ts';
import {
  afterAcceptance,
  commitWords,
  dayOf,
  headWords,
  isMove,
  noteWords,
  standingWords,
  storyOf,
} from './log-phrases.ts';
import { printable } from '../printable.ts';

/**
 * A text as it is, on one line: nothing of it becomes HTML, a link, an image, a mention of somebody or
 * a reference to an issue.
 */
export function markdownText(text: string): string {
  return printable(text, true)
    .replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] as string)
    .replace(/[\\`*_{}[\]()|~!$]/g, '\\$&')
    .replaceAll('#', '&#35;')
    .replaceAll('@', '&#64;')
    .replace(/:(?=\/\/)/g, '&#58;')
    .replace(/\bwww\./gi, (start) => `${start.slice(0, 3)}&#46;`)
    .replace(/\bGH-(?=\d)/gi, (start) => `${start.slice(0, 2)}&#45;`);
}

/** The log as markdown: a table for each brief, or a sentence where nothing moved. */
export function logMarkdown(result: LogResult): string {
  const told = result.briefs.map(briefMarkdown).filter((text) => text !== '');
  return told.length === 0 ? 'No goalpost moved.\n' : `${told.join('\n\n')}\n`;
}

function briefMarkdown(brief: BriefHistory): string {
  const rows: string[] = [];
  for (const event of storyOf(brief)) {
    if (!isMove(event)) {
      if (!isRecordFinding(event.note)) continue;
      rows.push(
        row(
          dayOf(event),
          `**${noteWords(event)}**`,
          event.before ?? '',
          event.after ?? '',
          '',
          commitWords(event),
        ),
      );
      continue;
    }
    const silent = event.standing === 'silent';
    const standing = markdownText(standingWords(event));
    rows.push(
      [
        dayOf(event),
        markdownText(headWords(event)),
        event.before === null ? '' : markdownText(itemText(event.before)),
        event.after === null ? '' : markdownText(itemText(event.after)),
        silent ? `**${standing}**` : standing,
        markdownText(commitWords(event)),
      ].join(' | '),
    );
  }
  if (rows.length === 0) return '';
  const { id, title, path, moves } = brief;
  const moved = afterAcceptance(moves);
  return [
    `### ${markdownText(title ?? path)}${id === null ? '' : ` (\`${id}\`)`}`,
    ...(moved === '' ? [] : ['', `Moved since it was accepted: ${moved}.`]),
    '',
    '| when | what | from | to | how | where |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map((cells) => `| ${cells} |`),
  ].join('\n');
}

function row(day: string, what: string, ...rest: readonly string[]): string {
  const bold = what.startsWith('**')
    ? `**${markdownText(what.slice(2, -2))}**`
    : markdownText(what);
  return [day, bold, ...rest.map((cell) => markdownText(cell))].join(' | ');
}
