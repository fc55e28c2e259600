/** What reading a brief finds wrong, in plain words and with its place. */
import type { Fix } from './text-edit.ts';
import type { Span } from './span.ts';
import type { TreeNode } from './yaml/node.ts';

/** The rules of lint that report what reading a brief finds; `src/rules/structure.ts` has them. */
export type ProblemRule =
  | 'frontmatter'
  | 'field-type'
  | 'unknown-field'
  | 'plain-yaml'
  | 'one-delegate';

/** Something that reading found, in plain words. */
export interface Problem {
  readonly rule: ProblemRule;
  readonly message: string;
  readonly help: string;
  readonly span: Span;
  readonly fix?: Fix;
}

/** What the readers of values need: the brief's text, and where problems go. */
export interface ReadContext {
  readonly text: string;
  readonly report: (problem: Problem) => unknown;
}

/** Reports a value that has not the shape of its field. */
export function reportShape(
  context: ReadContext,
  span: Span,
  message: string,
  help: string,
  fix?: Fix,
): undefined {
  const rule = 'field-type';
  context.report({ rule, message, help, span, ...(fix === undefined ? {} : { fix }) });
  return undefined;
}

/** What the kinds of nodes are called in messages. */
export const KIND_NAMES: Readonly<Record<TreeNode['kind'], string>> = {
  text: 'a text',
  list: 'a list',
  map: 'keys with values',
};

/** A fix that writes something else in a place. */
export function replaceFix(title: string, span: Span, insert: string): Fix {
  return { title, edits: [{ start: span.start, end: span.end, insert }] };
}
