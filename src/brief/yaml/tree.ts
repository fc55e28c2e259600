/**
 * The frontmatter as a tree of texts, lists and maps, each with its place in the brief's text. Every
 * scalar stays the text that was written (YAML's failsafe schema): what a number, a date or a
 * boolean is, the table of fields decides, so `012`, `1.10` and `no` are never changed into
 * something else.
 */
import { parseDocument } from 'yaml';
import type { Span } from '../span.ts';
import { Refused, convertContents } from './convert.ts';
import type { MapNode, TreeProblem } from './node.ts';
import { isNull } from './node.ts';
import { quickTree } from './quick.ts';

/** A tree, or what kept it from being one; `root` may be there with problems, for what could be read. */
export interface Tree {
  readonly root: MapNode | undefined;
  readonly problems: readonly TreeProblem[];
}

/** More YAML than this is refused unless it is plain: its errors alone would take minutes. */
const MAX_LENGTH = 256 * 1024;
/** More errors than this help nobody. */
const MAX_ERRORS = 20;

/** More open brackets or columns of nesting than this are refused before the library sees them. */
const MAX_OPEN = 200;
/** The run of blanks, dashes and question marks that a line nests itself with. */
const NESTING = /^[ \-?:]{400}/gm;

/**
 * Where a text nests itself deeper than any brief: a library that reads by recursion runs out of
 * stack there, and Node may end the whole process for it.
 */
function tooDeepAt(source: string): number | undefined {
  NESTING.lastIndex = 0;
  const nesting = NESTING.exec(source);
  if (nesting !== null) return nesting.index;
  let open = 0;
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === 0x5b || code === 0x7b) {
      if (++open > MAX_OPEN) return at;
    } else if ((code === 0x5d || code === 0x7d) && open > 0) open--;
  }
  return undefined;
}

/**
 * Reads YAML into a tree.
 *
 * @param text The whole brief; only `span` of it is YAML.
 * @returns The tree with offsets in `text`. Never throws: what goes wrong is a problem.
 */
export function readTree(text: string, span: Span): Tree {
  const quick = quickTree(text, span);
  return quick === undefined ? libraryTree(text, span) : { root: quick, problems: [] };
}

/** The same by the YAML library alone: slower by twenty times, and the judge of what is right. */
export function libraryTree(text: string, span: Span): Tree {
  const problems: TreeProblem[] = [];
  if (span.end - span.start > MAX_LENGTH) {
    const at = { start: span.start, end: span.start + 1 };
    const message = 'it is larger than 256 KiB';
    return { root: undefined, problems: [{ code: 'TOO_LARGE', message, span: at }] };
  }
  try {
    return { root: build(text, span, problems), problems };
  } catch (error) {
    if (error instanceof Refused) return { root: undefined, problems: [error.problem] };
    // Nesting a thousand deep ends the library's recursion; alias bombs end it with ReferenceError.
    const message =
      error instanceof RangeError ? 'it is nested too deep' : 'it cannot be read as YAML';
    const at = { start: span.start, end: Math.min(span.end, span.start + 1) };
    return { root: undefined, problems: [{ code: 'UNREADABLE', message, span: at }] };
  }
}

function build(text: string, span: Span, problems: TreeProblem[]): MapNode | undefined {
  const source = text.slice(span.start, span.end);
  const deep = tooDeepAt(source);
  if (deep !== undefined) {
    const at = span.start + deep;
    throw new Refused('TOO_DEEP', 'it is nested too deep', { start: at, end: at + 1 });
  }
  const document = parseWithoutStacks(source);
  const base = span.start;
  for (const found of [...document.errors, ...document.warnings].slice(0, MAX_ERRORS)) {
    const start = Math.min(base + found.pos[0], span.end);
    const end = Math.max(start, Math.min(base + found.pos[1], span.end));
    problems.push({ code: found.code, message: found.message, span: { start, end } });
  }
  const { contents } = document;
  if (contents === null) return emptyMap(base);
  const root = convertContents(text, base, contents, problems);
  if (root.kind === 'map') return root;
  if (isNull(root)) return emptyMap(base);
  problems.push({
    code: 'NOT_A_MAP',
    message: 'it must be keys with values, such as "goal: …"',
    span: root,
  });
  return undefined;
}

/**
 * Parses YAML. The library makes an error for every fault, of which only the message is told: a stack
 * for each of ten thousand takes longer than all the rest.
 */
function parseWithoutStacks(source: string): ReturnType<typeof parseDocument> {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parseDocument(source, {
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'error',
    });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function emptyMap(at: number): MapNode {
  return { kind: 'map', pairs: [], flow: false, start: at, end: at };
}
