/** What moved in an accepted brief since it was last agreed, and the record of it. */
import { canonicalOf, seal, sealMatches } from '../../brief/canonical.ts';
import { addChange } from '../../brief/yaml/edit.ts';
import type { Change, Field, FieldName, Values } from '../../brief/fields.ts';
import { FIELDS, field } from '../../brief/fields.ts';
import { currentSeal } from '../../agreement/transitions.ts';
import { samePerson } from '../../brief/people.ts';
import { readBrief } from '../../brief/read.ts';
import { commitsOf, committedText } from '../../git/revision.ts';
import type { Life } from './session.ts';
import { editing } from './session.ts';

/** So many revisions of a brief are looked at for the one that was agreed to. */
const MOST_REVISIONS = 500;

/** The values that the newest seal is of: in git, or in the file itself; undefined when not found. */
export async function agreedValues({ brief, workspace, path }: Life): Promise<Values | undefined> {
  const newest = currentSeal(brief.values);
  if (newest === undefined) return undefined;
  if (sealMatches(newest, brief.values)) return brief.values;
  const { repository } = workspace;
  if (repository === undefined) return undefined;
  for (const commit of await commitsOf(repository, path, MOST_REVISIONS)) {
    const text = await committedText(repository, path, commit);
    const values = text === undefined ? undefined : readBrief(text).values;
    if (values !== undefined && sealMatches(newest, values)) return values;
  }
  return undefined;
}

/** The fields of a group that differ, in the table's order. */
export function movedFields(
  before: Values,
  after: Values,
  groups: readonly Field['group'][],
): FieldName[] {
  return FIELDS.filter(({ group }) => groups.includes(group))
    .map(({ name }) => name)
    .filter((name) => {
      const one = canonicalOf(before[name]);
      const other = canonicalOf(after[name]);
      return JSON.stringify(one) !== JSON.stringify(other);
    });
}

/** What a record of a move is made of. */
export interface MoveRecord {
  readonly fields: readonly FieldName[];
  readonly reason: string;
  readonly agreedBy: string | undefined;
}

/** The text with a record of the move, sealed anew. */
export function recorded(text: string, record: MoveRecord, today: string): string {
  const { values } = readBrief(text);
  const change: Change = {
    date: today,
    fields: record.fields,
    reason: record.reason,
    ...(record.agreedBy === undefined ? {} : { 'agreed-by': record.agreedBy }),
    criteria: seal(values),
  };
  return editing(text, (brief) => addChange(brief, change));
}

/** The trailers of a commit that records a move. */
export function moveTrailers({ fields, reason, agreedBy }: MoveRecord): [string, string][] {
  return [
    ...fields.map((name): [string, string] => ['Goalpost-Move', name]),
    ['Reason', reason],
    ...(agreedBy === undefined ? [] : [['Agreed-by', agreedBy] as [string, string]]),
  ];
}

/** What there is to say about who agreed: told, not forbidden. */
export function agreementRemarks(values: Values, agreedBy: string | undefined): string[] {
  const { delegate, delegator } = values;
  if (agreedBy === undefined) {
    return ['Nobody has agreed to it yet; lint will say so until "agreed-by" names somebody.'];
  }
  if (delegate !== undefined && samePerson(agreedBy, delegate)) return [];
  if (delegator !== undefined && samePerson(agreedBy, delegator)) {
    return [`Only the delegator has agreed; ${delegate ?? 'the delegate'} has not.`];
  }
  return [`Agreed by ${agreedBy}; the delegate is ${delegate ?? 'not named'}.`];
}

/** The labels of fields, for a subject: `due and guardrails moved`. */
export function labels(fields: readonly FieldName[]): string {
  const names = fields.map((name) => field(name).label.toLowerCase());
  if (names.length <= 1) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
