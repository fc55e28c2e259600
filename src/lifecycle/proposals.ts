/** Proposing to change what was agreed: it is written into the brief's body, and moves nothing. */
import type { ProposedChange, WrittenProposal } from '../agreement/proposals.ts';
import { PROPOSALS, proposalText, readProposals, settledOn } from '../agreement/proposals.ts';
import { labelsOf } from '../agreement/record.ts';
import { appendToSection } from '../brief/body.ts';
import { editInSteps } from '../brief/edit-steps.ts';
import { fieldOf } from '../brief/fields.ts';
import { parsePerson } from '../brief/people.ts';
import type { Brief } from '../brief/read.ts';
import { valueText } from '../brief/value-text.ts';
import { Failure } from '../failure.ts';
import { assertCanAmend } from './amend.ts';
import type { SavedBrief } from './save.ts';
import { saveAndCommit } from './save.ts';
import type { BriefSession } from './session.ts';
import { assertAsRead, changedMeanwhile, refOf } from './session.ts';

interface NewProposal {
  /** Who proposes it, `Name <email>`. */
  readonly by: string;
  /** Why; not empty. */
  readonly reason: string;
  /** What would change; `from` is added by the brief as it is. */
  readonly changes: readonly ProposedChange[];
}

/** A brief with a proposal more. */
export interface ProposedAmendment extends SavedBrief {
  readonly proposal: WrittenProposal;
}

/** Writes a proposal down. What it would make of the brief was planned before. */
export async function proposeAmendment(
  session: BriefSession,
  { by, reason, changes }: NewProposal,
): Promise<ProposedAmendment> {
  const fields = [...new Set(changes.map(({ field }) => field))];
  const saved = await saveAndCommit(session, (current) => {
    assertCanAmend(current);
    assertAsRead(session, current);
    const { brief, today: date } = current;
    const dated = { date, by, reason, changes: changes.map((one) => withFrom(brief, one)) };
    return {
      text: editInSteps(brief.text, (now) => appendToSection(now, PROPOSALS, proposalText(dated))),
      event: `${parsePerson(by).name} proposes to change ${labelsOf(fields)}`,
      trailers: [['Reason', reason.replaceAll(/\s+/g, ' ').trim()]],
      result: { proposal: { ...dated, number: 0, nameEnd: 0, settled: undefined } },
    };
  });
  const number = readProposals(session.brief).length + 1;
  return { ...saved, proposal: { ...saved.proposal, number } };
}

function withFrom(brief: Brief, change: ProposedChange): ProposedChange {
  return change.kind === 'set' ? { ...change, from: currentText(brief, change.field) } : change;
}

function currentText({ values }: Brief, name: string): string | undefined {
  const field = fieldOf(name);
  const value = field === undefined ? undefined : values[field.name];
  return value === undefined ? undefined : valueText(value);
}

/** The proposal of a brief that a person means: by its number, or the only one that is open. */
export function proposalMeant(session: BriefSession, number: number | undefined): WrittenProposal {
  const { brief, path } = session;
  const all = readProposals(brief);
  const open = all.filter(({ settled }) => settled === undefined);
  const meant = number === undefined ? open : all.filter((one) => one.number === number);
  const [only, ...others] = meant;
  if (only === undefined) {
    const what = number === undefined ? 'no open proposal' : `no proposal ${number}`;
    throw new Failure(`${path} has ${what}`, `"delegate show ${refOf(session)}" has its text.`);
  }
  if (others.length > 0) {
    const list = open.map((one) => `${one.number}: ${one.reason.slice(0, 60)}`).join('; ');
    throw new Failure(`${path} has ${open.length} open proposals`, `Name one: ${list}`);
  }
  if (only.settled !== undefined) {
    throw new Failure(`proposal ${only.number} of ${path} was ${only.settled} already`);
  }
  return only;
}

/** The proposal where it stands by now; a Failure where it is another, or settled. */
export function sameProposal(
  now: Brief,
  { number, reason, changes }: WrittenProposal,
  path: string,
): WrittenProposal {
  const found = readProposals(now).find((one) => one.number === number);
  const isSame =
    JSON.stringify([found?.reason, found?.changes]) === JSON.stringify([reason, changes]);
  if (found === undefined || found.settled !== undefined || !isSame) throw changedMeanwhile(path);
  return found;
}

/** Tells a proposal as declined, and why. */
export async function declineProposal(
  session: BriefSession,
  proposal: WrittenProposal,
  reason: string,
): Promise<SavedBrief> {
  const line = reason.replaceAll(/\s+/g, ' ').trim();
  const fields = [...new Set(proposal.changes.map(({ field }) => field))];
  return saveAndCommit(session, (current) => {
    const { brief, today, path, self } = current;
    const name = parsePerson(self ?? 'somebody').name.replaceAll(/[:\s]+/g, ' ');
    const text = editInSteps(
      brief.text,
      (now) => settledOn(sameProposal(now, proposal, path), 'declined', today),
      (now) =>
        appendToSection(now, PROPOSALS, `- ${today}, ${name} declines ${proposal.number}: ${line}`),
    );
    const event = `${name} declines to change ${labelsOf(fields)}`;
    return { text, event, trailers: [['Reason', line]] };
  });
}

/** Nobody has proposed to change what stands there by now. */
export function assertAsProposed(
  { brief, path }: BriefSession,
  { changes, number }: WrittenProposal,
): void {
  for (const { kind, field, from } of changes) {
    const now = currentText(brief, field);
    if (kind !== 'set' || now === from) continue;
    throw new Failure(
      `${field} of ${path} is no longer what it was when proposal ${number} was made: ${now ?? 'nothing'}`,
      'Have it proposed anew, or amend it as you see fit.',
    );
  }
}
