/** What moved since a brief was agreed to, at its place: over it, beside it, and for a hover. */
import type { CodeLens, InlayHint, Range } from 'vscode-languageserver';
import { movedFields } from '../agreement/seals.ts';
import type { Values } from '../brief/fields.ts';
import { clip, itemText } from '../brief/value-text.ts';
import type { FieldChange, Item } from '../history/types.ts';
import { movesBetween } from '../lint/moved.ts';
import { markdownText } from '../report/escape.ts';
import { describeMove } from '../report/log-phrases.ts';
import { printable } from '../printable.ts';
import { lensOf } from './acting.ts';
import type { View } from './view.ts';
import { toRange } from './view.ts';

/** The command with which an editor asks what moved in a document. */
export const MOVES = 'delegate.moves';

/** A field that moved. */
export interface Moved {
  readonly move: FieldChange;
  /** Where its key stands. */
  readonly range: Range;
  /** No record says so. */
  readonly isSilent: boolean;
}

/** What of an open brief git has. */
export interface Before {
  /** What was accepted at first. */
  readonly agreed: Values | undefined;
  /** What the newest seal was made of; undefined where the criteria are those of it. */
  readonly sealed: Values | undefined;
}

/** The fields that moved since the agreement, from the top. */
export function movedIn(view: View, { agreed, sealed }: Before): readonly Moved[] {
  const { places, values, readable } = view.brief;
  const before = agreed ?? sealed;
  if (before === undefined || !readable) return [];
  const silent = new Set<string>(sealed === undefined ? [] : movedFields(sealed, values));
  return movesBetween(before, values).map((move) => {
    const place = places.get(move.field);
    const range = toRange(view, place?.key ?? { start: 0, end: 0 });
    return { move, range, isSilent: silent.has(move.field) };
  });
}

/** Over each field that moved in silence: from what to what, and the way to record it. */
export function movedLenses(view: View, moved: readonly Moved[], canAct: boolean): CodeLens[] {
  return moved
    .filter(({ isSilent }) => isSilent)
    .map(({ move, range }) => {
      const title = `${describeMove(move)}: moved, and not recorded`;
      return lensOf(view, range, printable(title, true), canAct ? 'amend' : undefined);
    });
}

/** Beside each field what it was. */
export function movedHints(view: View, moved: readonly Moved[]): InlayHint[] {
  return moved.map(({ move, range }) => {
    const { line } = range.start;
    const character = (view.lines.line(line + 1) ?? '').trimEnd().length;
    return { position: { line, character }, label: hintText(move), paddingLeft: true };
  });
}

/** What changed within it where that can be named: a long line would be broken. */
function hintText({ before, after, note }: FieldChange): string {
  if (note !== undefined) return printable(clip(note, 60), true);
  return before === null ? `new: ${shortly(after)}` : `was: ${shortly(before)}`;
}

/** A mark in the margin, with what is shown over it. */
export interface MovedMark {
  readonly range: Range;
  readonly isSilent: boolean;
  readonly markdown: string;
}

/** The marks for an editor that shows them. */
export function movedMarks(moved: readonly Moved[]): MovedMark[] {
  return moved.map(({ move, range, isSilent }) => ({
    range,
    isSilent,
    markdown: [
      `**${markdownText(describeMove(move))}**`,
      '',
      `- agreed: ${valueMarkdown(move.before)}`,
      `- now: ${valueMarkdown(move.after)}`,
      '',
      isSilent ? 'No record says so: record it with `delegate amend`.' : 'It is recorded.',
    ].join('\n'),
  }));
}

function shortly(item: Item | null): string {
  return item === null ? '' : printable(clip(itemText(item), 60), true);
}

function valueMarkdown(item: Item | null): string {
  return item === null ? 'nothing' : markdownText(itemText(item).replace(/\s+/g, ' '));
}
