/** How a move is recorded: in `changes`, with its reason and a new seal, and in the commit's trailers. */
import { seal } from '../brief/canonical.ts';
import type { Change, Values } from '../brief/fields.ts';
import { fieldOf } from '../brief/fields.ts';
import { readBrief } from '../brief/read.ts';
import { applyEdits } from '../brief/text-edit.ts';
import { addChange } from '../brief/yaml/edit.ts';

/** A move of what was agreed, as the one who makes it says it. */
export interface MoveRecord {
  readonly fields: readonly string[];
  readonly reason: string;
  /** Undefined while nobody has agreed to it. */
  readonly agreedBy?: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly date?: string | undefined;
}

/** The record of a move, with the seal of the criteria as they are now. */
export function changeOf({ date, fields, reason, agreedBy }: MoveRecord, values: Values): Change {
  return {
    ...(date === undefined ? {} : { date }),
    fields,
    reason,
    ...(agreedBy === undefined ? {} : { 'agreed-by': agreedBy }),
    criteria: seal(values),
  };
}

/** The text of a brief with the record of a move in it, sealed anew. */
export function withRecord(text: string, record: MoveRecord): string {
  const brief = readBrief(text);
  return applyEdits(text, addChange(brief, changeOf(record, brief.values)));
}

/** The trailers of a commit that records a move. */
export function moveTrailers({ fields, reason, agreedBy }: MoveRecord): [string, string][] {
  return [
    ...fields.map((name): [string, string] => ['Goalpost-Move', name]),
    ['Reason', reason],
    ...(agreedBy === undefined ? [] : [['Agreed-by', agreedBy] as [string, string]]),
  ];
}

/** The labels of fields, for a sentence: `due and guardrails`. */
export function labelsOf(fields: readonly string[]): string {
  const labels = fields.map((name) => fieldOf(name)?.label.toLowerCase() ?? name);
  if (labels.length <= 1) return labels.join('');
  return `${labels.slice(0, -1).join(', ')} and ${labels.at(-1)}`;
}
