/** A merge that git could not finish, still standing in the file. */
import type { Brief } from '../brief/read.ts';
import type { Found } from './rule.ts';

/** Where a line begins with `mark`, from an offset on; negative when none does. */
function lineWith(text: string, mark: string, from: number): number {
  let at = text.indexOf(mark, from);
  while (at > 0 && text[at - 1] !== '\n') at = text.indexOf(mark, at + 1);
  return at;
}

/** The finding of a file with conflict markers, in the frontmatter or the body. */
export function conflict({ text, split }: Brief): Found | undefined {
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
    help: 'keep what holds, remove the lines of <<<<<<<, ======= and >>>>>>>, then run "delegate amend --reseal"',
    span: { start, end },
  };
}
