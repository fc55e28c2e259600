import {
  ANSWERS,
  OBJECTIONS,
  asksTheSame,
  hasObjection,
  objectionTo,
} from '../agreement/objections.ts';
import { appendToSection } from '../brief/body.ts';
import type { DatedLine } from '../brief/dated-lines.ts';
import { parsePerson } from '../brief/people.ts';
import { setField } from '../brief/yaml/edit.ts';
import { editInSteps } from '../brief/edit-steps.ts';
import { Failure } from '../failure.ts';
import { checkSetup } from '../lint/check-context.ts';
import { errorsIn } from '../lint/severity.ts';
import { assertPersonLeads } from './agent.ts';
import { briefThen } from './brief-then.ts';
import type { SavedBrief } from './save.ts';
import { saveAndCommit } from './save.ts';
import type { BriefSession } from './session.ts';
import { assertAsRead, assertTransition, refOf } from './session.ts';
import { shellQuote } from '../git/shell.ts';

/**
 * The objection to a draft in which nothing has changed since, as far as git shows it; undefined where
 * there is none, or the draft asks for something else by now.
 */
export async function unansweredObjection({
  brief,
  path,
  workspace,
}: BriefSession): Promise<DatedLine | undefined> {
  const objection = objectionTo(brief);
  if (objection === undefined) return undefined;
  const then = await briefThen(workspace, path, (one) => hasObjection(one, objection));
  return then !== undefined && asksTheSame(then, brief) ? objection : undefined;
}

/**
 * Hands a draft to its delegate. A Failure when it has errors, or when nothing in it has changed since
 * they objected and no reason says why it stays.
 */
export async function proposeBrief(
  session: BriefSession,
  { reason }: { readonly reason?: string | undefined } = {},
): Promise<SavedBrief> {
  return saveAndCommit(session, async (current) => {
    assertPersonLeads(current, { verb: 'propose' });
    assertTransition(current, 'propose');
    assertAsRead(session, current);
    assertNoErrors(current);
    if (reason === undefined) await assertAnswered(current);
    return {
      text: asProposed(withAnswer(current, reason)),
      event: 'proposed',
      trailers: reason === undefined ? [] : [['Reason', reason]],
    };
  });
}

async function assertAnswered(session: BriefSession): Promise<void> {
  const objection = await unansweredObjection(session);
  if (objection === undefined) return;
  const ref = refOf(session);
  throw new Failure(
    `${session.path} is as it was when ${objection.lead || 'somebody'} objected on ${objection.date}: ${objection.text}`,
    `Change it: delegate edit ${ref}. Or say why it stays: delegate propose ${ref} --reason "…"`,
  );
}

/** The text with the reason below the objection that it answers. */
function withAnswer({ brief, self, today }: BriefSession, reason: string | undefined): string {
  if (reason === undefined || objectionTo(brief) === undefined) return brief.text;
  const who = self === undefined ? 'somebody' : parsePerson(self).name;
  const line = `- ${today}, ${ANSWERS.proposed} ${who}: ${reason.replace(/\s+/g, ' ')}`;
  return editInSteps(brief.text, (now) => appendToSection(now, OBJECTIONS, line));
}

/** The text of a brief that was handed over. */
export function asProposed(text: string): string {
  return editInSteps(text, (now) => setField(now, 'status', 'proposed'));
}

function assertNoErrors({ brief, path, workspace, today }: BriefSession): void {
  const [first, ...others] = errorsIn(checkSetup(workspace, today), path, brief.text);
  if (first === undefined) return;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  throw new Failure(
    `${path} would fail its reader: ${first.message}${more}`,
    `See "delegate lint ${shellQuote(path)}", then propose it again.`,
  );
}
