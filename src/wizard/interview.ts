import type { AnyValue, FieldName, Values } from '../brief/fields.ts';
import { field } from '../brief/fields.ts';
import type { Readiness } from './advice.ts';
import { adviseApproach } from './advice.ts';
import type { Ask, Back } from './ask.ts';
import { BACK } from './ask.ts';
import type { Draft } from './draft.ts';
import type { Setting, Step } from './steps.ts';
import { MORE, STEPS, askField, entryOf } from './steps.ts';
import { KEYS } from './terminal.ts';

/** What an interview works with. */
export interface Interview extends Setting {
  readonly ask: Ask;
  /** What is known already; a question about it is put with the answer filled in. */
  readonly known: Values;
  /** Answers that were given by flags: their questions are not put. */
  readonly given: ReadonlySet<FieldName>;
  /** Kept after each answer. */
  readonly save: (draft: Draft) => void;
}

/** Puts the questions from `from` on; the values it returns are those of the whole brief. */
export async function interview(setup: Interview, from = 0): Promise<Values> {
  const { ask } = setup;
  let values: Values = setup.known;
  let at = from;
  let ahead = true;
  const askApproach = approachAsker(setup);
  ask.say(
    `Enter skips what is not required. ${KEYS.back} goes back a question, ${KEYS.editor} opens your editor. Ctrl-C stops: your answers are kept.`,
    'dim',
  );
  while (at < STEPS.length) {
    const step = STEPS[at] as Step;
    const skipped = setup.given.has(step.name) || step.when?.(values) === false;
    if (skipped) {
      if (!ahead && at === 0) ahead = true;
      at += ahead ? 1 : -1;
      continue;
    }
    const part = partOf(setup, values, at);
    const answer =
      step.name === 'approach'
        ? await askApproach(values, part)
        : await putStep(setup, step, values, part);
    if (answer === BACK) {
      ahead = at === 0;
      at = Math.max(0, at - 1);
      continue;
    }
    values = withValue(values, step.name, answer);
    ahead = true;
    at++;
    setup.save({ values, at });
  }
  return more(setup, values, at);
}

/** The heading of a part, where one begins, with how far it is. */
function partOf(setup: Interview, values: Values, at: number): string | undefined {
  const put = STEPS.filter(({ name, when }) => !setup.given.has(name) && when?.(values) !== false);
  const step = STEPS[at] as Step;
  if (put.find(({ part }) => part === step.part) !== step) return undefined;
  const parts = [...new Set(put.map(({ part }) => part))];
  return `${step.part}, ${parts.indexOf(step.part) + 1} of ${parts.length}`;
}

async function putStep(
  setup: Interview,
  step: Step,
  values: Values,
  part: string | undefined,
): Promise<AnyValue | undefined | Back> {
  const required = entryOf(step).required === true || step.required?.(values) === true;
  return askField(setup.ask, entryOf(step), values[step.name], setup, { required, part });
}

/** The approach, with advice from the private answers, which are forgotten with the interview. */
function approachAsker(setup: Interview): (values: Values, part?: string) => Promise<AnyValue> {
  let readiness: Readiness | undefined;
  return async (values, part) => {
    for (;;) {
      readiness ??= await privately(setup.ask, part);
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
async function privately(ask: Ask, part: string | undefined): Promise<Readiness> {
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

async function more(setup: Interview, start: Values, at: number): Promise<Values> {
  const open = MORE.filter((name) => start[name] === undefined && !setup.given.has(name));
  if (open.length === 0) return start;
  const chosen = await setup.ask.many(
    {
      label: 'More',
      ask: 'Anything more?',
      help: 'Space marks a line, Enter goes on. None is fine.',
    },
    open.map((name) => ({ value: name, name: field(name).label, means: field(name).ask })),
  );
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
