/**
 * A brief as a letter: for somebody who has no git, and is to read it, say it back or object. Here is
 * what it says and in which order; `letter-text`, `letter-markdown` and `letter-html` say how.
 */
import { statusOf } from '../agreement/transitions.ts';
import { dateInWords } from '../brief/dates/date-words.ts';
import { applies, isInSize } from '../brief/field-facts.ts';
import type { Field, Values } from '../brief/fields.ts';
import { ANSWERS, field } from '../brief/fields.ts';
import { answerSection, changesToAnswer } from './letter-answer.ts';
import { narrativeOf } from './letter-body.ts';
import type { Block, Letter, LetterInput, Section } from './letter-parts.ts';
import { nameOf } from './letter-parts.ts';
import {
  agreementSection,
  awaitedNames,
  movesSection,
  outcomeSection,
  withdrawnSection,
} from './letter-records.ts';
import { listed } from './log-phrases.ts';
import { choiceWords, plainValue } from './letter-values.ts';

/** Writes the letter of a brief. */
export function letterOf(input: LetterInput): Letter {
  const { values, path, language } = input;
  const title = values.title ?? path;
  const sections = [
    briefSection(values),
    agreementSection(values),
    movesSection(input),
    withdrawnSection(values),
    outcomeSection(values),
  ];
  return {
    title,
    subject: values.id === undefined ? title : `${title} (${values.id})`,
    language,
    lead: leadOf(input),
    sections: sections.filter((section) => section !== undefined),
    narrative: narrativeOf(input.body),
    answer: answerSection(input),
  };
}

function leadOf({ values, nextCheckIn, answerBy, moves }: LetterInput): string[] {
  const from = nameOf(values.delegator, 'Somebody who is not named yet');
  const to =
    values.delegate === undefined
      ? 'somebody who is not named yet'
      : `you, ${nameOf(values.delegate, '')}`;
  const status = statusOf(values);
  const standing = choiceWords(field('status'), status);
  const lines = [`${from} hands this over to ${to}.`, `Where it stands: ${standing}.`];
  if (nextCheckIn !== undefined) {
    lines.push(`The next check-in is on ${dateInWords(nextCheckIn)}.`);
  }
  if (status === 'proposed') {
    const by = answerBy === undefined ? '' : ` by ${dateInWords(answerBy)}`;
    const who = values.delegate === undefined ? 'Whoever takes it is' : 'You are';
    lines.push(`${who} asked to answer${by}: see the end.`);
  }
  const awaited = awaitedNames(moves);
  const asked = changesToAnswer(values).length;
  if (asked > 0) {
    lines.push(
      `${asked === 1 ? 'A change waits' : `${asked} changes wait`} for your word: see the end.`,
    );
  } else if (awaited.length > 0) {
    lines.push(`A change waits for the word of ${listed(awaited)}: see what moved.`);
  }
  return lines;
}

/** What stands at the head of the letter already, and needs no heading of its own. */
const IN_LEAD: ReadonlySet<string> = new Set(['title', 'delegator', 'delegate']);

function briefSection(values: Values): Section {
  const shown = ANSWERS.filter(({ name }) => !IN_LEAD.has(name));
  const fields = shown.flatMap((entry): Block[] => {
    const value = values[entry.name];
    if (value === undefined) return [];
    return [{ kind: 'field', label: entry.label, ask: entry.ask, value: plainValue(entry, value) }];
  });
  const who = nameOf(values.delegator, 'the person who hands it over');
  const note = `Under each heading stands the question that it answers; "you" in the questions is ${who}.`;
  return {
    heading: 'The brief',
    blocks: [{ kind: 'text', text: note }, ...fields, ...unsaid(values, shown)],
  };
}

/** What most briefs say and this one does not: what is not said is understood differently. */
function unsaid(values: Values, shown: readonly Field[]): Block[] {
  const missing = shown.filter(
    (entry) =>
      values[entry.name] === undefined && isInSize(entry, 'full') && applies(entry, values),
  );
  if (missing.length === 0) return [];
  const labels = missing.map(({ label }) => label.toLowerCase()).join(', ');
  return [{ kind: 'text', text: `It says nothing about: ${labels}. Ask where it matters to you.` }];
}
