import type { Span } from '../span.ts';
import { findSlip } from './slips/find.ts';
import type { Slip } from './slips/slip.ts';
import { readTree } from './tree.ts';
import type { Problem } from '../problem.ts';
import type { TreeProblem } from './node.ts';

interface ErrorText {
  readonly message: string;
  readonly help: string;
}

/** What the YAML library's codes mean to somebody who writes a brief. */
const ERROR_TEXTS: Readonly<Record<string, ErrorText>> = {
  BAD_SCALAR_START: {
    message: 'a text cannot begin with this character in YAML',
    help: 'put the whole text in quotes: "…"',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'there is a second ": " in this value, and YAML takes it for another key',
    help: 'put the whole text in quotes: "…"',
  },
  TAB_AS_INDENT: {
    message: 'the line begins with a tab; YAML wants spaces',
    help: 'replace the tab by two spaces',
  },
  MISSING_CHAR: {
    message: 'a quote, bracket or colon is missing here',
    help: 'close what was opened, or put ": " behind the key',
  },
  BAD_INDENT: {
    message: 'the indentation does not fit, or a bracket is not closed',
    help: 'line it up with what it belongs to, or close the bracket',
  },
  UNEXPECTED_TOKEN: {
    message: 'there is a sign here that YAML takes for its own, where it cannot stand',
    help: 'put the whole text in quotes: "…"',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'YAML expects a key here, with a colon and a space behind it',
    help: 'write key: text, or indent the line if it goes on with the text above',
  },
  BAD_DQ_ESCAPE: {
    message: 'in double quotes a backslash begins a sign of its own, and this is none',
    help: "write the text in single quotes: '…'",
  },
  BLOCK_IN_FLOW: {
    message: 'inside [ ] and { } everything stands in one line, and no list with dashes',
    help: 'write the list with a dash and a blank before each item, a line each',
  },
  MULTIPLE_DOCS: {
    message: 'a line of "..." or "---" ends the frontmatter early',
    help: 'remove the line',
  },
  MULTIPLE_ANCHORS: {
    message: 'it has more than one anchor (&name)',
    help: 'remove the anchors; put a text that begins with & in quotes',
  },
  TAG_RESOLVE_FAILED: {
    message: 'tags (!name) are not read',
    help: 'remove it, or put a text that begins with ! in quotes',
  },
  DUPLICATE_KEY: { message: '', help: 'keep one of the two' },
  MERGE_KEY: { message: '', help: 'write the keys out' },
  ALIASES: { message: '', help: 'write the text out where it is needed' },
  BAD_ALIAS: {
    message: 'a text cannot begin with "*" in YAML, where it begins an alias',
    help: 'put the whole text in quotes: "…"',
  },
  TOO_LARGE: { message: '', help: 'put what needs more room into the body' },
  TOO_DEEP: { message: '', help: 'a brief needs no more than four levels' },
  COMPLEX_KEY: { message: '', help: 'put a text that begins with ? or [ or { in quotes' },
};

/** Problems that say themselves what is wrong; after a syntax error the others are its echoes. */
const OWN_CODES: ReadonlySet<string> = new Set(['DUPLICATE_KEY', 'MERGE_KEY', 'COMPLEX_KEY']);

/** What is refused for its size or depth is no slip. */
const REFUSALS: ReadonlySet<string> = new Set(['ALIASES', 'TOO_DEEP', 'TOO_LARGE', 'UNREADABLE']);

/**
 * The problems of a frontmatter that is no YAML, in plain words: the slip behind them where it can be
 * told, else the first error without its echoes.
 *
 * @param problems As `readTree` reports them.
 */
export function yamlProblems(
  text: string,
  matter: Span,
  problems: readonly TreeProblem[],
): readonly Problem[] {
  const slip = problems.every(({ code }) => OWN_CODES.has(code) || REFUSALS.has(code))
    ? undefined
    : findSlip(text, matter, firstError);
  if (slip !== undefined) return [slipProblem(slip)];
  const syntax = problems.find(({ code }) => !OWN_CODES.has(code));
  return (syntax === undefined ? problems : [syntax]).map((one) => yamlProblem(text, one));
}

/** A slip as a problem, with its mend as the fix. */
export function slipProblem({ message, help, title, span, edits }: Slip): Problem {
  const fix = edits.length === 0 ? {} : { fix: { title: title ?? capital(help), edits } };
  return { rule: 'frontmatter', message, help, span, ...fix };
}

function firstError(text: string, matter: Span): number | undefined {
  const starts = readTree(text, matter).problems.map(({ span }) => span.start);
  return starts.length === 0 ? undefined : Math.min(...starts);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A problem of the YAML in plain words, with a place that shows something. */
function yamlProblem(text: string, problem: TreeProblem): Problem {
  const known = ERROR_TEXTS[problem.code];
  const own = known?.message || (known !== undefined && problem.message);
  const end = Math.min(text.length, Math.max(problem.span.end, problem.span.start + 1));
  return {
    rule: 'frontmatter',
    message: own || `the frontmatter is not valid YAML: ${problem.message}`,
    help: known?.help ?? 'see the YAML of another brief, or "delegate schema"',
    span: { start: Math.min(problem.span.start, end), end },
  };
}
