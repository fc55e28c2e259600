/** How a move is recorded: in `changes`, with its reason and a new seal, and in the commit's trailers. */
import { seal } from '../brief/canonical.ts';
import type { Change, Consent, Values } from '../brief/fields.ts';
import { fieldOf } from '../brief/fields.ts';
import { readBrief } from '../brief/read.ts';
import { applyEdits } from '../brief/text-edit.ts';
import { addChange } from '../brief/yaml/edit.ts';

/** A move of what was agreed, as the one who makes it says it. */
export interface MoveRecord {
  readonly fields: readonly string[];
  readonly reason: string;
  /** Who records it, `Name <email>`; undefined stands for the delegator. */
  readonly by?: string | undefined;
  /** Nothing but case, punctuation or quotation marks moved. */
  readonly reworded?: boolean | undefined;
  /** Who else has agreed to it. */
  readonly agreedBy?: readonly Consent[] | undefined;
  /** `YYYY-MM-DD`. */
  readonly date?: string | undefined;
}

/** The record of a move, with the seal of the criteria as they are now. */
export function changeOf(record: MoveRecord, values: Values): Change {
  const { date, fields, reason, by, reworded, agreedBy = [] } = record;
  return {
    ...(date === undefined ? {} : { date }),
    fields,
    reason,
    ...(by === undefined ? {} : { by }),
    ...(reworded === true ? { kind: 'reworded' as const } : {}),
    ...(agreedBy.length === 0 ? {} : { 'agreed-by': agreedBy }),
    criteria: seal(values),
  };
}

/** The text of a brief with the record of a move in it, sealed anew. */
export function withRecord(text: string, record: MoveRecord): string {
  const brief = readBrief(text);
  return applyEdits(text, addChange(brief, changeOf(record, brief.values)));
}

/** The trailers of a commit that records a move: they explain it; what counts is the file's record. */
export function moveTrailers({ fields, reason, agreedBy = [] }: MoveRecord): [string, string][] {
  return [
    ...fields.map((name): [string, string] => ['Goalpost-Move', name]),
    ['Reason', reason],
    ...agreedBy.map(({ by }): [string, string] => ['Agreed-by', by]),
  ];
}

/** What a recorded change is known by: all that stays as it was written, whoever agrees later. */
export function changeKey({ date, fields, reason, by, kind, criteria }: Change): string {
  return JSON.stringify([date, fields, reason, by, kind, criteria]);
}

/** The labels of fields, for a sentence: `due and guardrails`. */
export function labelsOf(fields: readonly string[]): string {
  const labels = fields.map((name) => fieldOf(name)?.label.toLowerCase() ?? name);
  if (labels.length <= 1) return labels.join('');
  return `${labels.slice(0, -1).join(', ')} and ${labels.at(-1)}`;
}
