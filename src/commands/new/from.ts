/** `delegate new --from FILE` and `--template NAME`: what a new brief starts with. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Values } from '../../brief/fields.ts';
import { fieldOf } from '../../brief/fields.ts';
import type { Brief } from '../../brief/read.ts';
import { readBrief } from '../../brief/read.ts';
import { lineIndex } from '../../brief/positions.ts';
import { Failure } from '../../failure.ts';
import { MAX_FILE_BYTES, decodeUtf8, readStream } from '../../files/bytes.ts';
import { packageRoot, readTemplate } from '../../files/package.ts';
import type { Host } from '../../host.ts';
import { sentence } from '../../report/sentence.ts';
import { oneOf, quoted } from '../options.ts';

/** The values of a file, with what a new brief does not take over. */
export interface From {
  readonly values: Values;
  readonly body: string | undefined;
  /** Fields that were left out, since a new brief has its own. */
  readonly dropped: readonly string[];
}

/** Reads YAML, JSON, or a whole brief from a file, or from standard input (`-`). */
export async function readFrom(host: Host, name: string): Promise<From> {
  const text = name === '-' ? await readInput(host) : readText(resolve(host.cwd, name), name);
  const isBrief =
    /^\uFEFF?---[ \t]*\r?\n/.test(text) && /\n---[ \t]*(?:\r?\n|$)/.test(text.slice(3));
  const where = name === '-' ? 'standard input' : name;
  const trimmed = text.replace(/^\uFEFF/, '').replace(/^---[ \t]*\r?\n/, '');
  const brief = readBrief(isBrief ? text : `---\n${trimmed.trimEnd()}\n---\n`);
  refuse(brief, where, isBrief ? 0 : 1);
  const entries = Object.entries(brief.values);
  const isDropped = ([field]: readonly [string, unknown]): boolean =>
    fieldOf(field)?.byCommands === true;
  return {
    values: Object.fromEntries(entries.filter((entry) => !isDropped(entry))),
    body: isBrief ? text.slice(brief.split?.body) : undefined,
    dropped: entries.filter(isDropped).map(([field]) => field),
  };
}

function refuse(brief: Brief, where: string, linesBefore: number): void {
  const problem = brief.problems.find(({ rule }) => rule !== 'plain-yaml');
  if (problem === undefined) return;
  const { line, column } = lineIndex(brief.text).position(problem.span.start);
  const at = `${where}:${Math.max(1, line - linesBefore)}:${column}`;
  throw new Failure(`${at}: ${problem.message}`, sentence(problem.help));
}

function readText(file: string, name: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Failure(
      `${name} cannot be read: ${code === 'ENOENT' ? 'there is no such file' : code}`,
    );
  }
  return decode(bytes, name);
}

async function readInput(host: Host): Promise<string> {
  return decode(await readStream(host.stdin), 'standard input');
}

function decode(bytes: Buffer | undefined, name: string): string {
  if (bytes === undefined || bytes.length > MAX_FILE_BYTES) {
    throw new Failure(`${name} is larger than 1 MiB`);
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new Failure(`${name} is not UTF-8 text`);
  return text;
}

/** The names of the templates that ship. */
export function templateNames(): string[] {
  return readdirSync(join(packageRoot(), 'templates/briefs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.slice(0, -3))
    .toSorted();
}

/** The text of a template. A Failure names those that there are. */
export function templateText(name: string): string {
  const names = templateNames();
  const known = oneOf(name, names, `there is no template ${quoted(name)}`);
  return readTemplate(`briefs/${known}.md`);
}
