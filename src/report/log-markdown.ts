/** The log as markdown, to paste into a review. */
import { itemText } from '../brief/value-text.ts';
import type { BriefHistory, LogResult, Move, Note } from '../history/types.ts';
import { isRecordFinding } from '../history/types.ts';
import {
  dayText,
  describeCommit,
  describeMove,
  describeNote,
  describeStanding,
  eventsOf,
  headingOf,
  isMove,
  movedSentence,
} from './log-phrases.ts';
import { markdownText } from './escape.ts';

/** The log as markdown: a table for each brief, or a sentence where nothing moved. */
export function logMarkdown({ briefs }: LogResult): string {
  const tables = briefs.map(briefMarkdown).filter((text) => text !== '');
  return tables.length === 0 ? 'No goalpost moved.\n' : `${tables.join('\n\n')}\n`;
}

function briefMarkdown(brief: BriefHistory): string {
  const rows = eventsOf(brief).flatMap((event) => {
    if (isMove(event)) return [moveRow(event)];
    return isRecordFinding(event.note) ? [noteRow(event)] : [];
  });
  if (rows.length === 0) return '';
  const moved = movedSentence(brief);
  return [
    `### ${markdownText(headingOf(brief))}${brief.id === null ? '' : ` (\`${brief.id}\`)`}`,
    ...(moved === undefined ? [] : ['', moved]),
    '',
    '| when | what | from | to | how | where |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}

function moveRow(move: Move): string[] {
  const standing = markdownText(describeStanding(move));
  return [
    dayText(move),
    markdownText(describeMove(move)),
    move.before === null ? '' : markdownText(itemText(move.before)),
    move.after === null ? '' : markdownText(itemText(move.after)),
    move.standing === 'silent' ? `**${standing}**` : standing,
    markdownText(describeCommit(move)),
  ];
}

function noteRow(note: Note): string[] {
  return [
    dayText(note),
    `**${markdownText(describeNote(note))}**`,
    markdownText(note.before ?? ''),
    markdownText(note.after ?? ''),
    '',
    markdownText(describeCommit(note)),
  ];
}
