/** The ways back: an agreement is withdrawn, a closed brief reopened, a brief given to somebody else. */
import { ANSWERS, OBJECTIONS, objectionTo } from '../agreement/objections.ts';
import { reassignedStatus, reopenedStatus } from '../agreement/transitions.ts';
import { appendToSection } from '../brief/body.ts';
import { editInSteps } from '../brief/edit-steps.ts';
import type { Side } from '../agreement/consent.ts';
import type { Outcome, Withdrawal } from '../brief/fields.ts';
import { parsePerson, samePerson } from '../brief/people.ts';
import type { Brief } from '../brief/read.ts';
import type { TextEdit } from '../brief/text-edit.ts';
import { unreadParts } from '../brief/yaml/edit-part.ts';
import { addItem, removeField, setField } from '../brief/yaml/edit.ts';
import { Failure } from '../failure.ts';
import { assertPersonLeads } from './agent.ts';
import { withoutEnd } from './pause.ts';
import type { SavedBrief } from './save.ts';
import { saveAndCommit } from './save.ts';
import type { BriefSession } from './session.ts';
import { assertTransition } from './session.ts';

/** Who takes it back, and why. */
interface WayBack {
  /** `Name <email>`; undefined where git does not know who is at the keyboard. */
  readonly by: string | undefined;
  readonly reason: string;
}

/** Takes a proposal or an acceptance back: the brief is a draft again, and what was agreed is kept. */
export async function withdrawBrief(session: BriefSession, way: WayBack): Promise<SavedBrief> {
  return saveAndCommit(session, (current) => {
    assertTransition(current, 'withdraw', 'withdrawn');
    return {
      text: editInSteps(
        current.brief.text,
        (now) => setField(now, 'status', 'draft'),
        withoutEnd,
        ...keptAgreement(current, way),
      ),
      event: `withdrawn${byWhom(way)}`,
      trailers: [['Reason', way.reason]],
    };
  });
}

/** Moves the agreement into `withdrawn`, with who took it back and why. */
function keptAgreement(
  { brief, today: date }: BriefSession,
  { by, reason }: WayBack,
  was: Pick<Withdrawal, 'delegate-was' | 'delegator-was'> = {},
): ((now: Brief) => TextEdit[])[] {
  const { agreement, status } = brief.values;
  const record: Withdrawal = {
    date,
    ...(by === undefined ? {} : { by }),
    reason,
    ...was,
    ...(agreement === undefined
      ? {}
      : { agreement: { ...agreement, ...unreadParts(brief, 'agreement') } }),
  };
  return [
    (now) => (agreement === undefined ? [] : removeField(now, 'agreement')),
    (now) => addItem(now, 'withdrawn', record),
    // Beside an objection it stands in the order in which it was said.
    (now) => {
      if (status === 'draft' || objectionTo(brief) === undefined) return [];
      const who = by === undefined ? 'somebody' : parsePerson(by).name;
      const line = `- ${date}, ${ANSWERS.withdrawn} ${who}: ${reason.replace(/\s+/g, ' ')}`;
      return appendToSection(now, OBJECTIONS, line);
    },
  ];
}

/** Takes a closed brief up again; what it was closed with is kept in the body. */
export async function reopenBrief(session: BriefSession, way: WayBack): Promise<SavedBrief> {
  return saveAndCommit(session, (current) => {
    assertPersonLeads(current, { verb: 'reopen' });
    assertTransition(current, 'reopen', 'reopened');
    const { brief, today } = current;
    const { outcome } = brief.values;
    const lines = [`- ${today}, reopened${byWhom(way)}: ${way.reason}`, ...resultLines(outcome)];
    return {
      text: editInSteps(
        brief.text,
        (now) => setField(now, 'status', reopenedStatus(brief.values)),
        (now) => (outcome === undefined ? [] : removeField(now, 'outcome')),
        (now) => appendToSection(now, 'Outcome', lines.join('\n')),
      ),
      event: `reopened${byWhom(way)}`,
      trailers: [['Reason', way.reason]],
    };
  });
}

function resultLines(outcome: Outcome | undefined): string[] {
  return (outcome?.criteria ?? []).map(({ what, result }) => `  - was ${result}: ${what}`);
}

/** A brief that was given to somebody else. */
export interface ReassignedBrief extends SavedBrief {
  /** Who had it, or gave it, before. */
  readonly before: string | undefined;
}

/** Gives a brief another delegate or delegator: what the one before agreed to is kept as withdrawn. */
export async function reassignBrief(
  session: BriefSession,
  { side, to, ...way }: WayBack & { readonly side: Side; readonly to: string },
): Promise<ReassignedBrief> {
  return saveAndCommit(session, (current) => {
    assertPersonLeads(current, { verb: 'reassign' }, to);
    assertTransition(current, 'reassign', 'given to somebody else');
    const { brief, path } = current;
    const before = brief.values[side];
    if (before !== undefined && samePerson(before, to)) {
      throw new Failure(`${before} is the ${side} of ${path} already`, 'Name somebody else.');
    }
    const from = before === undefined ? '' : ` from ${parsePerson(before).name}`;
    const moved = `the ${side} changes${from} to ${parsePerson(to).name}`;
    const was = { [`${side}-was`]: before ?? 'nobody' };
    const status = reassignedStatus(brief.values);
    const text = editInSteps(
      brief.text,
      (now) => setField(now, side, to),
      (now) => (status === brief.values.status ? [] : setField(now, 'status', status)),
      (now) => (status === brief.values.status ? [] : withoutEnd(now)),
      ...keptAgreement(current, way, was),
    );
    return {
      text,
      event: moved,
      trailers: [['Reason', way.reason]],
      result: { before },
    };
  });
}

function byWhom({ by }: WayBack): string {
  return by === undefined ? '' : ` by ${parsePerson(by).name}`;
}
