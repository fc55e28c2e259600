/** The delegate's answer to a brief: they say it back and agree, or object. */
import { appendToSection } from '../brief/body.ts';
import { foldCase, seal } from '../brief/canonical.ts';
import { editInSteps } from '../brief/edit-steps.ts';
import type { Agreement } from '../brief/fields.ts';
import { parsePerson } from '../brief/people.ts';
import { setField } from '../brief/yaml/edit.ts';
import { Failure } from '../failure.ts';
import { checkSetup } from '../lint/check.ts';
import { errorsIn } from '../lint/severity.ts';
import type { SavedBrief } from './save.ts';
import { saveAndCommit } from './save.ts';
import type { BriefSession } from './session.ts';
import { assertTransition } from './session.ts';

interface Acceptance {
  /** `Name <email>`. */
  readonly by: string;
  /** What they take on, in their own words; not empty. */
  readonly backbrief: string;
}

/** A brief that was accepted. */
export interface AcceptedBrief extends SavedBrief {
  readonly agreement: Agreement;
  /** The backbrief is the goal word for word. */
  readonly repeatsGoal: boolean;
}

/** Accepts a brief: the criteria are sealed. A Failure when it has errors. */
export async function acceptBrief(
  session: BriefSession,
  { by, backbrief }: Acceptance,
): Promise<AcceptedBrief> {
  assertTransition(session, 'accept');
  const { brief, path, today, workspace } = session;
  const [error] = errorsIn(checkSetup(workspace, today), path, brief.text);
  if (error !== undefined) {
    throw new Failure(
      `${path} is not ready to be accepted: ${error.message}`,
      `See "delegate lint ${path}".`,
    );
  }
  const { values } = brief;
  const agreement = { date: today, by, backbrief, criteria: seal(values) };
  const text = editInSteps(
    brief.text,
    (now) => setField(now, 'status', 'accepted'),
    (now) => setField(now, 'agreement', agreement),
  );
  const saved = await saveAndCommit(session, text, {
    event: `accepted by ${parsePerson(by).name}`,
  });
  return { ...saved, agreement, repeatsGoal: foldCase(backbrief) === foldCase(values.goal ?? '') };
}

interface Objection {
  /** `Name <email>`. */
  readonly by: string;
  /** What stands in the way; not empty. */
  readonly objection: string;
}

/** Takes a brief back to draft, with the objection in it. */
export async function objectToBrief(
  session: BriefSession,
  { by, objection }: Objection,
): Promise<SavedBrief> {
  assertTransition(session, 'object', 'objected to');
  const { brief, today } = session;
  const line = objection.replace(/\s+/g, ' ').trim();
  const { name } = parsePerson(by);
  const text = editInSteps(
    brief.text,
    (now) => setField(now, 'status', 'draft'),
    (now) => appendToSection(now, 'Objections', `- ${today}, ${name}: ${line}`),
  );
  return saveAndCommit(session, text, { event: `${name} objects`, trailers: [['Reason', line]] });
}
