/** The delegate's answer to a brief: they say it back and agree, or object. */
import { thinBackbrief } from '../agreement/backbrief.ts';
import { OBJECTIONS } from '../agreement/objections.ts';
import { statusOf } from '../agreement/transitions.ts';
import { appendToSection } from '../brief/body.ts';
import { seal } from '../brief/canonical.ts';
import { editInSteps } from '../brief/edit-steps.ts';
import type { Agreement } from '../brief/fields.ts';
import { parsePerson } from '../brief/people.ts';
import type { Brief } from '../brief/read.ts';
import { setField } from '../brief/yaml/edit.ts';
import { Failure } from '../failure.ts';
import { checkSetup } from '../lint/check-context.ts';
import { errorsIn } from '../lint/severity.ts';
import { RULE } from '../rules/ids.ts';
import { assertOwnWord } from './agent.ts';
import type { SavedBrief } from './save.ts';
import { saveAndCommit } from './save.ts';
import type { BriefSession } from './session.ts';
import { assertAsRead, assertTransition } from './session.ts';
import { shellQuote } from '../git/shell.ts';

interface Acceptance {
  /** The delegate, `Name <email>`. */
  readonly by: string;
  /** Who writes it down on their word. */
  readonly recordedBy?: string | undefined;
  /** What they take on, in their own words; not empty. */
  readonly backbrief: string;
}

/** A brief that was accepted. */
export interface AcceptedBrief extends SavedBrief {
  readonly agreement: Agreement;
}

/** Accepts a brief: the criteria are sealed. A Failure when it has errors, or is not said back. */
export async function acceptBrief(
  session: BriefSession,
  { by, recordedBy, backbrief }: Acceptance,
): Promise<AcceptedBrief> {
  return saveAndCommit(session, (current) => {
    assertOwnWord(current, by, { verb: 'accept' });
    assertTransition(current, 'accept');
    assertAsRead(session, current);
    assertSaidBack(current, backbrief);
    assertReady(current);
    const { brief, today } = current;
    const { values } = brief;
    const earlier = values.changes?.length ?? 0;
    const agreement: Agreement = {
      date: today,
      by,
      ...(recordedBy === undefined ? {} : { 'recorded-by': recordedBy }),
      backbrief,
      criteria: seal(values),
      ...(earlier === 0 ? {} : { 'earlier-changes': earlier }),
    };
    const text = withAgreement(brief, agreement);
    const onWord =
      recordedBy === undefined ? '' : `, on the word of ${parsePerson(recordedBy).name}`;
    return { text, event: `accepted by ${parsePerson(by).name}${onWord}`, result: { agreement } };
  });
}

/** The text of a brief that was accepted. */
export function withAgreement({ text, values }: Brief, agreement: Agreement): string {
  return editInSteps(
    text,
    (now) => setField(now, 'status', statusOf(values) === 'paused' ? 'paused' : 'accepted'),
    (now) => setField(now, 'agreement', agreement),
  );
}

function assertSaidBack({ brief }: BriefSession, backbrief: string): void {
  const thin = thinBackbrief(backbrief, brief.values);
  if (thin !== undefined) {
    throw new Failure(
      `the backbrief ${thin}, so nothing was accepted`,
      'Say in your own words what you take on: saying it back finds misunderstandings.',
    );
  }
}

function assertReady({ brief, path, today, workspace }: BriefSession): void {
  const error = errorsIn(checkSetup(workspace, today), path, brief.text).find(
    ({ rule }) => rule !== RULE.acceptedWithoutAgreement,
  );
  if (error !== undefined) {
    throw new Failure(
      `${path} is not ready to be accepted: ${error.message}`,
      `See "delegate lint ${shellQuote(path)}".`,
    );
  }
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
  const line = objection.replace(/\s+/g, ' ').trim();
  const { name } = parsePerson(by);
  return saveAndCommit(session, (current) => {
    assertTransition(current, 'object', 'objected to');
    assertAsRead(session, current);
    const { brief, today } = current;
    const text = editInSteps(
      brief.text,
      (now) => setField(now, 'status', 'draft'),
      (now) => appendToSection(now, OBJECTIONS, `- ${today}, ${name}: ${line}`),
    );
    return { text, event: `${name} objects`, trailers: [['Reason', line]] };
  });
}
