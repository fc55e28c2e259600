/** The flags of `delegate new`, made from the table of fields, and how their values are read. */
import type { Command } from 'commander';
import { otherCadenceForm } from '../../brief/dates/cadence.ts';
import { otherDateForm, parseDate } from '../../brief/dates/parse-date.ts';
import type { AnyValue, Field, Values } from '../../brief/fields.ts';
import { ANSWERS, isList } from '../../brief/fields.ts';
import { parseMilestone } from '../../brief/milestone.ts';
import { Failure } from '../../failure.ts';
import { choiceOf, collect } from '../options.ts';

/** The fields that have a flag: all that a person answers but the title, which is an argument. */
const FLAGGED = ANSWERS.filter(({ name }) => name !== 'title');

/** The flag of a field: `--scope-in` for `scope.in`. */
export function flagOf(name: string): string {
  return `--${name.replace('.', '-')}`;
}

/** Adds a flag for each field. */
export function addFieldFlags(command: Command): void {
  for (const entry of FLAGGED) {
    const { flag: short } = entry;
    const values = entry.choices?.map(({ value }) => value).join(', ');
    const notes = [
      ...(values === undefined ? [] : [values]),
      ...(isList(entry) ? ['may be repeated'] : []),
      ...(short === undefined ? [] : [`also --${short}`]),
    ].join('; ');
    const text = notes === '' ? entry.ask : `${entry.ask} (${notes})`;
    command.option(`${flagOf(entry.name)} <${isList(entry) ? 'item' : entry.type}>`, text, collect);
    if (short !== undefined) {
      const alias = command.createOption(`--${short} <value>`).argParser(collect).hideHelp();
      command.addOption(alias);
    }
  }
}

function camel(flag: string): string {
  return flag.slice(2).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The values that the flags give. A Failure names the flag that does not fit its field. */
export function readFlags(options: Readonly<Record<string, unknown>>, today: string): Values {
  const values: Record<string, AnyValue> = {};
  for (const entry of FLAGGED) {
    const { flag: short } = entry;
    const given = [flagOf(entry.name), ...(short === undefined ? [] : [`--${short}`])].flatMap(
      (flag) => (options[camel(flag)] as string[] | undefined) ?? [],
    );
    const filled = given.map((text) => text.trim()).filter((text) => text !== '');
    if (filled.length > 0) values[entry.name] = readGiven(entry, filled, today);
  }
  return values;
}

function readGiven(entry: Field, given: readonly string[], today: string): AnyValue {
  return readFieldText(entry, flagOf(entry.name), given, today);
}

/**
 * What a person gave for a field as its value; a Failure names the flag that does not fit it.
 *
 * @param given One text, or a list's items.
 */
export function readFieldText(
  entry: Field,
  flag: string,
  given: readonly string[],
  today: string,
): AnyValue {
  if (entry.type === 'list') return given;
  if (entry.type === 'milestones') {
    return given.map((text) => {
      const milestone = parseMilestone(text, today);
      if (milestone !== undefined) return milestone;
      throw new Failure(`${flag} is "${text}"`, 'Write a date, a colon and what is there by then.');
    });
  }
  if (given.length > 1)
    throw new Failure(`${flag} is given ${given.length} times`, 'Give it once.');
  const [text = ''] = given;
  const choices = entry.choices?.map(({ value }) => value);
  if (choices !== undefined) return choiceOf(flag, choices)(text);
  if (entry.type === 'date') {
    const date = parseDate(text, today) ?? otherDateForm(text);
    if (date !== undefined) return date;
    throw new Failure(
      `${flag} is "${text}", which is no date`,
      'Write 2026-06-30, in 6 weeks, or end of june.',
    );
  }
  // What is left is checked with the whole brief: one place knows the shapes.
  return entry.type === 'cadence' ? (otherCadenceForm(text) ?? text) : text;
}
