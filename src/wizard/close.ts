import type { Values } from '../brief/fields.ts';
import type { OutcomeItem } from '../brief/fields.ts';
import type { RESULTS } from '../brief/shape-records.ts';
import type { Ask, Question } from './ask.ts';
import { BACK } from './ask.ts';

export type ResultOf = (typeof RESULTS)[number];

/** The questions on the journey: what is learned from how it went, whatever came out. */
export const JOURNEY = [
  {
    key: 'helped',
    label: 'What helped',
    ask: 'What helped?',
    help: 'Context, people, decisions that made it easier.',
  },
  {
    key: 'influence',
    label: "Within the delegate's influence",
    ask: 'What came from what the delegate decided and did?',
    help: 'Look at what was in their sphere of influence.',
  },
  {
    key: 'outside',
    label: 'Outside of it',
    ask: 'What was outside of their influence?',
    help: 'Risks that came true, changes around it, a problem without a solution.',
  },
  {
    key: 'followUp',
    label: 'How the delegator followed up',
    ask: 'How did the delegator follow up?',
    help: 'As agreed, too little, too much; available when needed?',
  },
  {
    key: 'next',
    label: 'What to do differently',
    ask: 'What would you both do differently next time?',
  },
] as const satisfies readonly (Question & { key: string })[];

export type JourneyKey = (typeof JOURNEY)[number]['key'];

/** How a brief ended. */
export interface Ended {
  readonly as: 'done' | 'cancelled';
  readonly summary: string;
  readonly criteria: readonly OutcomeItem[];
  readonly journey: Readonly<Partial<Record<JourneyKey, string>>>;
}

/** What an outcome is held against: the goal and each criterion of quality. */
export function heldAgainst(values: Values): readonly string[] {
  const goal = values.goal === undefined ? [] : [values.goal];
  return [...goal, ...(values['quality.criteria'] ?? [])];
}

const MEANS: Readonly<Record<ResultOf, string>> = {
  met: 'it holds',
  partly: 'some of it holds',
  missed: 'it does not hold',
};

/** Asks how it ended; what the flags have said already is not asked. */
export async function askEnd(ask: Ask, values: Values, known: Partial<Ended>): Promise<Ended> {
  const as =
    known.as ??
    (await insisted(() =>
      ask.choice<'done' | 'cancelled'>(
        { label: 'End', ask: 'How does it end?', required: true, first: true },
        [
          { value: 'done', name: 'done', means: 'it came to its end, whatever the result' },
          { value: 'cancelled', name: 'cancelled', means: 'it is given up' },
        ],
      ),
    ));
  const summary =
    known.summary ??
    (await insisted(() =>
      ask.text(
        {
          label: 'Outcome',
          ask: 'What came of it?',
          help: 'The result in a sentence or two, with the number that was asked for.',
          required: true,
          first: true,
        },
        '',
      ),
    ));
  const given = known.criteria ?? [];
  const criteria: OutcomeItem[] = [];
  for (const what of as === 'done' ? heldAgainst(values) : []) {
    const before = given.find((item) => item.what === what);
    const result =
      before?.result ??
      (await ask.choice<ResultOf>(
        { label: 'Criterion', ask: what, help: 'Does it hold?' },
        (Object.keys(MEANS) as ResultOf[]).map((value) => ({
          value,
          name: value,
          means: MEANS[value],
        })),
      ));
    if (result !== undefined && result !== BACK) criteria.push({ what, result });
  }
  const journey: Partial<Record<JourneyKey, string>> = { ...known.journey };
  for (const question of JOURNEY) {
    if (journey[question.key] !== undefined) continue;
    const answer = await ask.text(question, '');
    if (answer !== BACK && answer !== '') journey[question.key] = answer;
  }
  return { as, summary, criteria, journey };
}

async function insisted<T>(put: () => Promise<T | undefined | typeof BACK>): Promise<T> {
  for (;;) {
    const answer = await put();
    if (answer !== BACK && answer !== undefined) return answer;
  }
}
