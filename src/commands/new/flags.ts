/** The flags of `delegate new`, made from the table of fields. */
import type { Command } from 'commander';
import type { AnyValue, Field, Values } from '../../brief/fields.ts';
import { isList } from '../../brief/field-facts.ts';
import { ANSWERS } from '../../brief/fields.ts';
import { parseFieldValue } from '../field-value.ts';
import { knowing } from '../known-words.ts';
import { collect, understood } from '../options.ts';

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
    const value = isList(entry) ? 'item' : entry.type;
    command.option(`${flagOf(entry.name)} <${value}>`, text, parserOf(entry));
    if (short !== undefined) {
      const alias = command
        .createOption(`--${short} <value>`)
        .argParser(parserOf(entry))
        .hideHelp();
      command.addOption(alias);
    }
  }
}

function parserOf({ choices }: Field): typeof collect {
  if (choices === undefined) return collect;
  const parse: typeof collect = (value, before) => collect(value, before);
  const words = choices.map(({ value, means }) => ({ value, about: means }));
  return knowing(parse, { words: () => words });
}

function camel(flag: string): string {
  return flag.slice(2).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The values that the flags give. A Failure names the flag that does not fit its field. */
export function readFlags(options: Readonly<Record<string, unknown>>, today: string): Values {
  const values: Record<string, AnyValue> = {};
  for (const entry of FLAGGED) {
    const { flag: short } = entry;
    const flags = [flagOf(entry.name), ...(short === undefined ? [] : [`--${short}`])];
    const texts = flags
      .flatMap((flag) => (options[camel(flag)] as string[] | undefined) ?? [])
      .map((text) => text.trim())
      .filter((text) => text !== '');
    if (texts.length > 0) {
      values[entry.name] = parseFieldValue(entry, flagOf(entry.name), texts, today);
    }
  }
  return values;
}

/** The days that the flags say in other words than dates, as they were understood: a line each. */
export function understoodDays(
  options: Readonly<Record<string, unknown>>,
  values: Values,
): string[] {
  return FLAGGED.filter(({ type }) => type === 'date').flatMap(({ name, label, flag: short }) => {
    const flags = [flagOf(name), ...(short === undefined ? [] : [`--${short}`])];
    const [text] = flags.flatMap((flag) => (options[camel(flag)] as string[] | undefined) ?? []);
    const words = text === undefined ? undefined : understood(text, String(values[name]));
    return words === undefined ? [] : [`${label}: ${words}.`];
  });
}
