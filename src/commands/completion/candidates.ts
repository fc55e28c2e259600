/** What can be written next, from the table of commands and what each command declares. */
import { resolve, sep } from 'node:path';
import type { Argument, Option } from 'commander';
import { Command } from 'commander';
import type { Host } from '../../host.ts';
import type { Candidate, KnownWords } from '../known-words.ts';
import { knownWords } from '../known-words.ts';
import { COMMANDS } from '../table.ts';
import { briefCandidates } from './brief-candidates.ts';

export interface Completion {
  readonly candidates: readonly Candidate[];
  /** The shell knows better: it completes what there is on the disk. */
  readonly leaveTo?: 'files' | 'folders';
}

const NOTHING: Completion = { candidates: [] };

const HELP: Candidate = { value: '--help', about: 'print help' };

/** The options that stand before a command. */
const GLOBAL: readonly Candidate[] = [
  { value: '-C', about: 'work in this folder, as git has it' },
  HELP,
  { value: '--version', about: 'print the version' },
];

/** What can be written for the last of the words; `delegate` itself is not among them. */
export async function completionOf(words: readonly string[], host: Host): Promise<Completion> {
  const current = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  let folder = host.cwd;
  while (before[0] === '-C') {
    const [, named] = before.splice(0, 2);
    if (named === undefined) return { ...NOTHING, leaveTo: 'folders' };
    folder = resolve(folder, named);
  }
  const inFolder = folder === host.cwd ? host : { ...host, cwd: folder };
  const [name, ...rest] = before;
  if (name === undefined) {
    return starting(current, current.startsWith('-') ? GLOBAL : commandNames());
  }
  if (name === 'help') return starting(current, rest.length === 0 ? commandNames() : []);
  const entry = COMMANDS.find((one) => one.name === name || one.alias === name);
  if (entry === undefined) return NOTHING;
  const command = new Command(entry.name);
  (await entry.load()).declare(command, async () => {});
  return inCommand(command, rest, current, inFolder);
}

function commandNames(): readonly Candidate[] {
  const shown = COMMANDS.filter(({ hidden }) => hidden !== true);
  return [
    ...shown.map(({ name, summary }) => ({ value: name, about: summary })),
    { value: 'help', about: 'print help on a command' },
  ];
}

async function inCommand(
  command: Command,
  before: readonly string[],
  current: string,
  host: Host,
): Promise<Completion> {
  const { waiting, positionals, onlyPositionals, given } = readWords(command, before);
  if (waiting !== undefined) return valuesOf(waiting, current);
  if (onlyPositionals || !current.startsWith('-')) {
    return argumentAt(command.registeredArguments, positionals, current, host);
  }
  const equals = current.indexOf('=');
  const flag = equals < 0 ? undefined : optionOf(command, current.slice(0, equals));
  if (flag !== undefined) {
    const { candidates, ...rest } = valuesOf(flag, current.slice(equals + 1));
    const start = current.slice(0, equals + 1);
    return { ...rest, candidates: candidates.map((one) => ({ ...one, value: start + one.value })) };
  }
  const options = command.options.filter((option) => !option.hidden && !isSpent(option, given));
  return starting(current, [
    ...options.map(({ long, short, description }) => ({
      value: long ?? short ?? '',
      about: description,
    })),
    HELP,
  ]);
}

interface ReadWords {
  /** The option whose value comes next. */
  readonly waiting?: Option;
  /** How many arguments there are that are no options. */
  readonly positionals: number;
  /** After `--`. */
  readonly onlyPositionals: boolean;
  readonly given: ReadonlySet<Option>;
}

function readWords(command: Command, words: readonly string[]): ReadWords {
  const given = new Set<Option>();
  let waiting: Option | undefined;
  let positionals = 0;
  for (const [at, word] of words.entries()) {
    const isOption = word.startsWith('-') && word !== '-';
    if (waiting !== undefined && !(waiting.variadic && isOption)) {
      if (!waiting.variadic) waiting = undefined;
      continue;
    }
    waiting = undefined;
    if (word === '--') {
      return { positionals: positionals + words.length - at - 1, onlyPositionals: true, given };
    }
    if (!isOption) {
      positionals++;
      continue;
    }
    const option = optionOf(command, word.split('=', 1)[0] ?? '');
    if (option === undefined) continue;
    given.add(option);
    if (takesValue(option) && !word.includes('=')) waiting = option;
  }
  return { positionals, onlyPositionals: false, given, ...(waiting && { waiting }) };
}

function optionOf(command: Command, flag: string): Option | undefined {
  return command.options.find(({ long, short }) => long === flag || short === flag);
}

function takesValue({ required, optional }: Option): boolean {
  return required || optional;
}

/** It was given, and once is enough. */
function isSpent(option: Option, given: ReadonlySet<Option>): boolean {
  return given.has(option) && !takesValue(option);
}

function valuesOf(option: Option, current: string): Completion {
  const known = knownWords(option.parseArg);
  if (known !== undefined) return wordsOf(known, current, /=/.test(option.flags));
  const [, name = ''] = /[<[]([\w-]+)/.exec(option.flags) ?? [];
  return placesOf(name);
}

function argumentAt(
  declared: readonly Argument[],
  at: number,
  current: string,
  host: Host,
): Completion {
  const last = declared.at(-1);
  const argument = declared[at] ?? (last?.variadic ? last : undefined);
  if (argument === undefined) return NOTHING;
  const known = knownWords(argument.parseArg);
  if (known !== undefined) return wordsOf(known, current, false);
  if (argument.name() !== 'brief') return placesOf(argument.name());
  if (current.includes('/') || current.includes(sep)) return { ...NOTHING, leaveTo: 'files' };
  return { candidates: briefCandidates(host, current) };
}

/** What the names of options and arguments mean that stand for something on the disk. */
function placesOf(name: string): Completion {
  if (name === 'file' || name === 'path') return { ...NOTHING, leaveTo: 'files' };
  if (name === 'dir') return { ...NOTHING, leaveTo: 'folders' };
  return NOTHING;
}

/** @param assigned What is written is NAME=VALUE. */
function wordsOf(known: KnownWords, current: string, assigned: boolean): Completion {
  const equals = current.indexOf('=');
  if (assigned && equals >= 0) {
    const values = known.valuesOf?.(current.slice(0, equals)) ?? [];
    return after(current.slice(0, equals + 1), current, values);
  }
  if (assigned) {
    return starting(
      current,
      known.words().map((word) => ({ ...word, value: `${word.value}=` })),
    );
  }
  const comma = known.separated === true ? current.lastIndexOf(',') + 1 : 0;
  return after(current.slice(0, comma), current, known.words());
}

function after(start: string, current: string, words: readonly Candidate[]): Completion {
  return starting(
    current,
    words.map((word) => ({ ...word, value: start + word.value })),
  );
}

function starting(current: string, candidates: readonly Candidate[]): Completion {
  return { candidates: candidates.filter(({ value }) => value.startsWith(current)) };
}
