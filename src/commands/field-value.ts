/** The values of flags for fields, of `new` and of `amend`. */
import { otherCadenceForm } from '../brief/dates/cadence.ts';
import type { AnyValue, Field } from '../brief/fields.ts';
import { parseMilestone } from '../brief/milestone.ts';
import { Failure } from '../failure.ts';
import { choiceOf, dateOf } from './options.ts';

/**
 * Parses what a flag says of a field as its value; a Failure names the flag that does not fit it.
 *
 * @param texts One text, or a list's items.
 */
export function parseFieldValue(
  entry: Field,
  flag: string,
  texts: readonly string[],
  today: string,
): AnyValue {
  if (entry.type === 'list') return texts;
  if (entry.type === 'milestones') {
    return texts.map((text) => {
      const milestone = parseMilestone(text, today);
      if (milestone !== undefined) return milestone;
      throw new Failure(`${flag} is "${text}"`, 'Write a date, a colon and what is there by then.');
    });
  }
  if (texts.length > 1) {
    throw new Failure(`${flag} is given ${texts.length} times`, 'Give it once.');
  }
  const [text = ''] = texts;
  const choices = entry.choices?.map(({ value }) => value);
  if (choices !== undefined) return choiceOf(flag, choices)(text);
  if (entry.type === 'date') return dateOf(flag, text, today);
  // What is left is checked with the whole brief: one place knows the shapes.
  return entry.type === 'cadence' ? (otherCadenceForm(text) ?? text) : text;
}
