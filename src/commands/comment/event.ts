/** The event of a forge: a comment that somebody has written. All of it is a stranger's. */
import { readFileSync, statSync } from 'node:fs';
import * as v from 'valibot';
import { Failure } from '../../failure.ts';

/** A comment, and what it stands under. */
export interface CommentEvent {
  /** Who wrote it, by the forge's own word. */
  readonly login: string;
  readonly userId: number;
  readonly text: string;
  /** Title and text of the issue or pull request. */
  readonly about: string;
}

const LOGIN = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$/));
const USER = v.object({
  login: LOGIN,
  id: v.pipe(v.number(), v.integer(), v.minValue(1)),
  type: v.string(),
});
const EVENT = v.object({
  action: v.literal('created'),
  issue: v.object({ title: v.string(), body: v.nullish(v.string(), '') }),
  comment: v.object({ body: v.string(), user: USER }),
  sender: v.object({ login: v.string(), type: v.string() }),
});

/** Larger than any event that a forge sends. */
const MAX_BYTES = 5_000_000;

/**
 * Reads the event. A Failure for what is no file with JSON.
 *
 * @returns Undefined for any other event than a person's new comment.
 */
export function readEvent(file: string): CommentEvent | undefined {
  const parsed = v.safeParse(EVENT, jsonOf(file));
  if (!parsed.success) return undefined;
  const { comment, issue, sender } = parsed.output;
  const { login, id, type } = comment.user;
  // Whoever sets it off is who wrote it, and a person.
  if (type !== 'User' || sender.type !== 'User' || sender.login !== login) return undefined;
  return { login, userId: id, text: comment.body, about: `${issue.title}\n${issue.body}` };
}

function jsonOf(file: string): unknown {
  try {
    if (statSync(file).size > MAX_BYTES) throw new Failure(`${file} is too large for an event`);
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof Failure) throw error;
    const why = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new Failure(`the event ${file} ${why}`, 'GitHub has it in the file $GITHUB_EVENT_PATH.');
  }
}
