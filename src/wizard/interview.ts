import type { AnyValue, Field, FieldName, Values } from '../brief/fields.ts';
import { applies, isInsisted } from '../brief/field-facts.ts';
import { field } from '../brief/fields.ts';
import type { Readiness } from './advice.ts';
import { adviseApproach } from './advice.ts';
import type { Ask } from './ask.ts';
import { BACK } from './ask.ts';
import { askField } from './ask-field.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { KEYS } from './keys.ts';
import type { AskContext } from './parse-answer.ts';
import { OFFERED, QUESTIONS } from './questions.ts';

/** What an interview works with. */
export interface Interview extends AskContext {
  readonly ask: Ask;
  /** What is known already; a question about it is put with the answer filled in. */
  readonly known: Values;
  /** Fields that are settled, by flags or by a template: their questions are not put. */
  readonly settled: ReadonlySet<FieldName>;
  /** Kept after each answer. */
  readonly save: (answers: KeptAnswers) => void;
}

/** Puts the questions from `from` on; the values it returns are those of the whole brief. */
export async function interview(setup: Interview, from = 0): Promise<Values> {
  const { ask } = setup;
  let values: Values = setup.known;
  let at = from;
  let isForward = true;
  const askApproach = approachAsker(setup);
  ask.say(
    `Enter skips what is not required. ${KEYS.back} goes back a question, ${KEYS.editor} opens your editor. Ctrl-C stops: your answers are kept.`,
    'dim',
  );
  while (at < QUESTIONS.length) {
    const question = QUESTIONS[at] as Field;
    if (!isPut(setup, question, values)) {
      if (at === 0) isForward = true;
      at += isForward ? 1 : -1;
      continue;
    }
    const part = headingOf(setup, question, values);
    const required = isInsisted(question, values);
    const answer =
      question.name === 'approach'
        ? await askApproach(values, part)
        : await askField(ask, question, values[question.name], setup, { required, part });
    if (answer === BACK) {
      isForward = at === 0;
      at = Math.max(0, at - 1);
      continue;
    }
    values = withValue(values, question.name, answer);
    isForward = true;
    at++;
    setup.save({ values, at });
  }
  return askOffered(setup, values, at);
}

function isPut({ settled }: Interview, question: Field, values: Values): boolean {
  return !settled.has(question.name) && applies(question, values);
}

/** The heading of a part, with how far it is; undefined for a question that begins none. */
function headingOf(setup: Interview, { name, part }: Field, values: Values): string | undefined {
  const put = QUESTIONS.filter((question) => isPut(setup, question, values));
  if (put.find((question) => question.part === part)?.name !== name) return undefined;
  const parts = [...new Set(put.map((question) => question.part))];
  return `${part}, ${parts.indexOf(part) + 1} of ${parts.length}`;
}

/** The approach, with advice from the private answers, which are forgotten with the interview. */
function approachAsker(setup: Interview): (values: Values, part?: string) => Promise<AnyValue> {
  let readiness: Readiness | undefined;
  return async (values, part) => {
    for (;;) {
      readiness ??= await askReadiness(setup.ask, part);
      const advice = adviseApproach(readiness);
      if (advice !== undefined) setup.ask.say(`\nAdvice: ${advice.approach}. ${advice.why}`);
      const now = values.approach ?? advice?.approach;
      const answer = await askField(setup.ask, field('approach'), now, setup);
      if (answer !== BACK && answer !== undefined) return answer;
      readiness = undefined;
    }
  };
}

/** The two questions whose answers steer the advice and are kept nowhere. */
async function askReadiness(ask: Ask, part: string | undefined): Promise<Readiness> {
  for (;;) {
    const able = await ask.choice(
      {
        label: 'Able',
        ask: 'Is the person you have in mind able to solve this?',
        help: 'For my advice only: this answer and the next are kept nowhere. Best put to the person.',
        part,
        first: true,
      },
      [
        { value: 'yes' as const, name: 'yes', means: 'they have done the like' },
        { value: 'partly' as const, name: 'partly', means: 'some of it is new to them' },
        { value: 'no' as const, name: 'not yet', means: 'most of it is new to them' },
      ],
    );
    if (able === BACK) continue;
    const willing = await ask.choice(
      { label: 'Willing', ask: 'Are they willing: do they want it, and have they room for it?' },
      [
        { value: 'yes' as const, name: 'yes' },
        { value: 'unsure' as const, name: 'not sure' },
        { value: 'no' as const, name: 'no' },
      ],
    );
    if (willing !== BACK) return { able, willing };
  }
}

/** Offers what most briefs do without, and asks for what is chosen. */
async function askOffered(setup: Interview, start: Values, at: number): Promise<Values> {
  const open = OFFERED.filter(({ name }) => start[name] === undefined && !setup.settled.has(name));
  if (open.length === 0) return start;
  const chosen = await setup.ask.many(
    {
      label: 'More',
      ask: 'Anything more?',
      help: 'Space marks a line, Enter goes on. None is fine.',
    },
    open.map(({ name, label, ask }) => ({ value: name, name: label, means: ask })),
    [],
  );
  if (chosen === BACK) return askOffered(setup, start, at);
  let values = start;
  for (let index = 0; index < chosen.length; index++) {
    const name = chosen[index] as FieldName;
    const answer = await askField(setup.ask, field(name), values[name], setup);
    if (answer === BACK) {
      index = Math.max(-1, index - 2);
      continue;
    }
    values = withValue(values, name, answer);
    setup.save({ values, at });
  }
  return values;
}

/** The values with one of them set, or taken out. */
function withValue(values: Values, name: FieldName, value: AnyValue | undefined): Values {
  const { [name]: _before, ...rest } = values;
  return value === undefined ? rest : { ...rest, [name]: value };
}
