/**
 * The lines of `--format jsonl`: one JSON object a line, flat enough for the tables of a database, and the
 * shape of each. A value has one type in every line, lists are never null, and what a move was before and
 * after is a text. schema/line.schema.json is made from this.
 */
import * as v from 'valibot';
import { FIELDS } from '../../brief/fields.ts';
import { MODES } from '../../history/health-modes.ts';
import { EFFECTS, KINDS, NOTE_KINDS, STANDINGS } from '../../history/types.ts';
import { INBOX_KINDS } from '../../agreement/inbox-kinds.ts';
import type { InboxKindId } from '../../agreement/inbox-kinds.ts';
import { STATES } from '../../brief/check-ins.ts';
import type { FieldName } from '../../brief/fields.ts';
import { LINE_VERSION } from './version.ts';

const text = v.string();
const maybe = v.nullable(text);
const day = v.pipe(text, v.regex(/^\d{4}-\d{2}-\d{2}$/, 'is no day'));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const fieldName = v.picklist(FIELDS.map(({ name }) => name) as [FieldName, ...FieldName[]]);

const signature = v.object({ name: text, email: text });

/** In each line: the repository, and the brief that it is about. */
const place = {
  repository: text,
  brief: v.object({ id: maybe, title: maybe, path: text, status: maybe, deleted: v.boolean() }),
};

/** The revision that something happened in; `commit` is null where it is not committed. */
const revision = {
  commit: maybe,
  path: text,
  author: signature,
  committer: v.nullable(signature),
  date: maybe,
  authorDate: maybe,
  subject: text,
};

const difference = {
  field: fieldName,
  kind: v.picklist(KINDS),
  effect: v.picklist(EFFECTS),
  /** What changed within it: `40 → 20 minutes`. */
  difference: maybe,
  before: maybe,
  after: maybe,
};

const move = v.object({
  type: v.literal('move'),
  ...place,
  ...revision,
  ...difference,
  standing: v.picklist(STANDINGS),
  putsBack: v.boolean(),
  reason: maybe,
  by: maybe,
  agreedBy: v.array(v.object({ by: text, recordedBy: maybe })),
  awaits: v.array(text),
  objections: v.array(v.object({ date: maybe, by: maybe, reason: maybe })),
  recordedIn: maybe,
});

const note = v.object({
  type: v.literal('note'),
  ...place,
  ...revision,
  note: v.picklist(NOTE_KINDS),
  before: maybe,
  after: maybe,
  /** Of a pause: until when. */
  until: maybe,
});

/** The last line: what holds for the repository, and the numbers of what was told. */
const end = v.object({
  type: v.literal('end'),
  version: v.literal(LINE_VERSION),
  repository: text,
  shallow: v.boolean(),
  range: maybe,
  counts: v.object({
    briefs: count,
    moves: count,
    ...(Object.fromEntries(STANDINGS.map((name) => [name, count])) as Record<
      (typeof STANDINGS)[number],
      typeof count
    >),
    records: count,
    unreadable: count,
  }),
  warnings: v.array(text),
});

/** The first line of a report: what was read, and when. */
const repository = v.object({
  type: v.literal('repository'),
  version: v.literal(LINE_VERSION),
  repository: text,
  commit: maybe,
  language: text,
  made: day,
});

/** Where a brief stands; `text` is its file, and `accepted` what it was when it was accepted, as JSON. */
const state = v.object({
  type: v.literal('state'),
  ...place,
  delegator: maybe,
  delegate: maybe,
  due: maybe,
  nextCheckIn: maybe,
  lastCheckIn: maybe,
  state: v.nullable(v.picklist(STATES)),
  problem: maybe,
  text: maybe,
  accepted: maybe,
  /** What differs from what was accepted. */
  net: v.array(v.object({ ...difference, standing: v.picklist(STANDINGS) })),
  concerns: v.array(
    v.object({
      mode: v.picklist(MODES),
      certain: v.boolean(),
      evidence: v.array(v.object({ date: maybe, commit: maybe, text })),
      advice: text,
    }),
  ),
});

/** Something that waits for somebody; `command` answers it, or `refusal` where no is an answer too. */
const waits = v.object({
  type: v.literal('waits'),
  ...place,
  person: maybe,
  kind: v.picklist(INBOX_KINDS.map(({ id }) => id) as [InboxKindId, ...InboxKindId[]]),
  since: maybe,
  due: maybe,
  overdue: v.boolean(),
  text,
  command: text,
  refusal: maybe,
  ref: text,
});

/** What each kind of line tells. */
export const LINE_MEANINGS: Readonly<Record<Line['type'], string>> = {
  repository: 'The first line of a report: what was read, and on which day.',
  state:
    'Where a brief stands. "text" is its file, "accepted" what it was when it was accepted, as JSON, "net" what differs from that.',
  move: 'A move of one value of a brief. "difference" is what changed within it, where that can be named.',
  note: 'What else happened to a brief.',
  waits: 'Something that waits for somebody, with the command that answers it.',
  end: 'The last line: what holds for the repository, and the numbers of what was told.',
};

/** What a line may be. */
export const LINE = v.variant('type', [repository, state, move, note, waits, end]);

export type Line = v.InferOutput<typeof LINE>;
export type LineOf<Type extends Line['type']> = Extract<Line, { readonly type: Type }>;

/** The place of a line without its type. */
export type Place = Pick<LineOf<'move'>, 'repository' | 'brief'>;
