/**
 * What the options of several commands have in common. Everything here is handed to commander: parsers
 * of an option's value, and listeners of `preAction`; what they refuse, they refuse before any work.
 */
import type { Command } from 'commander';
import { localDate } from '../brief/dates/calendar.ts';
import { dateInWords } from '../brief/dates/date-words.ts';
import { parseDate } from '../brief/dates/parse-date.ts';
import { nearest } from '../brief/nearest.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { printable } from '../printable.ts';
import { asCandidates, knowing } from './known-words.ts';

/** What a person wrote, short and on one line, to be repeated in a message. */
export function quoted(text: string): string {
  return `"${printable(text.slice(0, 80), true)}"`;
}

/** `--today`, for `command.option(...TODAY)`; `main` makes a date of what is said. */
export const TODAY = ['--today <date>', 'take this as the date of today'] as const;

/**
 * The day that an option says, in any of the words for one: all options read dates here.
 *
 * @param flag What to name in a Failure.
 */
export function dateOf(flag: string, text: string, today: string): string {
  const date = parseDate(text, today);
  if (date !== undefined) return date;
  throw new Failure(
    `${flag} is ${quoted(text)}, which is no date`,
    'Write 2026-06-30, 7 dec, friday, in 2 weeks, or end of june.',
  );
}

/** The day as it was understood, where it was said in other words: `Monday 7 December 2026`. */
export function understood(text: string, date: string): string | undefined {
  return text.trim() === date ? undefined : dateInWords(date);
}

/** `--init`, of the commands that need a repository to write to. */
export const INIT = [
  '--init',
  'make the folder a git repository when it is none, without asking',
] as const;

/** `--commit` and `--no-commit`, in this order: with both, what nobody said stays undefined. */
export const COMMIT = ['--commit', 'commit it, whatever the configuration says'] as const;
export const NO_COMMIT = ['--no-commit', 'write the file and do not commit it'] as const;

/** Today: what `--today` says, else the host's clock. */
export function todayOf({ today }: { readonly today?: string | undefined }, host: Host): string {
  return today ?? localDate(host.now());
}

/** Parses an option that may be repeated. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** Parses an option that may be repeated, and that takes several values between commas. */
export function collectSeparated(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...value.split(',').map((part) => part.trim())];
}

/**
 * What to do about a word that is none of the known ones.
 *
 * @param where Where they can be read, when they are too many to be named.
 */
function suggestion(word: string, known: readonly string[], where: string): string {
  const meant = nearest(word, known);
  const all = known.length > 12 ? where : `It can be: ${known.join(', ')}.`;
  return [meant === undefined ? '' : `Did you mean ${meant}?`, all].filter(Boolean).join(' ');
}

/**
 * One of the known words.
 *
 * @param message What is wrong when it is none of them; the help says what was probably meant.
 */
export function oneOf<T extends string>(
  word: string,
  known: readonly T[],
  message: string,
  where = '',
): T {
  const found = known.find((name) => name === word);
  if (found !== undefined) return found;
  throw new Failure(message, suggestion(word, known, where));
}

/** Makes the parser of an option that takes one of some words. */
export function choiceOf<T extends string>(flag: string, known: readonly T[]): (word: string) => T {
  const parse = (word: string): T => oneOf(word, known, `${flag} is ${quoted(word)}`);
  return knowing(parse, { words: () => asCandidates(known) });
}

/** Makes the parser of an option that takes some of the words, between commas or repeated. */
export function choicesOf<T extends string>(
  flag: string,
  known: readonly T[],
): (words: string, before?: readonly T[]) => readonly T[] {
  const choice = choiceOf(flag, known);
  const parse = (words: string, before: readonly T[] = []): readonly T[] => [
    ...before,
    ...collectSeparated(words).map(choice),
  ];
  return knowing(parse, { words: () => asCandidates(known), separated: true });
}

/** The options that choose the format of a command's output; `--json` is short for `--format json`. */
export interface FormatOptions<F extends string> {
  readonly format?: F;
  readonly json?: true;
  readonly markdown?: true;
}

/** `--json` of a command with formats, for `command.option(...JSON_FORMAT)`. */
export const JSON_FORMAT = ['--json', 'the same as --format json'] as const;

/** `--format` of a command, for `command.option(...formatOption(FORMATS))`. */
export function formatOption<F extends string>(
  formats: Readonly<Record<F, unknown>>,
): readonly [flags: string, description: string, parse: (word: string) => F] {
  const names = Object.keys(formats) as F[];
  const parse = (word: string): F => oneOf(word, names, `there is no format ${quoted(word)}`);
  const known = knowing(parse, { words: () => asCandidates(names) });
  return ['--format <name>', `how to tell: ${names.join(', ')}`, known];
}

/** The format that is asked for; a Failure when two different ones are. */
export function formatOf<F extends string>(options: FormatOptions<F>, otherwise: F): F {
  const { format } = options;
  const asked = (['json', 'markdown'] as const)
    .filter((name) => options[name] === true)
    .map((name) => ({ name: name as F, flag: `--${name}` }));
  if (format !== undefined) asked.push({ name: format, flag: `--format ${format}` });
  const [first, ...others] = asked;
  const other = others.find(({ name }) => name !== first?.name);
  if (first !== undefined && other !== undefined) throw clash(first.flag, other.flag);
  return first?.name ?? otherwise;
}

/**
 * Makes a listener of `preAction` that refuses an option together with others.
 *
 * @param others As they are written: `--fix`; `paths` and the like, without dashes, are the arguments.
 */
export function excludes(flag: string, others: readonly string[]): (command: Command) => void {
  return (command) => {
    const other = isGiven(command, flag) && others.find((one) => isGiven(command, one));
    if (other) throw clash(flag, other);
  };
}

/** Makes a listener of `preAction` that refuses an option without another one. */
export function requires(
  flag: string,
  other: string,
  message = `${flag} needs ${other}`,
  help = `Add ${other}.`,
): (command: Command) => void {
  return (command) => {
    if (isGiven(command, flag) && !isGiven(command, other)) throw new Failure(message, help);
  };
}

/** Makes a listener of `preAction` that refuses an option without one of several. */
export function requiresEither(
  flag: string,
  others: readonly string[],
): (command: Command) => void {
  return (command) => {
    if (!isGiven(command, flag) || others.some((other) => isGiven(command, other))) return;
    const [first] = others;
    throw new Failure(`${flag} is for ${others.join(' and ')}`, `Add ${first}.`);
  };
}

function isGiven(command: Command, flag: string): boolean {
  if (!flag.startsWith('--')) return command.args.length > 0;
  const option = command.options.find(({ long }) => long === flag);
  return option !== undefined && command.getOptionValueSource(option.attributeName()) === 'cli';
}

function clash(flag: string, other: string): Failure {
  return new Failure(`${flag} and ${other} do not go together`, 'Leave one of them out.');
}
