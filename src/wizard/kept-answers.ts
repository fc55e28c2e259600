/**
 * The answers of an interview that is under way, kept in a file under the repository's git directory
 * after each answer: Ctrl-C, a crash or `kill -9` lose at most the question on the screen.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyValue, FieldName, Values } from '../brief/fields.ts';
import { fieldOf } from '../brief/fields.ts';
import { saveAt } from '../files/save.ts';

/** What is kept: the values, and how far the interview is. */
export interface KeptAnswers {
  readonly values: Values;
  /** The fields whose questions have been put, in this order, whether they were answered or left open. */
  readonly asked: readonly FieldName[];
  /** The fields that were given by flags or from a file, and are not asked for. */
  readonly given?: readonly FieldName[];
  /** Only what is needed is asked. */
  readonly hurried?: boolean;
  /** The brief's text once it stands, with what was changed in it since. */
  readonly text?: string;
  /** The template that it is to be written in. */
  readonly template?: string | undefined;
  /** The narrative that came with `--from`. */
  readonly body?: string | undefined;
}

/** Answers that are kept, and where. */
export interface AnswersFile {
  readonly file: string;
  readonly answers: KeptAnswers;
}

/** Where the answers of one interview are kept; nowhere, when there is no git directory. */
export interface AnswerStore {
  readonly save: (answers: KeptAnswers) => void;
  /** True once something worth going on with is kept. */
  readonly isKept: () => boolean;
  readonly drop: () => void;
}

/** Keeps the answers of an interview in a file; without one they are lost with the program. */
export function answerStore(file: string | undefined): AnswerStore {
  if (file === undefined) return { save: () => {}, isKept: () => false, drop: () => {} };
  return {
    save: (answers) => saveAnswers(file, answers),
    isKept: () => loadAnswers(file) !== undefined,
    drop: () => dropAnswers(file),
  };
}

/** A file for the answers of a new interview; two at the same time do not share one. */
export function newAnswersFile(gitDir: string): string {
  return join(gitDir, 'delegate', `new-${randomBytes(4).toString('hex')}.json`);
}

/** All answers that are kept, the newest first. */
export function answersFiles(gitDir: string): AnswersFile[] {
  const folder = join(gitDir, 'delegate');
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => /^new-[0-9a-f]{8}\.json$/.test(name));
  } catch {
    return [];
  }
  return names
    .map((name) => join(folder, name))
    .map((file) => ({
      file,
      time: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0,
      answers: loadAnswers(file),
    }))
    .toSorted((one, other) => other.time - one.time)
    .flatMap(({ file, answers }) => (answers === undefined ? [] : [{ file, answers }]));
}

/** Writes the answers; the file is replaced whole. */
export function saveAnswers(file: string, answers: KeptAnswers): void {
  saveAt(file, `${JSON.stringify({ version: 1, ...answers }, null, 2)}\n`);
}

/** The kept answers, or undefined when there are none or the file is damaged. */
export function loadAnswers(file: string): KeptAnswers | undefined {
  try {
    const data = JSON.parse(readFileSync(file, 'utf8')) as {
      version: unknown;
      values: Record<string, AnyValue>;
      asked: unknown;
      given?: unknown;
      hurried?: unknown;
      text?: unknown;
      template?: unknown;
      body?: unknown;
    };
    if (data.version !== 1) return undefined;
    const known = Object.entries(data.values).filter(([name]) => fieldOf(name) !== undefined);
    if (known.length === 0) return undefined;
    return {
      values: Object.fromEntries(known),
      asked: fieldNames(data.asked),
      given: fieldNames(data.given),
      hurried: data.hurried === true,
      ...(typeof data.text === 'string' ? { text: data.text } : {}),
      ...(typeof data.template === 'string' ? { template: data.template } : {}),
      ...(typeof data.body === 'string' ? { body: data.body } : {}),
    };
  } catch {
    return undefined;
  }
}

/** The names in a list that are those of fields. */
function fieldNames(list: unknown): FieldName[] {
  const names: readonly unknown[] = Array.isArray(list) ? list : [];
  return names.filter((name) => fieldOf(String(name)) !== undefined) as FieldName[];
}

/** Throws the answers away: they are a brief now, or nobody wants them. */
export function dropAnswers(file: string): void {
  rmSync(file, { force: true });
}
