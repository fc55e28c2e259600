/** The log in a workflow of GitHub: its story, and an annotation for each move that wants somebody. */
import { itemText } from '../brief/value-text.ts';
import { wayToSettle } from '../agreement/settling.ts';
import type { BriefHistory, LogResult, Move, Note, Standing } from '../history/types.ts';
import { isRecordFinding } from '../history/types.ts';
import type { Annotation } from './annotation.ts';
import { annotationLine } from './annotation.ts';
import {
  describeCommit,
  describeMove,
  describeNote,
  describeStanding,
  headingOf,
} from './log-phrases.ts';
import type { LogTextOptions } from './log-text.ts';
import { logText } from './log-text.ts';

/** How loud a move is; what is not named is none. */
const LEVELS: Readonly<Partial<Record<Standing, Annotation['level']>>> = {
  silent: 'error',
  disputed: 'warning',
  open: 'notice',
};

/** The story, then the annotations; whoever reads one has not seen the brief. */
export function logGithub(result: LogResult, options: LogTextOptions): string {
  const annotations = result.briefs.flatMap((brief) => [
    ...brief.moves.flatMap((move) => moveAnnotation(brief, move)),
    ...brief.notes.flatMap((note) => noteAnnotation(brief, note)),
  ]);
  return logText(result, { ...options, full: true }) + annotations.map(annotationLine).join('');
}

function moveAnnotation(brief: BriefHistory, move: Move): Annotation[] {
  const level = LEVELS[move.standing];
  if (level === undefined) return [];
  const [before, after] = [move.before, move.after].map((item) =>
    item === null ? undefined : itemText(item),
  );
  const text = [
    `In "${headingOf(brief)}": ${describeMove(move)}`,
    ...(before === undefined ? [] : [`Before: ${before}`]),
    ...(after === undefined ? [] : [`After: ${after}`]),
    `How: ${describeStanding(move)}`,
    `Where: ${describeCommit(move)}`,
    `What to do: ${whatToDo(brief, move)}`,
  ];
  const title = { silent: 'A goalpost moved in silence', disputed: 'A change is disputed' };
  return [
    {
      level,
      path: brief.path,
      title: title[move.standing as keyof typeof title] ?? 'A change waits to be agreed',
      text: text.join('\n'),
    },
  ];
}

function whatToDo({ id, path }: BriefHistory, { standing }: Move): string {
  return wayToSettle(standing, id ?? path) ?? '';
}

function noteAnnotation(brief: BriefHistory, note: Note): Annotation[] {
  if (!isRecordFinding(note.note)) return [];
  const text = [
    `In "${headingOf(brief)}": ${describeNote(note)}`,
    ...(note.before === null ? [] : [`Before: ${note.before}`]),
    ...(note.after === null ? [] : [`After: ${note.after}`]),
    `Where: ${describeCommit(note)}`,
    'What to do: put the record back as it was; what was agreed changes by delegate amend.',
  ];
  return [
    {
      level: 'error',
      path: brief.path,
      title: 'A record of what was agreed was changed',
      text: text.join('\n'),
    },
  ];
}
