/** A brief that somebody works on: opened once, with all that its use cases need to know. */
import { goalpostMoved } from '../agreement/seals.ts';
import type { Status, Transition } from '../agreement/transitions.ts';
import { TRANSITIONS, canTransition, statusOf } from '../agreement/transitions.ts';
import type { Values } from '../brief/fields.ts';
import type { Brief } from '../brief/read.ts';
import { readBrief } from '../brief/read.ts';
import { whyUnread, whyUnreadable } from '../brief/unread.ts';
import { Failure } from '../failure.ts';
import { MAX_FILE_BYTES } from '../files/bytes.ts';
import { findBrief } from '../files/find.ts';
import { loadFile } from '../files/load.ts';
import type { Workspace } from '../files/workspace.ts';
import { committedText } from '../git/revision.ts';
import { shellQuote } from '../git/shell.ts';
import { asNamedIn, selfIn } from './people.ts';

interface SessionOptions {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Whether to commit; undefined takes the configuration's word. */
  readonly commit?: boolean | undefined;
  /** Nothing is written: what would be is only worked out. */
  readonly dryRun?: boolean | undefined;
  /** What cannot be read is opened too: it is to be mended. */
  readonly evenBroken?: boolean | undefined;
}

/** A brief that is open for a use case. */
export interface BriefSession extends SessionOptions {
  readonly workspace: Workspace;
  /** Below the root, with `/`. */
  readonly path: string;
  readonly brief: Brief;
  /** The person at the keyboard, as a brief names people; undefined when git does not know. */
  readonly self: string | undefined;
  /** The text of the last commit; undefined when it has none, or there is no git. */
  readonly committed: string | undefined;
}

/** Opens the brief that a person names. A Failure when its frontmatter cannot be read. */
export async function openBrief(
  workspace: Workspace,
  ref: string,
  options: SessionOptions,
): Promise<BriefSession> {
  const { path, brief } = await findBrief(workspace, ref);
  const { today, commit, dryRun, evenBroken } = options;
  const who = await selfIn(workspace);
  return sessionOf({ workspace, path, today, commit, dryRun, evenBroken }, brief, who);
}

async function sessionOf(
  place: Omit<BriefSession, 'brief' | 'self' | 'committed'>,
  brief: Brief,
  who: string | undefined,
): Promise<BriefSession> {
  const { workspace, path } = place;
  if (!brief.readable && place.evenBroken !== true) {
    throw new Failure(
      `${path}: ${whyUnreadable(brief)}`,
      `Mend it: delegate edit ${shellQuote(path)} ("delegate lint ${shellQuote(path)}" says where).`,
    );
  }
  const { repository } = workspace;
  const self = who && (await asNamedIn(workspace, brief.values, who));
  const committed = repository && (await committedText(repository, path, MAX_FILE_BYTES));
  return { ...place, brief, self, committed };
}

/** The session as its file is now: the same, where nobody has written it since. */
export async function asItIsNow(session: BriefSession): Promise<BriefSession> {
  const { workspace, path, brief, self } = session;
  const loaded = loadFile(workspace, path);
  if (!('text' in loaded))
    throw new Failure(`${path}: ${loaded.problem.message}`, 'Nothing was written.');
  if (loaded.text === brief.text) return session;
  return sessionOf(session, readBrief(loaded.text), self);
}

/** Nobody can say something of a contract that is another by now: they have not read it. */
export function assertAsRead(read: BriefSession, current: BriefSession): void {
  if (contractOf(read.brief) !== contractOf(current.brief)) throw changedMeanwhile(read.path);
}

function contractOf({ text, split }: Brief): string {
  return text.slice(0, split?.body);
}

/** What to say where a brief is not the one any more that somebody has worked on. */
export function changedMeanwhile(path: string): Failure {
  return new Failure(
    `${path} was changed by somebody else just now`,
    'Nothing was written; read it, and run it again.',
  );
}

/** The commands that go on from each status, the nearest first. */
const INSTEAD: Readonly<Record<Status, (ref: string) => string>> = {
  draft: (ref) => `Hand it over first: delegate propose ${ref}`,
  proposed: (ref) => `Its delegate answers it: delegate accept ${ref}`,
  accepted: (ref) => `Go on with delegate check-in, amend, pause, close or withdraw ${ref}`,
  paused: (ref) => `Take it up again: delegate resume ${ref}`,
  done: (ref) => `Open it again: delegate reopen ${ref} --reason "…"`,
  cancelled: (ref) => `Open it again: delegate reopen ${ref} --reason "…"`,
};

/** What to do with a brief whose status says less than its agreement. */
function instead(values: Values, ref: string): string {
  const status = statusOf(values);
  const { agreement } = values;
  if (agreement !== undefined && (status === 'draft' || status === 'proposed')) {
    return `It was accepted${agreement.date === undefined ? '' : ` on ${agreement.date}`}: delegate reopen ${ref} holds on to that, delegate withdraw ${ref} takes it back`;
  }
  if (agreement === undefined && (status === 'accepted' || status === 'paused')) {
    return `Nobody has accepted it yet: delegate accept ${ref}`;
  }
  return INSTEAD[status](ref);
}

/** What a brief is called in a command, ready for a shell: its id, else its path. */
export function refOf({ brief, path }: Pick<BriefSession, 'brief' | 'path'>): string {
  return brief.values.id ?? shellQuote(path);
}

/**
 * Refuses a transition that makes no sense, with the one that would.
 *
 * @param participle What the brief would be: `paused`.
 */
export function assertTransition(
  session: BriefSession,
  transition: Transition,
  participle: string = TRANSITIONS[transition].to,
): void {
  const { brief, path } = session;
  const unread = whyUnread(brief, 'status');
  if (unread !== undefined) {
    throw new Failure(`${path}: ${unread}`, `Mend it: delegate edit ${refOf(session)}`);
  }
  if (canTransition(transition, brief.values)) return;
  const status = statusOf(brief.values);
  const already = TRANSITIONS[transition].to === status ? 'already ' : '';
  throw new Failure(
    `${path} is ${already}${status}, and cannot be ${participle}`,
    `${instead(brief.values, refOf(session))}.`,
  );
}

/** Refuses to carry along a goalpost that moved by hand and is not committed: it wants a reason. */
export function assertNoUnrecordedMove(session: BriefSession): void {
  const { brief, committed, path } = session;
  if (committed === undefined || committed === brief.text) return;
  if (!goalpostMoved(brief.values) || goalpostMoved(readBrief(committed).values)) return;
  throw new Failure(
    `a criterion of ${path} moved, and is not committed yet`,
    `Record it first: delegate amend ${refOf(session)} --reason "…"`,
  );
}
