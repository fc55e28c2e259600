/** What a person types as the value of a field: one parser for each type that is more than a text. */
import { otherCadenceForm, parseCadence } from '../brief/dates/cadence.ts';
import { nearestWeekday, weekdayName, weekdayOf } from '../brief/dates/weekday.ts';
import { personProblem } from '../brief/people.ts';
import { parseDate } from '../brief/dates/parse-date.ts';
import type { Field, Milestone } from '../brief/fields.ts';
import { exampleOf } from '../brief/field-facts.ts';
import { CHECK_NAME, checkItem, checkNameOf } from '../brief/evidence.ts';
import { ID_PATTERN } from '../brief/id.ts';
import { parseMilestone } from '../brief/milestone.ts';
import { pathProblem } from '../brief/path-glob.ts';
import type { Parse } from './ask.ts';

/** What asking needs to know of the world. */
export interface AskContext {
  readonly today: string;
  /** The ids of the briefs that are there. */
  readonly ids: () => readonly string[];
}

/** The parser of a field that is answered with one text. */
export function parserOf(field: Field, { today, ids }: AskContext): Parse<string> {
  switch (field.type) {
    case 'date':
      return dayParser(today);
    case 'cadence':
      return parseEvery;
    case 'id':
      return (answer) => parseId(answer, ids(), exampleOf(field));
    case 'weekday':
      return parseWeekday;
    case 'person':
      return parseOnePerson;
    case 'text':
      return (answer) => ({ value: answer });
    default:
      return (answer) => ({ value: oneLine(answer) });
  }
}

/** The parser of an item of `timeline.milestones`. */
export function milestoneParser(today: string): Parse<Milestone> {
  return (answer) => {
    const value = parseMilestone(answer, today);
    return value === undefined
      ? { problem: 'Write a date, a colon, and what is there by then.' }
      : { value };
  };
}

/** The parsers of the items of a list, where they are more than texts. */
export const ITEM_PARSERS: Readonly<Record<NonNullable<Field['items']>, Parse<string>>> = {
  paths: (answer) => {
    const problem = pathProblem(answer);
    return problem === undefined
      ? { value: answer }
      : { problem: `That path ${problem}. Write one such as src/** or docs/*.md.` };
  },
  evidence: (answer) => {
    const name = checkNameOf(answer);
    if (name === undefined) return { value: oneLine(answer) };
    return CHECK_NAME.test(name)
      ? { value: checkItem(name) }
      : { problem: 'After check: stands the name of a check of .delegate.yaml, not a command.' };
  },
};

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** A date; one that has passed is asked about once, and taken when it is given again. */
export function dayParser(today: string): Parse<string> {
  let asked: string | undefined;
  return (answer) => {
    const parsed = parseDay(answer, today);
    if (!('value' in parsed) || parsed.value >= today || parsed.value === asked) return parsed;
    asked = parsed.value;
    return { problem: `${parsed.value} has passed. Give it again if it is meant.` };
  };
}

function parseWeekday(answer: string): ReturnType<Parse<string>> {
  const weekday = weekdayOf(answer);
  if (weekday !== undefined) return { value: oneLine(answer) };
  const meant = nearestWeekday(answer);
  return {
    problem: `That is no day of the week.${meant === undefined ? ' Write Friday, or fri.' : ` Did you mean ${meant}?`}`,
  };
}

function parseDay(answer: string, today: string): ReturnType<Parse<string>> {
  const value = parseDate(answer, today);
  return value === undefined
    ? { problem: 'That is no date I can read. Write 2026-06-30, in 6 weeks, or end of june.' }
    : { value, echo: longDate(value) };
}

function longDate(date: string): string {
  return `= ${weekdayName(new Date(Date.parse(date)).getUTCDay())}, ${date}`;
}

function parseEvery(answer: string): ReturnType<Parse<string>> {
  const value = parseCadence(answer) === undefined ? otherCadenceForm(answer) : answer;
  return value === undefined
    ? { problem: 'Write a number of days, weeks or months, such as 1 week; or: at milestones.' }
    : { value };
}

function parseId(
  answer: string,
  known: readonly string[],
  example: string,
): ReturnType<Parse<string>> {
  if (!ID_PATTERN.test(answer)) {
    return { problem: `That is no id of a brief; one looks like ${example}.` };
  }
  return known.includes(answer)
    ? { value: answer }
    : { problem: 'There is no brief of that id here.' };
}

function parseOnePerson(answer: string): ReturnType<Parse<string>> {
  const names = answer.replace(/<[^<>]*>/g, '');
  // A surname may be "And"; a comma may part it from the first name.
  const isSeveral = /;|\S (?:and|or) \S/.test(names) || answer.split('@').length > 2;
  if (isSeveral) return { problem: 'Name one person.' };
  const problem = personProblem(answer);
  return problem === undefined
    ? { value: oneLine(answer) }
    : {
        problem: `${problem.slice(0, 1).toUpperCase()}${problem.slice(1)}. Write Name <email>, or a name.`,
      };
}
