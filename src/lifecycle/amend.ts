/** Moving what was agreed openly: with a reason, who agreed, and a new seal. */
import type { MoveRecord } from '../agreement/record.ts';
import { labelsOf, moveTrailers, withRecord } from '../agreement/record.ts';
import { AGREED_GROUPS, currentSeal, goalpostMoved, movedFields } from '../agreement/seals.ts';
import { isAccepted, isClosed, statusOf } from '../agreement/transitions.ts';
import { canonicalOf } from '../brief/canonical.ts';
import type { FieldName, Values } from '../brief/fields.ts';
import { isSameText } from '../brief/lines.ts';
import { readBrief } from '../brief/read.ts';
import { Failure } from '../failure.ts';
import { compareField } from '../history/compare.ts';
import type { FieldChange } from '../history/types.ts';
import { checkSetup } from '../lint/check-context.ts';
import { structureErrorsIn } from '../lint/severity.ts';
import { assertOwnRecord } from './agent.ts';
import type { SavedBrief } from './save.ts';
import { saveAndCommit } from './save.ts';
import { sealedValues } from '../lint/sealed-values.ts';
import type { BriefSession } from './session.ts';
import { changedMeanwhile, refOf } from './session.ts';

/** A change of an accepted brief that is not written yet. */
export interface Amendment {
  readonly text: string;
  /** The same change of the brief as it is by then. */
  readonly again: (current: BriefSession) => Promise<Amendment>;
  /** What it moves of what was agreed; empty when it only changes the context. */
  readonly fields: readonly FieldName[];
  /** From what to what, as far as git knows what was agreed. */
  readonly moves: readonly FieldChange[];
}

interface AmendmentOptions {
  /** Makes the change in the brief's text; undefined when it was made by hand before. */
  readonly change?: (text: string) => string;
  /** Fields that moved where git does not show it. */
  readonly fields?: readonly FieldName[] | undefined;
  /** The criteria are to be sealed as they are now. */
  readonly reseal?: boolean | undefined;
}

/** Refuses to amend a brief that nobody has agreed to, or that is closed. */
export function assertCanAmend(session: BriefSession): void {
  const { brief, path } = session;
  if (isClosed(brief.values)) {
    throw new Failure(
      `${path} is ${statusOf(brief.values)}, and cannot be amended`,
      `Open it again: delegate reopen ${refOf(session)} --reason "…"`,
    );
  }
  if (isAccepted(brief.values)) return;
  throw new Failure(
    `${path} is not accepted yet, so its criteria are free to move`,
    'Edit it in place; "amend" is for what has been agreed to.',
  );
}

/**
 * What a change moves of what was agreed. A Failure when the change would break the brief, or when
 * nothing tells what moved since the criteria were sealed.
 */
export async function planAmendment(
  session: BriefSession,
  options: AmendmentOptions,
): Promise<Amendment> {
  const { change = (text) => text, fields: named = [], reseal = false } = options;
  assertCanAmend(session);
  const text = change(session.brief.text);
  assertNotBroken(session, text);
  const { values } = readBrief(text);
  const agreed = await agreedValues(session);
  const found = agreed === undefined ? [] : movedFields(agreed, values, AGREED_GROUPS);
  const fields = [...new Set([...found, ...named])];
  if (fields.length === 0 && (reseal || goalpostMoved(values))) {
    throw new Failure(
      `git does not show which criteria of ${session.path} moved since they were sealed`,
      'Name them: --field timeline.due (may be repeated).',
    );
  }
  const moves = agreed === undefined ? [] : fields.flatMap((name) => movesOf(name, agreed, values));
  return { text, fields, moves, again: (current) => planAmendment(current, options) };
}

/** How a field moved between two states of a brief. */
export function movesOf(name: FieldName, before: Values, after: Values): FieldChange[] {
  return compareField(name, canonicalOf(before[name]), canonicalOf(after[name]));
}

/** True when nothing moved but case, punctuation or quotation marks. */
function isRewording({ moves, fields }: Amendment): boolean {
  const reworded = moves.filter(({ kind }) => kind === 'reworded' || kind === 'reordered');
  return moves.length > 0 && reworded.length === moves.length && isAllTold(fields, moves);
}

function isAllTold(fields: readonly string[], moves: readonly FieldChange[]): boolean {
  return fields.every((name) => moves.some(({ field }) => field === name));
}

/** What moves are counted from: the criteria that were sealed, else the last commit. */
async function agreedValues(session: BriefSession): Promise<Values | undefined> {
  const { workspace, path, brief, committed } = session;
  const last = () => (committed === undefined ? brief.values : readBrief(committed).values);
  if (currentSeal(brief.values) === undefined) return last();
  const sealed = await sealedValues(workspace, path, brief.values);
  // A term has no seal: it is compared with the last commit, as far as the criteria are sealed.
  return sealed === brief.values ? last() : sealed;
}

function assertNotBroken({ path, workspace, today, brief }: BriefSession, text: string): void {
  const setup = checkSetup(workspace, today);
  const found = structureErrorsIn(setup, path, text);
  if (found.length > structureErrorsIn(setup, path, brief.text).length) {
    throw new Failure(`nothing was written: ${found[0]?.message}`, `${found[0]?.help}.`);
  }
}

/** A brief with its move recorded. */
export interface AmendedBrief extends SavedBrief {
  readonly record: MoveRecord;
}

/** Writes an amendment that moves something, with its record. */
export async function amendBrief(
  session: BriefSession,
  amendment: Amendment,
  { reason, agreedBy }: Pick<MoveRecord, 'reason' | 'agreedBy'>,
): Promise<AmendedBrief> {
  return saveAndCommit(session, async (current) => {
    assertOwnRecord(
      current,
      (agreedBy ?? []).map(({ by }) => by),
    );
    assertCanAmend(current);
    const now = await asOf(session, current, amendment);
    const { fields } = now;
    const reworded = isRewording(now);
    const record = { date: current.today, fields, reason, by: current.self, reworded, agreedBy };
    return {
      text: withRecord(now.text, record),
      event: `${labelsOf(fields)} moved`,
      trailers: moveTrailers(record),
      result: { record },
    };
  });
}

/**
 * An amendment of the brief as it is by now. A Failure where that moves anything else than the person
 * knows: nothing that somebody else has moved meanwhile goes along under their reason.
 */
async function asOf(
  session: BriefSession,
  current: BriefSession,
  amendment: Amendment,
): Promise<Amendment> {
  if (current.brief.text === session.brief.text) return amendment;
  const now = await amendment.again(current);
  // In a terminal they have seen from what to what; by flags they have said to what.
  const isShown = session.workspace.host.interactive;
  const known = ({ fields, moves }: Amendment): string =>
    JSON.stringify(isShown ? [fields, moves] : fields);
  if (known(now) !== known(amendment)) throw changedMeanwhile(session.path);
  return now;
}

/** Writes a change that moves nothing of what was agreed; undefined when there is no change. */
export async function changeContext(
  session: BriefSession,
  amendment: Amendment,
): Promise<SavedBrief | undefined> {
  const { text } = amendment;
  const { brief, committed } = session;
  if (text === brief.text && committed !== undefined && isSameText(text, committed))
    return undefined;
  return saveAndCommit(session, async (current) => {
    const now = await asOf(session, current, amendment);
    return { text: now.text, event: 'context changed' };
  });
}
