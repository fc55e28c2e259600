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
  BAD_ALIAS: { message: '', help: 'put a text that begins with * in quotes' },
  TOO_LARGE: { message: '', help: 'put what needs more room into the body' },
  TOO_DEEP: { message: '', help: 'a brief needs no more than four levels' },
  COMPLEX_KEY: { message: '', help: 'put a text that begins with ? or [ or { in quotes' },
};

/** A problem of the YAML in plain words, with a place that shows something. */
export function yamlProblem(text: string, problem: TreeProblem): Problem {
  const known = ERROR_TEXTS[problem.code];
  const message = known?.message || problem.message;
  const end = Math.min(text.length, Math.max(problem.span.end, problem.span.start + 1));
  return {
    rule: 'frontmatter',
    message: `the frontmatter is not valid YAML: ${message}`,
    help: known?.help ?? 'see the YAML of another brief, or "delegate schema"',
    span: { start: Math.min(problem.span.start, end), end },
  };
}
