import type { AnyValue, Field, FieldName, Values } from '../brief/fields.ts';
import { isInsisted } from '../brief/field-facts.ts';
import { field, fieldOf } from '../brief/fields.ts';
import { namedWork, workOf } from '../brief/work.ts';
import type { Readiness } from './advice.ts';
import { adviseApproach } from './advice.ts';
import type { Ask, Back } from './ask.ts';
import { BACK } from './ask.ts';
import { askField } from './ask-field.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { KEYS } from './keys.ts';
import type { AskContext } from './parse-answer.ts';
import type { Step } from './questions.ts';
import { headingOf, needed, offered, openOffers, stepsOf } from './questions.ts';
import { askAble, askWilling } from './readiness.ts';

/** What an interview works with. */
export interface Interview extends AskContext {
  readonly ask: Ask;
  /** What is known already; a question about it is put with the answer filled in. */
  readonly known: Values;
  /** Fields that are settled, by flags or by a template: their questions are not put. */
  readonly settled: ReadonlySet<FieldName>;
  /** Words beside the title that tell the field of work: a template's name. */
  readonly about?: string | undefined;
  /** Where it goes on: the questions that were put before, and whether only the needed ones were. */
  readonly before?: Pick<KeptAnswers, 'asked' | 'hurried'> | undefined;
  /** Kept after each answer. */
  readonly save: (answers: KeptAnswers) => void;
}

/** How far an interview is. */
interface Progress {
  values: Values;
  /** What was put, in this order: the way back. */
  passed: Step[];
  /** Only what is needed is put. */
  hurried: boolean;
  /** The answers to the private questions, which are forgotten with the interview. */
  readiness: Readiness;
  /** What was chosen of the questions that are offered at the end. */
  chosen: readonly FieldName[];
}

/** Puts the questions; the values it returns are those of the whole brief. */
export async function interview(setup: Interview): Promise<Values> {
  const { ask, known, before, settled } = setup;
  const progress: Progress = {
    values: known,
    passed: (before?.asked ?? []).filter((name) => !settled.has(name)),
    hurried: before?.hurried === true,
    readiness: {},
    chosen: [],
  };
  ask.say(welcome(setup, progress));
  ask.say(
    `${KEYS.explain} explains a question, ${KEYS.back} goes back one, ${KEYS.hurry} asks only what is needed from there on, ${KEYS.editor} opens your editor. Ctrl-C stops: your answers are kept.`,
    'dim',
  );
  let step = nextStep(setup, progress);
  while (step !== undefined) {
    const isAnswered = await put(setup, progress, step);
    if (isAnswered) {
      progress.passed.push(step);
      keep(setup, progress, step);
      step = nextStep(setup, progress);
    } else {
      step = progress.passed.pop() ?? step;
    }
  }
  return progress.values;
}

/** How much will be asked: what is needed, and what can be left out. */
function welcome({ settled }: Interview, { values }: Progress): string {
  const open = (fields: readonly Field[]): number =>
    fields.filter(({ name }) => !settled.has(name) && values[name] === undefined).length;
  const most = open(needed(values));
  const answers = most === 1 ? '1 answer is needed' : `${most} answers are needed`;
  const more = open(offered(values));
  return more === 0
    ? `${answers}.`
    : `${answers}; ${more} more ${more === 1 ? 'is' : 'are'} offered, and Enter skips ${more === 1 ? 'it' : 'them'}.`;
}

function keep(setup: Interview, progress: Progress, step: Step): void {
  if (fieldOf(step) !== undefined) keepValues(setup, progress, progress.values);
}

function keepValues({ save }: Interview, { passed, hurried }: Progress, values: Values): void {
  const asked = passed.filter((name) => fieldOf(name) !== undefined) as FieldName[];
  save({ values, asked, hurried });
}

function nextStep(setup: Interview, progress: Progress): Step | undefined {
  return stepsOf(setup.settled, progress).find((step) => !progress.passed.includes(step));
}

/** Puts one question; false when the person wants the one before it. */
async function put(setup: Interview, progress: Progress, step: Step): Promise<boolean> {
  const { ask, settled } = setup;
  const { values } = progress;
  const part = headingOf(step, stepsOf(settled, progress));
  const hurryOn = (isAnswered = false): string =>
    hurry(setup, progress, isAnswered ? step : undefined);
  const more = { part, ...(progress.hurried ? {} : { hurry: hurryOn }) };
  switch (step) {
    case 'able':
    case 'willing': {
      const { readiness } = progress;
      const answer = await (step === 'able'
        ? askAble(ask, values, more, readiness.able)
        : askWilling(ask, more, readiness.willing));
      if (answer === BACK) return false;
      progress.readiness = { ...readiness, [step]: answer };
      return true;
    }
    case 'more':
      return askMore(setup, progress);
    default: {
      const answer = await askStep(setup, progress, field(step), more);
      if (answer === BACK) return false;
      progress.values = withValue(values, step, answer);
      return true;
    }
  }
}

/** From here on only what is needed is put; what is to be said about that. */
function hurry({ settled }: Interview, progress: Progress, answered: Step | undefined): string {
  progress.hurried = true;
  const left = needed(progress.values).filter(
    ({ name }) => !settled.has(name) && !progress.passed.includes(name) && name !== answered,
  ).length;
  return left === 1
    ? 'From here only what is needed: 1 answer.'
    : `From here only what is needed: ${left} answers.`;
}

async function askStep(
  setup: Interview,
  progress: Progress,
  entry: Field,
  more: Parameters<typeof askField>[4],
): Promise<AnyValue | undefined | Back> {
  const { ask, about = '', ...context } = setup;
  const { values, readiness } = progress;
  const advice = entry.name === 'approach' ? adviseApproach(readiness) : undefined;
  if (advice !== undefined) ask.say(`\nAdvice: ${advice.approach}. ${advice.why}`);
  return askField(ask, entry, values[entry.name] ?? advice?.approach, context, {
    ...more,
    required: isInsisted(entry, values),
    // The question counts as put only when it is answered: it is asked again with what there is.
    keep: (value) => keepValues(setup, progress, withValue(values, entry.name, value)),
    work: values.title === undefined ? namedWork(about) : workOf(`${values.title} ${about}`),
  });
}

/** Offers what most briefs do without; what is chosen of it is asked next. */
async function askMore({ ask, settled }: Interview, progress: Progress): Promise<boolean> {
  const { values, chosen } = progress;
  const answer = await ask.many(
    {
      label: 'More',
      ask: 'Anything more?',
      help: 'Space marks a line, Enter goes on. None is fine.',
    },
    openOffers(settled, progress).map((entry) => ({
      value: entry.name,
      name: entry.label,
      means: entry.ask,
    })),
    chosen,
  );
  if (answer === BACK) return false;
  progress.chosen = answer;
  // What was answered and is not wanted any more is taken out.
  const unwanted = chosen.filter((name) => !answer.includes(name));
  progress.values = unwanted.reduce((all, name) => withValue(all, name, undefined), values);
  return true;
}

/** The values with one of them set, or taken out. */
function withValue(values: Values, name: FieldName, value: AnyValue | undefined): Values {
  const { [name]: _before, ...rest } = values;
  return value === undefined ? rest : { ...rest, [name]: value };
}
