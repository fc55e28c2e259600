/** The log as a story for people: by brief, oldest first. */
import { itemText } from '../brief/value-text.ts';
import { field } from '../brief/fields.ts';
import type { BriefHistory, LogResult, Move, Note } from '../history/types.ts';
import { isRecordFinding } from '../history/types.ts';
import { wordChanges } from '../history/word-diff.ts';
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
import { logSafe } from './log-safe.ts';
import type { Paint } from './paint.ts';
import { printable } from '../printable.ts';
import { displayWidth, wrap } from './width.ts';

interface LogTextOptions {
  readonly paint: Paint;
  readonly columns: number;
  /** Whole values, with the words that changed marked. */
  readonly patch?: boolean;
}

interface Page {
  readonly paint: Paint;
  readonly columns: number;
  readonly patch: boolean;
  /** Columns left of an event's words. */
  readonly margin: number;
}

type Style = (text: string) => string;

const plain: Style = (text) => text;

/** The log as text; every line made safe. */
export function logText(result: LogResult, options: LogTextOptions): string {
  const columns = Math.max(24, options.columns);
  const page = {
    paint: options.paint,
    columns,
    patch: options.patch === true,
    margin: columns < 60 ? 4 : 14,
  };
  const told = result.briefs.filter(({ moves, notes }) => moves.length + notes.length > 0);
  return told.map((brief) => `${briefText(brief, page)}\n`).join('\n');
}

function briefText(brief: BriefHistory, page: Page): string {
  const { paint, columns } = page;
  const { id, title, path, status, deleted, moves } = brief;
  const state = deleted ? 'deleted' : (status ?? 'draft');
  const facts = [id, state, path].filter((fact) => fact !== null).join(' · ');
  const lines = [
    ...safeLines(title ?? path, columns).map((line) => paint.bold(line)),
    ...safeLines(facts, columns).map((line) => paint.dim(line)),
  ];
  const moved = afterAcceptance(moves);
  if (moved !== '') {
    const isGrave = moves.some(({ standing }) => standing === 'silent');
    const style: Style = isGrave ? (text) => paint.yellow(text) : plain;
    lines.push(...safeLines(`Moved since it was accepted: ${moved}.`, columns).map(style));
  }
  lines.push('');
  for (const events of grouped(storyOf(brief))) lines.push(...eventLines(events, page));
  return lines.join('\n');
}

function safeLines(text: string, columns: number): string[] {
  return wrap(printable(text, true), columns).map((line) => logSafe(line));
}

/** What one commit shaped before acceptance is told in one line; everything else on its own. */
function grouped(events: readonly (Move | Note)[]): (Move | Note)[][] {
  const groups: (Move | Note)[][] = [];
  for (const event of events) {
    const [before] = groups.at(-1) ?? [];
    const joins =
      before !== undefined &&
      isMove(before) &&
      isMove(event) &&
      before.standing === 'shaping' &&
      event.standing === 'shaping' &&
      before.commit === event.commit &&
      before.uncommitted === event.uncommitted;
    if (joins) groups.at(-1)?.push(event);
    else groups.push([event]);
  }
  return groups;
}

function eventLines(events: readonly (Move | Note)[], page: Page): string[] {
  const [first] = events as [Move | Note];
  const { paint, patch } = page;
  const day = dayOf(first);
  if (!isMove(first)) {
    const isGrave = isRecordFinding(first.note) || first.note === 'unreadable';
    const style: Style = isGrave ? (text) => paint.yellow(text) : plain;
    const lines = beside(day, noteWords(first), page, style);
    if (isGrave) lines.push(...below(commitWords(first), page, (text) => paint.dim(text)));
    if (isRecordFinding(first.note)) {
      if (first.before !== null)
        lines.push(...below(`- ${first.before}`, page, (text) => paint.red(text), 2));
      if (first.after !== null)
        lines.push(...below(`+ ${first.after}`, page, (text) => paint.green(text), 2));
    }
    return lines;
  }
  if (first.standing === 'shaping' && !patch) {
    const moves = events as readonly Move[];
    const names = [...new Set(moves.map((move) => field(move.field).label.toLowerCase()))].join(
      ', ',
    );
    return beside(day, `shaped: ${names}`, page, (text) => paint.dim(text));
  }
  return (events as readonly Move[]).flatMap((move, index) =>
    moveLines(index === 0 ? day : '', move, page),
  );
}

function moveLines(day: string, move: Move, page: Page): string[] {
  const { paint } = page;
  const silent = move.standing === 'silent';
  const head: Style = silent
    ? (text) => paint.yellow(paint.bold(text))
    : (text) => paint.bold(text);
  const tail: Style = silent ? (text) => paint.yellow(text) : plain;
  return [
    ...beside(day, headWords(move), page, head),
    ...valueLines(move, page),
    ...below(standingWords(move), page, tail),
    ...below(commitWords(move), page, (text) => paint.dim(text)),
  ];
}

/** Short values stand in one line, longer ones below each other; with --patch the words are marked. */
function valueLines(move: Move, page: Page): string[] {
  const { paint, patch } = page;
  const before = move.before === null ? undefined : printable(itemText(move.before), true);
  const after = move.after === null ? undefined : printable(itemText(move.after), true);
  if (before !== undefined && after !== undefined) {
    if (patch) return below(marked(before, after, paint), page, plain, 2, true);
    const short = `${before} → ${after}`;
    if (displayWidth(short) <= Math.min(60, page.columns - page.margin))
      return below(short, page, plain);
  }
  return [
    ...(before === undefined ? [] : below(`- ${before}`, page, (text) => paint.red(text), 2)),
    ...(after === undefined ? [] : below(`+ ${after}`, page, (text) => paint.green(text), 2)),
  ];
}

function marked(before: string, after: string, paint: Paint): string {
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

/** An event's first words, beside its day, or below it where there is no room. */
function beside(day: string, words: string, page: Page, style: Style): string[] {
  const { margin, columns, paint } = page;
  const lines = safeLines(words, columns - margin).map(style);
  const pad = ' '.repeat(margin);
  if (margin < 12) {
    const head = day === '' ? [] : [paint.dim(`  ${day}`)];
    return [...head, ...lines.map((line) => pad + line)];
  }
  return lines.map((line, index) => {
    return index === 0 ? `  ${paint.dim(day.padEnd(margin - 2))}${line}` : pad + line;
  });
}

function below(words: string, page: Page, style: Style, hanging = 0, painted = false): string[] {
  const room = page.columns - page.margin;
  const pad = ' '.repeat(page.margin);
  // Marked words carry their own colours: they are safe already, and are broken by the terminal.
  const lines = painted
    ? [logSafe(words)]
    : wrap(printable(words, true), room, hanging).map((line) => logSafe(line));
  return lines.map((line, index) => pad + (index === 0 ? '' : ' '.repeat(hanging)) + style(line));
}
