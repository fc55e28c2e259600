/** The word of one side on what the other recorded: they agree, or object. */
import type { StandingChange } from '../agreement/change-standing.ts';
import { currentStandings } from '../agreement/change-standing.ts';
import { OBJECTIONS, TO_CHANGE } from '../agreement/objections.ts';
import { labelsOf } from '../agreement/record.ts';
import { isAccepted } from '../agreement/transitions.ts';
import { appendToSection } from '../brief/body.ts';
import { editInSteps } from '../brief/edit-steps.ts';
import type { Consent } from '../brief/fields.ts';
import { parsePerson, samePerson } from '../brief/people.ts';
import { removePart, setPart } from '../brief/yaml/edit-part.ts';
import { Failure } from '../failure.ts';
import { assertOwnWord } from './agent.ts';
import type { SavedBrief } from './save.ts';
import { saveAndCommit } from './save.ts';
import type { BriefSession } from './session.ts';
import { assertAsRead, assertNoUnrecordedMove, refOf } from './session.ts';

/** Somebody's word, and who writes it down where it is not themselves. */
export interface Word {
  /** `Name <email>`, as the brief names them. */
  readonly by: string;
  readonly recordedBy?: string | undefined;
}

/** A brief with somebody's word on some of its changes. */
export interface AnsweredBrief extends SavedBrief {
  readonly changes: readonly StandingChange[];
}

/** The changes of a brief that anybody can still say something to. A Failure when there is none. */
export function answerableChanges(session: BriefSession): readonly StandingChange[] {
  const { brief, path } = session;
  if (!isAccepted(brief.values)) {
    throw new Failure(
      `${path} is not accepted yet, so it has no changes to agree to`,
      `Its delegate answers the whole of it: delegate accept ${refOf(session)}`,
    );
  }
  const all = currentStandings(brief.values);
  if (all.length > 0) return all;
  throw new Failure(
    `${path} has no recorded change since it was accepted`,
    `"delegate log ${refOf(session)}" shows what moved, also in silence.`,
  );
}

/** True for a change that waits for a person, or that somebody objects to and they can settle. */
export function waitsFor({ brief }: BriefSession, change: StandingChange, person: string): boolean {
  const { awaited, objections } = change;
  return (
    awaited.some((side) => isSame(brief.values[side], person)) ||
    objections.some(({ by }) => isSame(by, person))
  );
}

function isSame(one: string | undefined, other: string): boolean {
  return one !== undefined && samePerson(one, other);
}

/** Records that somebody agrees to changes: their name in `agreed-by`, and what they said before stays. */
export async function agreeTo(
  session: BriefSession,
  changes: readonly StandingChange[],
  word: Word,
): Promise<AnsweredBrief> {
  const consent = consentOf(word);
  return saveAndCommit(session, (current) => {
    assertOwnWord(current, word.by, { verb: 'agree' });
    assertAsRead(session, current);
    assertNoUnrecordedMove(current);
    return {
      text: withConsent(current.brief.text, changes, consent),
      event: `${parsePerson(word.by).name} agrees to ${whatOf(changes)}`,
      trailers: [['Agreed-by', word.by]],
      result: { changes },
    };
  });
}

/** The text of a brief with somebody's consent to some of its changes. */
export function withConsent(
  text: string,
  changes: readonly Pick<StandingChange, 'change' | 'index'>[],
  consent: Consent,
): string {
  return editInSteps(
    text,
    ...changes.map(({ change, index }) => (now: BriefSession['brief']) => {
      const others = (change['agreed-by'] ?? []).filter(({ by }) => !samePerson(by, consent.by));
      return setPart(now, ['changes', index], 'agreed-by', [...others, consent]);
    }),
  );
}

/** Records that somebody objects to changes: in each of them, and in the body. */
export async function disputeChanges(
  session: BriefSession,
  changes: readonly StandingChange[],
  { reason, ...word }: Word & { readonly reason: string },
): Promise<AnsweredBrief> {
  const line = reason.replace(/\s+/g, ' ').trim();
  const { name } = parsePerson(word.by);
  return saveAndCommit(session, (current) => {
    assertAsRead(session, current);
    assertNoUnrecordedMove(current);
    const { brief, today: date } = current;
    const text = editInSteps(
      brief.text,
      ...changes.flatMap(({ change, index }) => {
        const consents = change['agreed-by'] ?? [];
        const others = consents.filter(({ by }) => !samePerson(by, word.by));
        const objections = [...(change.objections ?? []), { date, by: word.by, reason: line }];
        const place = ['changes', index] as const;
        return [
          (now: typeof brief) =>
            others.length === consents.length ? [] : withConsents(now, index, others),
          (now: typeof brief) => setPart(now, place, 'objections', objections),
        ];
      }),
      (now) =>
        appendToSection(
          now,
          OBJECTIONS,
          `- ${date}, ${name}${TO_CHANGE}${whatOf(changes)}: ${line}`,
        ),
    );
    return {
      text,
      event: `${name} objects to ${whatOf(changes)}`,
      trailers: [['Reason', line]],
      result: { changes },
    };
  });
}

/** Who objects has not agreed: what was said before on their word goes. */
function withConsents(brief: BriefSession['brief'], index: number, consents: readonly Consent[]) {
  const place = ['changes', index] as const;
  return consents.length === 0
    ? removePart(brief, place, 'agreed-by')
    : setPart(brief, place, 'agreed-by', consents);
}

function consentOf({ by, recordedBy }: Word): Consent {
  return recordedBy === undefined ? { by } : { by, 'recorded-by': recordedBy };
}

function whatOf(changes: readonly StandingChange[]): string {
  return labelsOf([...new Set(changes.flatMap(({ change }) => change.fields))]);
}
