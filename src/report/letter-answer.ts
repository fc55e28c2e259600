/** How somebody answers a letter: in their own words, or with what stands in the way. */
import type { StandingChange } from '../agreement/change-standing.ts';
import { currentStandings, namesField } from '../agreement/change-standing.ts';
import { labelsOf } from '../agreement/record.ts';
import type { Status } from '../agreement/transitions.ts';
import { isAccepted, statusOf } from '../agreement/transitions.ts';
import { dateInWords } from '../brief/dates/date-words.ts';
import type { Change, Values } from '../brief/fields.ts';
import { field } from '../brief/fields.ts';
import { parsePerson } from '../brief/people.ts';
import { itemText } from '../brief/value-text.ts';
import type { Block, LetterInput, Section } from './letter-parts.ts';
import { nameOf } from './letter-parts.ts';
import { sentence } from './sentence.ts';

/** How to answer, or what to do when something changes; undefined for a closed brief. */
export function answerSection(input: LetterInput): Section | undefined {
  const write = SECTIONS[statusOf(input.values)];
  return write?.(input);
}

const SECTIONS: Readonly<Record<Status, ((input: LetterInput) => Section) | undefined>> = {
  draft: draftSection,
  proposed: proposedSection,
  accepted: agreedSection,
  paused: agreedSection,
  done: undefined,
  cancelled: undefined,
};

function proposedSection(input: LetterInput): Section {
  const delegate = nameOf(input.values.delegate, 'Whoever takes it');
  return {
    heading: `Your answer`,
    blocks: [
      text(`${delegate}, either of these is a good answer, in a few sentences:`),
      {
        kind: 'items',
        items: [
          'You take it on. Say it back in your own words: what you will reach, what lies outside, what is yours to decide, and what you need for it. Not the goal word for word: own words show early where two people understood it differently.',
          'You object. Say what is missing or cannot work, or what you would change so that you could take it on. Nothing is agreed then, and it is shaped further.',
        ],
      },
      ...whereTo(input),
      text('Your words go into the brief under your name, as you wrote them.'),
    ],
  };
}

function draftSection(input: LetterInput): Section {
  return {
    heading: 'If something is missing',
    blocks: [
      text(
        'This is a draft: nothing is agreed, and no answer is due yet. If something is missing or cannot work, now is the best time to say so.',
      ),
      ...whereTo(input),
    ],
  };
}

/** The recorded changes that wait for the delegate's word, whom the letter is to. */
export function changesToAnswer(values: Values): readonly StandingChange[] {
  if (!isAccepted(values) || values.delegate === undefined) return [];
  return currentStandings(values).filter(
    ({ standing, awaited }) => standing === 'open' && awaited.includes('delegate'),
  );
}

/** Asks for the word on what changed: from what to what, why, and how to say it. */
function changeSection(input: LetterInput, changes: readonly StandingChange[]): Section {
  const { values } = input;
  const one = changes.length === 1;
  return {
    heading: one ? 'Your word on a change' : 'Your word on the changes',
    blocks: [
      text(
        `${nameOf(values.delegator, 'Somebody')} asks for your word on ${one ? 'this' : 'these'}. Nothing of it is agreed until you have said yes.`,
      ),
      { kind: 'items', items: changes.map(({ change }) => changeText(input, change)) },
      text(
        `Answer in a sentence: say that you agree, or say what you have against it${one ? '' : ', for each of them'}. Your words go into the brief under your name.`,
      ),
      ...whereTo(input),
    ],
  };
}

function changeText({ values, moves = [] }: LetterInput, change: Change): string {
  const { fields, reason, by = values.delegator, date } = change;
  const own = moves.filter(
    (move) =>
      move.standing === 'open' &&
      namesField(fields, move.field) &&
      move.reason === (reason ?? null),
  );
  const shown = own.map(({ field: name, before, after }) => {
    const [from, to] = [before, after].map((item) =>
      item === null ? undefined : dateInWords(itemText(item)),
    );
    const { label } = field(name);
    if (from !== undefined && to !== undefined) return `${label}: from "${from}" to "${to}".`;
    return to === undefined ? `${label}: taken out: "${from}".` : `${label}: new: "${to}".`;
  });
  const told = own.length === 0 ? [`${labelsOf(fields)} changed.`] : shown;
  const when = date === undefined ? '' : ` on ${dateInWords(date)}`;
  const why = reason === undefined ? 'No reason is given.' : `Why: ${sentence(reason)}`;
  return `${told.join(' ')} ${why} (${nameOf(by, 'Somebody')} wrote it down${when}.)`;
}

function agreedSection(input: LetterInput): Section {
  const open = changesToAnswer(input.values);
  if (open.length > 0) return changeSection(input, open);
  return {
    heading: 'If something changes',
    blocks: [
      text(
        'What was agreed can move, when both say so. If something here no longer holds, or you need something that is not here, say what should change, and why.',
      ),
      ...whereTo(input),
    ],
  };
}

/** Whom to write to, and by when: no date is told that nobody has set. */
function whereTo({ values, answerBy }: LetterInput): Block[] {
  const { delegator } = values;
  const isProposed = statusOf(values) === 'proposed';
  const none = isProposed ? [text('No date is set for the answer.')] : [];
  const when = answerBy === undefined ? none : [text(`Please answer by ${dateInWords(answerBy)}.`)];
  if (delegator === undefined) return when;
  const { name, email } = parsePerson(delegator);
  return [{ kind: 'write-to', name, address: email }, ...when];
}

function text(words: string): Block {
  return { kind: 'text', text: words };
}
