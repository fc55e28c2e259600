/** Why a brief, or a part of it, cannot be read: one wording for every command. */
import type { FieldName } from './fields.ts';
import { fieldsOf } from './fields.ts';
import type { Brief } from './read.ts';
import type { Span } from './span.ts';

/** A merge that git could not finish, still standing in the file. */
export interface Conflict {
  readonly message: string;
  /** The line that opens it. */
  readonly span: Span;
}

/** Where a line begins with `mark`, from an offset on; negative when none does. */
function lineWith(text: string, mark: string, from: number): number {
  let at = text.indexOf(mark, from);
  while (at > 0 && text[at - 1] !== '\n') at = text.indexOf(mark, at + 1);
  return at;
}

/** The conflict markers of a file, in the frontmatter or the body. */
export function conflictIn({ text, split }: Brief): Conflict | undefined {
  const start = lineWith(text, '<<<<<<< ', 0);
  if (start < 0) return undefined;
  const middle = lineWith(text, '=======', start);
  const last = middle < 0 ? -1 : lineWith(text, '>>>>>>> ', middle);
  if (last < 0) return undefined;
  const newline = text.indexOf('\n', start);
  const end = newline < 0 ? text.length : text[newline - 1] === '\r' ? newline - 1 : newline;
  const where = split === undefined || start < split.body ? 'frontmatter' : 'body';
  return {
    message: `a merge is not finished: there are conflict markers in the ${where}`,
    span: { start, end },
  };
}

/** Why a brief cannot be read, as lint tells it; undefined for one that can. */
export function whyUnreadable(brief: Brief): string | undefined {
  if (brief.readable) return undefined;
  const [problem] = brief.problems;
  return conflictIn(brief)?.message ?? problem?.message ?? 'the frontmatter cannot be read';
}

/** What is wrong with a field that is written, and has no value that could be read. */
export function whyUnread(brief: Brief, name: FieldName): string | undefined {
  const place = brief.places.get(name);
  if (place === undefined || brief.values[name] !== undefined) return undefined;
  const { start, end } = place.node;
  return brief.problems.find(({ span }) => span.start >= start && span.end <= end && end > start)
    ?.message;
}

/** The fields that are written and cannot be read, each with what stands there. */
export function unreadFields(brief: Brief): ReadonlyMap<FieldName, string> {
  const found = new Map<FieldName, string>();
  if (brief.problems.length === 0) return found;
  for (const [name, { node }] of brief.places) {
    if (whyUnread(brief, name) === undefined) continue;
    found.set(name, node.kind === 'text' ? node.value : brief.text.slice(node.start, node.end));
  }
  return found;
}

/** True where a criterion is written that cannot be read: nobody knows whether it moved. */
export function hasUnreadCriterion(brief: Brief): boolean {
  return fieldsOf('criteria').some(({ name }) => whyUnread(brief, name) !== undefined);
}
