import type { OutcomeItem, Values } from '../brief/fields.ts';
import type { Closing, CriterionResult, End, JourneyKey } from '../lifecycle/close.ts';
import { GOAL_NAME, criterionName, outcomeCriteria } from '../agreement/outcome.ts';
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

/**
 * Asks how it ended; what is known already is not asked.
 *
 * @param before The answers from before, to be kept or changed.
 */
export async function askClosing(
  ask: Ask,
  values: Values,
  known: KnownClosing,
  before?: Closing,
): Promise<Closing> {
  let as = known.as ?? before?.as;
  let summary = known.summary ?? before?.summary ?? '';
  const results = new Map<string, OutcomeItem['result']>();
  for (const { what, result } of before?.criteria ?? []) results.set(what, result);
  for (const { what, result } of known.criteria) results.set(what, result);
  const journey: Partial<Record<JourneyKey, string>> = { ...before?.journey, ...known.journey };
  const isKnown = (what: string): boolean => known.criteria.some((one) => one.what === what);

  const steps: Step[] = [
    ...(known.as === undefined
      ? [
          async (first: boolean) => {
            const answer = await ask.choice<End>({ ...END, first }, END_OPTIONS, as);
            if (answer !== BACK) as = answer ?? as;
            return answer === BACK || as === undefined ? BACK : undefined;
          },
        ]
      : []),
    ...(known.summary === undefined
      ? [
          async (first: boolean) => {
            const answer = await ask.text({ ...OUTCOME, first }, summary);
            if (answer === BACK) return BACK;
            summary = answer;
          },
        ]
      : []),
    ...outcomeCriteria(values)
      .filter((what) => !isKnown(what))
      .map((what) => async (first: boolean) => {
        if (as !== 'done') return undefined;
        const question = { ...criterionQuestion(values, what), first };
        const answer = await ask.choice<CriterionResult>(
          question,
          RESULT_OPTIONS,
          results.get(what) as CriterionResult | undefined,
        );
        if (answer === BACK) return BACK;
        if (answer === undefined) results.delete(what);
        else results.set(what, answer);
      }),
    ...JOURNEY_KEYS.filter((key) => known.journey[key] === undefined).map(
      (key) => async (first: boolean) => {
        const question = { label: JOURNEY[key], ...QUESTIONS[key], first };
        const answer = await ask.text(question, journey[key] ?? '');
        if (answer === BACK) return BACK;
        if (answer === '') delete journey[key];
        else journey[key] = answer;
      },
    ),
  ];
  await inOrder(steps);
  const criteria = outcomeCriteria(values).flatMap((what): OutcomeItem[] => {
    const result = results.get(what);
    return as !== 'done' || result === undefined ? [] : [{ what, result }];
  });
  return { as: as as End, summary, criteria, journey };
}

/** One question; `BACK` where the person wants the one before it. */
type Step = (first: boolean) => Promise<typeof BACK | undefined | void>;

/** Puts the questions one after the other; the way back goes to the last one that was put. */
async function inOrder(steps: readonly Step[]): Promise<void> {
  for (let at = 0; at < steps.length;) {
    // oxlint-disable-next-line no-await-in-loop -- one question after the other
    const answer = await (steps[at] as Step)(at === 0);
    at = answer === BACK ? Math.max(0, at - 1) : at + 1;
  }
}

const END = { label: 'End', ask: 'How does it end?', required: true } as const;

const OUTCOME = {
  label: 'Outcome',
  ask: 'What came of it?',
  help: 'The result in a sentence or two, with the number that was asked for.',
  required: true,
} as const;

function criterionQuestion(values: Values, what: string): Question {
  const name = criterionName(values, what);
  const label = name === GOAL_NAME ? 'Goal' : 'Criterion';
  const count = values['quality.criteria']?.length ?? 0;
  const part = label === 'Criterion' && count > 1 ? `Criterion ${name} of ${count}` : undefined;
  return { label, ask: what, help: 'Does it hold?', ...(part === undefined ? {} : { part }) };
}
