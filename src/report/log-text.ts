/** The log as a story for people: by brief, oldest first. */
import { field } from '../brief/fields.ts';
import { itemText } from '../brief/value-text.ts';
import type { BriefHistory, LogResult, Move, Note } from '../history/types.ts';
import { isRecordFinding } from '../history/types.ts';
import { overviewLines } from './log-overview.ts';
import { hasEvents } from '../history/filter.ts';
import type { TalliedBrief } from '../history/tally.ts';
import { tallyOf } from '../history/tally.ts';
import { wordChanges } from '../history/word-diff.ts';
import { printable } from '../printable.ts';
import type { Page, Style } from './log-layout.ts';
import {
  below,
  belowEachOther,
  belowPainted,
  besideDay,
  pageOf,
  plain,
  safeLines,
} from './log-layout.ts';
import type { LogEvent } from './log-phrases.ts';
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
import type { Paint, RenderOptions } from './paint.ts';
import { displayWidth } from './width.ts';

export interface LogTextOptions extends RenderOptions {
  /** Whole values, with the words that changed marked. */
  readonly patch: boolean;
  /** The story of every brief, however many there are. */
  readonly full: boolean;
}

/** Longer values stand below each other. */
const MAX_INLINE_COLUMNS = 60;

/** So many briefs are told whole where nobody asked for all. */
const MAX_WHOLE = 3;

/** Whether the story of each brief is told, and not only how many of what it has. */
export function tellsWhole(
  { briefs }: Pick<LogResult, 'briefs'>,
  { full, patch }: Pick<LogTextOptions, 'full' | 'patch'>,
): boolean {
  return full || patch || briefs.filter(hasEvents).length <= MAX_WHOLE;
}

/** Many briefs at a glance, all of which have something to tell; undefined where the story of each is told. */
export function overviewText(
  briefs: readonly TalliedBrief[],
  options: LogTextOptions,
): string | undefined {
  if (briefs.length <= MAX_WHOLE) return undefined;
  return `${overviewLines(briefs, pageOf(options), false).join('\n')}\n`;
}

