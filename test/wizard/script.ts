/** An `Ask` that answers from a script: the wizard's logic, without a terminal. */
import type { Ask, Back, Option, Parse, Question } from '../../src/wizard/ask.ts';
import { PLAIN } from '../../src/report/paint.ts';
import { BACK, asTyped } from '../../src/wizard/ask.ts';

/** An answer; `BACK` goes back; a function may do something first. */
export type Answer =
  | string
  | readonly string[]
  | boolean
  | undefined
  | Back
  | ((question: Question) => Answer);

/** Thrown by a script that has ended, as Ctrl-C would be. */
export class ScriptEnded extends Error {}

export interface Script extends Ask {
  /** The questions in the order in which they were put, by label. */
  readonly asked: string[];
  readonly questions: Question[];
  readonly said: string[];
}

/**
 * Answers by the label of the question. An array of arrays or of texts is taken one by one when the
 * label is asked again; what the script does not name is left open, or gets what stood there.
 */
export function script(answers: Readonly<Record<string, readonly Answer[]>>): Script {
  const left = new Map(Object.entries(answers).map(([label, all]) => [label, [...all]]));
  const asked: string[] = [];
  const questions: Question[] = [];
  const said: string[] = [];
  function next(question: Question, initial: Answer): Answer {
    asked.push(question.label);
    questions.push(question);
    const all = left.get(question.label);
    let answer = all === undefined || all.length === 0 ? initial : all.shift();
    while (typeof answer === 'function') answer = answer(question);
    const empty = answer === undefined || answer === '' || (answer as unknown[]).length === 0;
    if (empty && question.required === true) {
      throw new ScriptEnded(`${question.label} is required, and the script has no answer`);
    }
    return answer;
  }
  function read<T>(question: Question, answer: string, parse: Parse<T>): T {
    const parsed = parse(answer);
    if ('problem' in parsed) throw new ScriptEnded(`${question.label}: ${parsed.problem}`);
    if (parsed.echo !== undefined) said.push(parsed.echo);
    return parsed.value;
  }
  return {
    asked,
    questions,
    said,
    async text(question, initial, parse = asTyped) {
      const answer = next(question, initial) as string | Back;
      if (answer === BACK || answer === '') return answer;
      return read(question, answer, parse);
    },
    async list<T>(question: Question, initial: readonly string[], parse?: Parse<T>) {
      const answer = next(question, initial) as readonly string[] | Back;
      if (answer === BACK) return answer;
      return answer.map((item) => read(question, item, parse ?? (asTyped as Parse<unknown>)) as T);
    },
    async choice<T>(question: Question, options: readonly Option<T>[], initial?: T) {
      const answer = next(question, initial as Answer);
      if (answer === BACK || answer === undefined) return answer;
      const found = options.find(({ value, name }) => value === answer || name === answer);
      if (found === undefined) throw new ScriptEnded(`${question.label} has no ${String(answer)}`);
      return found.value;
    },
    async many<T>(question: Question, options: readonly Option<T>[], initial: readonly T[]) {
      const answer = next(question, initial as readonly string[]);
      if (answer === BACK) return answer;
      const chosen = (answer ?? []) as readonly string[];
      return options
        .filter(({ name, value }) => chosen.includes(name) || chosen.includes(value as string))
        .map(({ value }) => value);
    },
    async confirm(question) {
      return next({ label: 'Confirm', ask: question }, true) as boolean;
    },
    async edit(text) {
      const answer = next({ label: 'Editor', ask: 'edit' }, text);
      return answer as string;
    },
    say(text) {
      said.push(text);
    },
    show(render) {
      said.push(render({ columns: 80, paint: PLAIN }));
    },
  };
}
