/** A merge that git could not finish, still standing in the file. */
import type { Brief } from '../brief/read.ts';
import { conflictIn } from '../brief/unread.ts';
import type { Found } from './rule.ts';

/** The finding of a file with conflict markers, in the frontmatter or the body. */
export function conflict(brief: Brief): Found | undefined {
  const found = conflictIn(brief);
  if (found === undefined) return undefined;
  return {
    ...found,
    help: 'keep what holds, remove the lines of <<<<<<<, ======= and >>>>>>>, then run "delegate amend --reseal"',
  };
}