/** The log as text; every line made safe. Of many briefs, unless all is asked for, a line each. */
export function logText({ briefs }: LogResult, options: LogTextOptions): string {
  const page = pageOf(options);
  const told = briefs.filter(hasEvents);
  const isWhole = tellsWhole({ briefs }, options);
  const stories = isWhole
    ? told.map((brief) => [
        ...headLines(brief, page),
        '',
        ...storyLines(brief, page, options.patch),
      ])
    : [];
  const tallied = told.map((brief) => Object.assign({ tally: tallyOf(brief) }, brief));
  const overview = told.length > 1 ? [overviewLines(tallied, page, isWhole)] : [];
  return [...overview, ...stories].map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function headLines(brief: BriefHistory, page: Page): string[] {
  const { paint, columns } = page;
  const { id, path, status, deleted, moves } = brief;
  const state = deleted ? 'deleted' : (status ?? 'draft');
  const facts = [id, state, path].filter((fact) => fact !== null).join(' · ');
  const moved = movedSentence(brief);
  const isSilent = moves.some(({ standing }) => standing === 'silent');
  const style: Style = isSilent ? (text) => paint.yellow(text) : plain;
  return [
    ...safeLines(headingOf(brief), columns).map((line) => paint.bold(line)),
    ...safeLines(facts, columns).map((line) => paint.dim(line)),
    ...(moved === undefined ? [] : safeLines(moved, columns).map(style)),
    ...netLines(brief, page),
  ];
}

/** From what was agreed to what is: with one move only its story would say the same. */
function netLines({ net, moves }: BriefHistory, page: Page): string[] {
  const since = moves.filter(({ standing }) => standing !== 'shaping' && standing !== 'free');
  if (net.length === 0 || since.length < 2) return [];
  const { columns, paint } = page;
  return [
    '',
    ...safeLines('From what was accepted to what is now:', columns).map((line) => paint.dim(line)),
    ...net.flatMap((change) => {
      const [before, after] = [change.before, change.after].map((item) =>
        item === null ? null : itemText(item),
      );
      const values =
        before === null ? `+ ${after}` : after === null ? `- ${before}` : `${before} → ${after}`;
      const words = `${field(change.field).label}: ${values} (${change.standing})`;
      const style: Style = change.standing === 'silent' ? (text) => paint.yellow(text) : plain;
      return safeLines(words, columns - 2, 2).map((line, row) => {
        return (row === 0 ? '  ' : '    ') + style(line);
      });
    }),
  ];
}

function storyLines(brief: BriefHistory, page: Page, patch: boolean): string[] {
  return grouped(eventsOf(brief)).flatMap((events) => {
    const [first] = events as [LogEvent];
    if (!isMove(first)) return noteLines(first, page);
    const moves = events as readonly Move[];
    if (first.standing === 'shaping' && !patch) return shapedLines(moves, page);
    return commitLines(moves, page, patch);
  });
}

/** The moves of one commit belong together, and so does what it shaped before acceptance. */
function grouped(events: readonly LogEvent[]): LogEvent[][] {
  const groups: LogEvent[][] = [];
  for (const event of events) {
    const [before] = groups.at(-1) ?? [];
    const joins =
      before !== undefined &&
      isMove(before) &&
      isMove(event) &&
      (before.standing === 'shaping') === (event.standing === 'shaping') &&
      before.commit === event.commit &&
      before.uncommitted === event.uncommitted;
    if (joins) groups.at(-1)?.push(event);
    else groups.push([event]);
  }
  return groups;
}

function noteLines(event: Note, page: Page): string[] {
  const { paint } = page;
  const { note, before, after } = event;
  const isFinding = isRecordFinding(note);
  const isGrave = isFinding || note === 'unreadable';
  const style: Style = isGrave ? (text) => paint.yellow(text) : plain;
  return [
    ...besideDay(dayText(event), describeNote(event), page, style),
    ...(isGrave ? below(describeCommit(event), page, (text) => paint.dim(text)) : []),
    ...(isFinding ? belowEachOther(before, after, page) : []),
  ];
}

function shapedLines(moves: readonly Move[], page: Page): string[] {
  const [first] = moves as [Move];
  const names = new Set(moves.map((move) => field(move.field).label.toLowerCase()));
  const words = `shaped: ${[...names].join(', ')}`;
  return besideDay(dayText(first), words, page, (text) => page.paint.dim(text));
}

/** What one commit moved: how it stands once where it is the same for all, and who did it once. */
function commitLines(moves: readonly Move[], page: Page, patch: boolean): string[] {
  const { paint } = page;
  return [
    ...moves.flatMap((move, index) => {
      const next = moves[index + 1];
      const standing = describeStanding(move);
      const isTold = next === undefined || describeStanding(next) !== standing;
      const tail: Style = move.standing === 'silent' ? (text) => paint.yellow(text) : plain;
      return [
        ...moveHead(move, index === 0, page, patch),
        ...(isTold ? below(standing, page, tail) : []),
      ];
    }),
    ...below(describeCommit(moves[0] as Move), page, (text) => paint.dim(text)),
  ];
}

/** @param isFirst Only the first move of a commit has its day. */
function moveHead(move: Move, isFirst: boolean, page: Page, patch: boolean): string[] {
  const { paint } = page;
  const head: Style =
    move.standing === 'silent'
      ? (text) => paint.yellow(paint.bold(text))
      : (text) => paint.bold(text);
  return [
    ...besideDay(isFirst ? dayText(move) : '', describeMove(move), page, head),
    ...valueLines(move, page, patch),
  ];
}

/** Short values stand in one line, longer ones below each other; with --patch the words are marked. */
function valueLines(move: Move, page: Page, patch: boolean): string[] {
  const [before, after] = [move.before, move.after].map((item) =>
    item === null ? null : printable(itemText(item), true),
  ) as [string | null, string | null];
  if (before === null || after === null) return belowEachOther(before, after, page);
  if (patch) return belowPainted(markedWords(before, after, page.paint), page);
  const inline = `${before} → ${after}`;
  const most = Math.min(MAX_INLINE_COLUMNS, page.columns - page.margin);
  if (displayWidth(inline) <= most) return below(inline, page, plain);
  return belowEachOther(before, after, page);
}

function markedWords(before: string, after: string, paint: Paint): string {
  return wordChanges(before, after)
    .map(({ kind, text }) => {
      if (kind === 'same') return text;
      const words = text.trimEnd();
      const space = text.slice(words.length);
      const shown = kind === 'removed' ? paint.red(`[-${words}-]`) : paint.green(`{+${words}+}`);
      return shown + space;
    })
    .join('');
}
