import type { OutcomeItem, Values } from '../brief/fields.ts';
import type { Closing, CriterionResult, End, JourneyKey } from '../lifecycle/close.ts';
import { outcomeCriteria } from '../agreement/outcome.ts';
import { JOURNEY, JOURNEY_KEYS } from '../lifecycle/close.ts';
import type { Ask, Option, Question } from './ask.ts';
import { BACK } from './ask.ts';

/** The questions on the journey. */
const QUESTIONS: Readonly<Record<JourneyKey, Pick<Question, 'ask' | 'help'>>> = {
  helped: { ask: 'What helped?', help: 'Context, people, decisions that made it easier.' },
  influence: {
    ask: 'What came from what the delegate decided and did?',
    help: 'Look at what was in their sphere of influence.',
  },
  outside: {
    ask: 'What was outside of their influence?',
    help: 'Risks that came true, changes around it, a problem without a solution.',
  },
  followUp: {
    ask: 'How did the delegator follow up?',
    help: 'As agreed, too little, too much; available when needed?',
  },
  next: { ask: 'What would you both do differently next time?' },
};

const END_OPTIONS = [
  { value: 'done', name: 'done', means: 'it came to its end, whatever the result' },
  { value: 'cancelled', name: 'cancelled', means: 'it is given up' },
] as const;

const RESULT_OPTIONS = [
  { value: 'met', name: 'met', means: 'it holds' },
  { value: 'partly', name: 'partly', means: 'some of it holds' },
  { value: 'missed', name: 'missed', means: 'it does not hold' },
] as const satisfies readonly Option<CriterionResult>[];

/** What is known of the end before anything is asked. */
interface KnownClosing extends Pick<Closing, 'criteria' | 'journey'> {
  readonly as: End | undefined;
  readonly summary: string | undefined;
}

/** Asks how it ended; what is known already is not asked. */
export async function askClosing(ask: Ask, values: Values, known: KnownClosing): Promise<Closing> {
  const as =
    known.as ??
    (await untilAnswered(() =>
      ask.choice<End>(
        { label: 'End', ask: 'How does it end?', required: true, first: true },
        END_OPTIONS,
      ),
    ));
  const summary = known.summary ?? (await untilAnswered(() => ask.text(OUTCOME, '')));
  const criteria = as === 'done' ? await askResults(ask, values, known.criteria) : [];
  return { as, summary, criteria, journey: await askJourney(ask, known.journey) };
}

const OUTCOME = {
  label: 'Outcome',
  ask: 'What came of it?',
  help: 'The result in a sentence or two, with the number that was asked for.',
  required: true,
  first: true,
} as const;

async function askResults(
  ask: Ask,
  values: Values,
  known: readonly OutcomeItem[],
): Promise<OutcomeItem[]> {
  const criteria: OutcomeItem[] = [];
  for (const what of outcomeCriteria(values)) {
    const question = { label: 'Criterion', ask: what, help: 'Does it hold?' };
    const result =
      known.find((item) => item.what === what)?.result ??
      (await ask.choice<CriterionResult>(question, RESULT_OPTIONS));
    if (result !== undefined && result !== BACK) criteria.push({ what, result });
  }
  return criteria;
}

async function askJourney(ask: Ask, known: Closing['journey']): Promise<Closing['journey']> {
  const journey: Partial<Record<JourneyKey, string>> = { ...known };
  for (const key of JOURNEY_KEYS) {
    if (journey[key] !== undefined) continue;
    const answer = await ask.text({ label: JOURNEY[key], ...QUESTIONS[key] }, '');
    if (answer !== BACK && answer !== '') journey[key] = answer;
  }
  return journey;
}

async function untilAnswered<T>(question: () => Promise<T | undefined | typeof BACK>): Promise<T> {
  for (;;) {
    const answer = await question();
    if (answer !== BACK && answer !== undefined) return answer;
  }
}
