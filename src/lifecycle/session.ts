/** A brief that somebody works on: opened once, with all that its use cases need to know. */
import { goalpostMoved } from '../agreement/seals.ts';
import type { Status, Transition } from '../agreement/transitions.ts';
import { TRANSITIONS, canTransition, statusOf } from '../agreement/transitions.ts';
import type { Brief } from '../brief/read.ts';
import { readBrief } from '../brief/read.ts';
import { Failure } from '../failure.ts';
import { findBrief } from '../files/find.ts';
import type { Workspace } from '../files/workspace.ts';
import { committedText } from '../git/revision.ts';
import { asNamedIn, selfIn } from './people.ts';

interface SessionOptions {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Whether to commit; undefined takes the configuration's word. */
  readonly commit?: boolean | undefined;
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
  { today, commit }: SessionOptions,
): Promise<BriefSession> {
  const { path, brief } = await findBrief(workspace, ref);
  if (!brief.readable) {
    throw new Failure(
      `${path}: ${brief.problems[0]?.message ?? 'it cannot be read'}`,
      `See "delegate lint ${path}".`,
    );
  }
  const { repository } = workspace;
  const who = await selfIn(workspace);
  const self = who && (await asNamedIn(workspace, brief.values, who));
  const committed = repository && (await committedText(repository, path));
  return { workspace, path, brief, today, commit, self, committed };
}

/** What would have to come first, for each status in which a command makes no sense. */
const INSTEAD: Readonly<Record<Status, string>> = {
  draft: 'It is a draft: "delegate propose" hands it over, "delegate accept" takes it.',
  proposed: 'It waits for its delegate: "delegate accept" takes it.',
  accepted:
    'It is accepted: "delegate check-in", "delegate amend", "delegate pause" and "delegate close" go on from here.',
  paused: 'It is paused: "delegate resume" takes it up again.',
  done: 'It is done: write a new brief for what comes next.',
  cancelled: 'It is cancelled: write a new brief if it comes back.',
};

/**
 * Refuses a transition that makes no sense, with the one that would.
 *
 * @param participle What the brief would be: `paused`.
 */
export function assertTransition(
  { brief, path }: BriefSession,
  transition: Transition,
  participle: string = TRANSITIONS[transition].to,
): void {
  if (canTransition(transition, brief.values)) return;
  const status = statusOf(brief.values);
  const already = TRANSITIONS[transition].to === status ? 'already ' : '';
  throw new Failure(`${path} is ${already}${status}, and cannot be ${participle}`, INSTEAD[status]);
}

/** Refuses to carry along a goalpost that moved by hand and is not committed: it wants a reason. */
export function assertNoUnrecordedMove({ brief, committed, path }: BriefSession): void {
  if (committed === undefined || committed === brief.text) return;
  if (!goalpostMoved(brief.values) || goalpostMoved(readBrief(committed).values)) return;
  throw new Failure(
    `a criterion of ${path} moved, and is not committed yet`,
    `Record it first: delegate amend ${brief.values.id ?? path} --reason "…"`,
  );
}
