/** `delegate new --from FILE`: the answers that a new brief starts with. */
import type { Values } from '../../brief/fields.ts';
import { fieldOf } from '../../brief/fields.ts';
import type { Problem } from '../../brief/problem.ts';
import type { Brief } from '../../brief/read.ts';
import { readBrief } from '../../brief/read.ts';
import { lineIndex } from '../../brief/positions.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { sentence } from '../../report/sentence.ts';
import { readGiven } from '../given-file.ts';

/** The values of a file, with what a new brief does not take over. */
export interface From {
  readonly values: Values;
  readonly body: string | undefined;
  /** Fields that were left out, since a new brief has its own. */
  readonly dropped: readonly string[];
  /** Keys that were left out, since no brief has them. */
  readonly unknown: readonly string[];
}

/** What was read, before it is judged. */
interface Source {
  readonly brief: Brief;
  /** Lines that stand before the brief's and not in the file. */
  readonly linesBefore: number;
  readonly body: string | undefined;
  readonly unknown: readonly string[];
}

/** Reads YAML, JSON, a brief or another markdown document from a file, or from standard input (`-`). */
export async function readFrom(host: Host, name: string): Promise<From> {
  const { text, where } = await readGiven(host, name);
  const isMarkdown = OPENING.test(text) && CLOSING.test(text.slice(3));
  const { brief, linesBefore, body, unknown } = isMarkdown
    ? await readMarkdown(text, where)
    : readData(text);
  refuse(brief, where, linesBefore);
  const entries = Object.entries(brief.values);
  const isDropped = ([field]: readonly [string, unknown]): boolean =>
    fieldOf(field)?.byCommands === true;
  return {
    values: Object.fromEntries(entries.filter((entry) => !isDropped(entry))),
    body,
    dropped: entries.filter(isDropped).map(([field]) => field),
    unknown,
  };
}

/** The first line of frontmatter, with the language that it may name, and its last. */
const OPENING = /^\uFEFF?---[ \t]*[a-z]*[ \t]*\r?\n/i;
const CLOSING = /\n---[ \t]*(?:\r?\n|$)/;

/** YAML or JSON, as the frontmatter of a brief. */
function readData(text: string): Source {
  const trimmed = text.replace(/^\uFEFF/, '').replace(/^---[ \t]*\r?\n/, '');
  const brief = readBrief(`---\n${trimmed.trimEnd()}\n---\n`);
  return { brief, linesBefore: 1, body: undefined, unknown: [] };
}

async function readMarkdown(text: string, where: string): Promise<Source> {
  const brief = readBrief(text);
  if (brief.values.id !== undefined || problemOf(brief) === undefined) {
    return { brief, linesBefore: 0, body: text.slice(brief.split?.body), unknown: [] };
  }
  const { readDocument } = await import('./document.ts');
  return { ...readDocument(text, where), linesBefore: 0 };
}

function problemOf(brief: Brief): Problem | undefined {
  return brief.problems.find(({ rule }) => rule !== 'plain-yaml');
}

function refuse(brief: Brief, where: string, linesBefore: number): void {
  const problem = problemOf(brief);
  if (problem === undefined) return;
  const { line, column } = lineIndex(brief.text).position(problem.span.start);
  const at = `${where}:${Math.max(1, line - linesBefore)}:${column}`;
  throw new Failure(`${at}: ${problem.message}`, sentence(problem.help));
}
