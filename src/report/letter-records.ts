/** What happened to a brief since it was handed over: the agreement, the moves, the end. */
import { labelsOf } from '../agreement/record.ts';
import { isAccepted } from '../agreement/transitions.ts';
import { dateInWords } from '../brief/dates/date-words.ts';
import type { Change, FieldName, Values } from '../brief/fields.ts';
import { field } from '../brief/fields.ts';
import { parsePerson } from '../brief/people.ts';
import { itemText } from '../brief/value-text.ts';
import type { Item, Move } from '../history/types.ts';
import type { Block, LetterInput, Section } from './letter-parts.ts';
import { dayText, describeMove, describeStanding, namesOf } from './log-phrases.ts';
import { sentence } from './sentence.ts';

/** What was agreed, by whom and when; undefined before acceptance. */
export function agreementSection(values: Values): Section | undefined {
  if (!isAccepted(values)) return undefined;
  const heading = 'What was agreed';
  const { agreement } = values;
  if (agreement === undefined) {
    const text = 'It is marked as accepted; who agreed to it, when and how is not recorded.';
    return { heading, blocks: [{ kind: 'text', text }] };
  }
  const { date, by = values.delegate, 'recorded-by': recorder, backbrief } = agreement;
  const consent = {
    by: by ?? 'The delegate',
    ...(recorder === undefined ? {} : { 'recorded-by': recorder }),
  };
  const who = namesOf([consent]);
  const when = date === undefined ? '' : ` on ${dateInWords(date)}`;
  if (backbrief === undefined) {
    return { heading, blocks: [{ kind: 'text', text: `${who} accepted it${when}.` }] };
  }
  const text = `${who} accepted it${when}, and said it back so:`;
  return {
    heading,
    blocks: [
      { kind: 'text', text },
      { kind: 'words', text: backbrief },
    ],
  };
}

/** What moved since: from history with what it was and what it is, else what the brief records. */
export function movesSection({ values, moves }: LetterInput): Section | undefined {
  if (!isAccepted(values)) return undefined;
  const items =
    moves === undefined
      ? (values.changes ?? []).map(recordedText)
      : moves.filter(isAfterAcceptance).map(moveText);
  const nothing: Block = { kind: 'text', text: 'Nothing has moved since.' };
  const blocks: Block[] = items.length === 0 ? [nothing] : [{ kind: 'items', items }];
  return { heading: 'What moved since', blocks };
}

function recordedText(change: Change): string {
  const fields = change.fields.map((name) => labelsOf([name]));
  const date = change.date === undefined ? {} : { date: `${dateInWords(change.date)},` };
  return itemText({ ...change, ...date, fields });
}

/** A move in a few lines: what, from what to what, and whether it was agreed. */
function moveText(move: Move): string {
  const { field: name, before, after } = move;
  const sides = [
    before === null ? [] : [`${after === null ? 'It was' : 'From'}: ${sideText(name, before)}`],
    after === null ? [] : [`${before === null ? 'It is' : 'To'}: ${sideText(name, after)}`],
  ];
  // Which commit recorded it is of no use to somebody without git.
  const standing = sentence(describeStanding(withoutPlace(move)));
  const when = move.uncommitted === undefined ? dateInWords(dayText(move)) : 'Not final yet';
  return [`${when}: ${describeMove(move)}`, ...sides.flat(), standing].join('\n');
}

function sideText(name: FieldName, side: Item): string {
  if (typeof side !== 'string') return `${dateInWords(side.date)}: ${side.what}`;
  const { type } = field(name);
  return type === 'date' ? dateInWords(side) : side;
}

/** What counts once it was accepted; before that, and in what may change freely, nothing moved. */
function isAfterAcceptance({ standing }: Move): boolean {
  return standing !== 'shaping' && standing !== 'free';
}

/** Whose word a change waits for, by name. */
export function awaitedNames(moves: readonly Move[] = []): readonly string[] {
  const open = moves.filter(({ standing }) => standing === 'open');
  return [...new Set(open.flatMap(({ awaits }) => awaits.map((who) => parsePerson(who).name)))];
}

/** Which commit recorded it says nothing to who has no git; that one did stays. */
function withoutPlace(move: Move): Move {
  return { ...move, recordedIn: move.recordedIn === null ? null : move.commit };
}

/** Proposals and agreements that were taken back; undefined where there are none. */
export function withdrawnSection({ withdrawn = [] }: Values): Section | undefined {
  if (withdrawn.length === 0) return undefined;
  const items = withdrawn.map((record) => {
    const { date, by, reason, agreement } = record;
    const was = record['delegate-was'] ?? record['delegator-was'];
    const what = agreement === undefined ? 'The proposal' : 'The agreement';
    const who = by === undefined ? '' : ` by ${parsePerson(by).name}`;
    const when = date === undefined ? '' : ` on ${dateInWords(date)}`;
    const happened =
      was === undefined
        ? `${what} was taken back`
        : `It was taken over from ${parsePerson(was).name}, written down`;
    return `${happened}${who}${when}: ${reason ?? 'no reason given'}`;
  });
  return { heading: 'What was taken back', blocks: [{ kind: 'items', items }] };
}

/** How a closed brief ended; undefined for an open one. */
export function outcomeSection({ outcome }: Values): Section | undefined {
  if (outcome === undefined) return undefined;
  const { date, summary, criteria } = outcome;
  const blocks: Block[] = [];
  if (date !== undefined)
    blocks.push({ kind: 'text', text: `It was closed on ${dateInWords(date)}.` });
  if (summary !== undefined) blocks.push({ kind: 'words', text: summary });
  if (criteria.length > 0)
    blocks.push({ kind: 'items', items: criteria.map((item) => itemText(item)) });
  return { heading: 'How it ended', blocks };
}
