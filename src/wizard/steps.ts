/** The order of the questions, and how the answer to each type of field is read. */
import { WEEKDAYS } from '../brief/dates/calendar.ts';
import { otherCadenceForm, parseCadence } from '../brief/dates/cadence.ts';
import { parseDate } from '../brief/dates/parse-date.ts';
import type { AnyValue, Field, FieldName, Milestone, Values } from '../brief/fields.ts';
import { field } from '../brief/fields.ts';
import { ID_PATTERN } from '../brief/id.ts';
import type { Ask, Back, Question, Reading } from './ask.ts';
import { BACK } from './ask.ts';

/** One question of the interview. */
export interface Step {
  /** What it belongs to: what a person counts as one question. */
  readonly part: string;
  readonly name: FieldName;
  /** Asked only when this holds; otherwise it would be a question about nothing. */
  readonly when?: (values: Values) => boolean;
  /** Insisted on, where the table does not. */
  readonly required?: (values: Values) => boolean;
}

const always = (): boolean => true;
const isExecution = ({ approach }: Values): boolean => approach === 'execution';

/** The questions in the essay's order. What is not here stands behind "anything more?". */
export const STEPS: readonly Step[] = [
  { part: 'Approach', name: 'approach' },
  { part: 'Name', name: 'title', required: always },
  { part: 'Goal', name: 'goal' },
  { part: 'Why', name: 'why' },
  { part: 'Why', name: 'intended-use' },
  { part: 'Scope', name: 'scope.in' },
  { part: 'Scope', name: 'scope.out' },
  { part: 'Quality', name: 'quality.bar' },
  { part: 'Quality', name: 'quality.criteria' },
  { part: 'Guardrails', name: 'guardrails' },
  { part: 'Plan', name: 'plan', when: isExecution, required: always },
  { part: 'Time and means', name: 'timeline.due' },
  { part: 'Time and means', name: 'resources' },
  { part: 'People', name: 'delegator' },
  { part: 'People', name: 'delegate' },
  { part: 'Experience', name: 'fit.experience' },
  {
    part: 'Experience',
    name: 'fit.support',
    when: (values) => values['fit.experience'] !== 'done-before',
  },
  { part: 'Decisions', name: 'decision-rights.delegate', when: (values) => !isExecution(values) },
  { part: 'Decisions', name: 'decision-rights.ask-first' },
  { part: 'Decisions', name: 'escalation' },
  { part: 'Check-ins', name: 'check-ins.every' },
  {
    part: 'Check-ins',
    name: 'check-ins.day',
    when: (values) => /week|month/.test(values['check-ins.every'] ?? ''),
  },
];

/** The fields that are asked only of those who want more. */
export const MORE: readonly FieldName[] = [
  'trade-off',
  'solution-known',
  'availability',
  'growth',
  'assumptions',
  'timeline.milestones',
  'check-ins.how',
  'parent',
];

/** What asking needs to know of the world. */
export interface Setting {
  readonly today: string;
  /** The ids of the briefs that are there. */
  readonly ids: () => readonly string[];
}

function longDate(date: string): string {
  const day = WEEKDAYS[new Date(Date.parse(date)).getUTCDay()] ?? '';
  return `= ${day.slice(0, 1).toUpperCase()}${day.slice(1)}, ${date}`;
}

function dateReading(today: string): Reading {
  return {
    wrong: (answer) =>
      parseDate(answer, today) === undefined
        ? 'That is no date I can read. Write 2026-06-30, in 6 weeks, or end of june.'
        : undefined,
    understood: (answer) => {
      const date = parseDate(answer, today);
      return date === undefined ? undefined : longDate(date);
    },
  };
}

function cadence(answer: string): string | undefined {
  return parseCadence(answer) === undefined ? otherCadenceForm(answer) : answer;
}

/** Reads `2026-05-15: what is there by then`; the date may be said in any way. */
export function readMilestone(text: string, today: string): Milestone | undefined {
  const colon = text.indexOf(':');
  const date = colon < 0 ? undefined : parseDate(text.slice(0, colon), today);
  const what = text.slice(colon + 1).trim();
  return date === undefined || what === '' ? undefined : { date, what };
}

/**
 * Asks for one field, by its entry in the table.
 *
 * @returns The value; undefined when it is left open; BACK for the question before.
 */
export async function askField(
  ask: Ask,
  entry: Field,
  now: AnyValue | undefined,
  setting: Setting,
  how: { readonly required?: boolean; readonly part?: string | undefined } = {},
): Promise<AnyValue | undefined | Back> {
  const { today } = setting;
  const { ask: asked, label, help } = entry;
  const { required = entry.required === true, part } = how;
  // A choice shows all there is, and what the help says already needs no example.
  const example = entry.type === 'choice' || entry.type === 'date' ? undefined : exampleOf(entry);
  const question: Question = {
    label,
    ask: asked,
    help,
    ...(example === undefined ? {} : { example }),
    required,
    part,
  };
  const text = typeof now === 'string' ? now : '';
  switch (entry.type) {
    case 'choice': {
      const options = (entry.choices ?? []).map(({ value, means }) => ({
        value,
        name: value,
        means,
      }));
      return ask.choice(question, options, text === '' ? undefined : text);
    }
    case 'list': {
      const items = await ask.list(question, (now as readonly string[] | undefined) ?? []);
      return items === BACK || items.length > 0 ? items : undefined;
    }
    case 'milestones': {
      const written = ((now as readonly Milestone[] | undefined) ?? []).map(
        ({ date, what }) => `${date}: ${what}`,
      );
      const items = await ask.list(question, written, {
        wrong: (answer) =>
          readMilestone(answer, today) === undefined
            ? 'Write a date, a colon, and what is there by then.'
            : undefined,
      });
      if (items === BACK || items.length === 0) return items === BACK ? BACK : undefined;
      return items.map((item) => readMilestone(item, today) as Milestone);
    }
    default: {
      const answer = await ask.text(question, text, readingOf(entry, setting));
      if (answer === BACK) return BACK;
      return answer === '' ? undefined : written(entry, answer, today);
    }
  }
}

function exampleOf({ example }: Field): string {
  return typeof example === 'string' ? example : (example[0] ?? '');
}

function written(entry: Field, answer: string, today: string): string {
  if (entry.type === 'date') return parseDate(answer, today) ?? answer;
  if (entry.type === 'cadence') return cadence(answer) ?? answer;
  return entry.type === 'text' ? answer : answer.replace(/\s+/g, ' ');
}

function readingOf(entry: Field, setting: Setting): Reading {
  if (entry.type === 'date') return dateReading(setting.today);
  if (entry.type === 'cadence') {
    return {
      wrong: (answer) =>
        cadence(answer) === undefined
          ? 'Write a number of days, weeks or months, such as 1 week; or: at milestones.'
          : undefined,
    };
  }
  if (entry.type === 'id') {
    return {
      wrong: (answer) => {
        if (!ID_PATTERN.test(answer))
          return `That is no id of a brief; one looks like ${exampleOf(entry)}.`;
        return setting.ids().includes(answer) ? undefined : 'There is no brief of that id here.';
      },
    };
  }
  if (entry.type === 'person') {
    return {
      wrong: (answer) =>
        /[,;]|\b(?:and|or)\b/i.test(answer.replace(/<[^<>]*>/g, ''))
          ? 'Name one person.'
          : undefined,
    };
  }
  return {};
}

/** The entry of a step's field. */
export function entryOf(step: Step): Field {
  return field(step.name);
}
