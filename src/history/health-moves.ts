/** The failure modes of moving what was agreed: the moving goalpost, the rubber band. */
import { addDays, daysBetween } from '../brief/dates/calendar.ts';
import { fieldOf } from '../brief/fields.ts';
import { goalpostMoved } from '../agreement/seals.ts';
import { clip, itemText } from '../brief/value-text.ts';
import type { Concern, Evidence, HealthInput } from './health-modes.ts';
import { THRESHOLDS, acceptedOn, dayOf } from './health-modes.ts';
import type { Move, Item, Standing } from './types.ts';
import { wayToSettle } from '../agreement/settling.ts';
import { UNSETTLED, isRecordFinding } from './types.ts';

const HOUR_MS = 3_600_000;

/** So soon after the agreement that it corrects it. */
function isCorrection({ history }: HealthInput, { date }: Move): boolean {
  const accepted = history?.notes.find(({ note }) => note === 'accepted')?.date;
  if (date === null || accepted === undefined || accepted === null) return false;
  const hours = (Date.parse(date) - Date.parse(accepted)) / HOUR_MS;
  return hours >= 0 && hours <= THRESHOLDS.correctionHours;
}

/** What is said of a move that both did not agree to. */
const UNAGREED: Readonly<Partial<Record<Standing, string>>> = {
  silent: 'not recorded',
  open: 'not agreed to by both',
  disputed: 'in dispute',
};

function shortText(piece: Item | null): string {
  return piece === null ? '' : clip(itemText(piece), 160);
}

function describeMove({ field, before, after }: Move): string {
  const label = fieldOf(field)?.label ?? field;
  if (before === null) return `${label}: "${shortText(after)}" was added`;
  if (after === null) return `${label}: "${shortText(before)}" was taken away`;
  return `${label}: "${shortText(before)}" became "${shortText(after)}"`;
}

/** Steps from freedom to instruction, in the order of the choices. */
const APPROACHES = ['problem-solving', 'shared', 'execution'];

/** A term that takes back what was handed over. */
function takesBack({ field, before, after }: Move): boolean {
  if (field === 'approach') {
    return (
      APPROACHES.indexOf(String(after)) > APPROACHES.indexOf(String(before)) && before !== null
    );
  }
  if (field === 'plan') return before === null;
  if (field === 'decision-rights.delegate') return after === null;
  return field === 'decision-rights.ask-first' && before === null;
}

/** Delegated broadly, then over-managed: one step back that was not agreed, or two that were. */
export function rubberBand(input: HealthInput): Concern | undefined {
  const moves = (input.history?.moves ?? []).filter(
    (move) => move.standing !== 'shaping' && move.standing !== 'undone' && takesBack(move),
  );
  const steps = moves.filter((move) => !isCorrection(input, move));
  const imposed = steps.filter(({ standing }) => standing !== 'agreed');
  // A decision that goes from one list to the other is one step, as are several in one commit.
  const times = new Set(steps.map(({ order }) => order)).size;
  if (imposed.length === 0 && times < THRESHOLDS.agreedSteps) return undefined;
  return {
    mode: 'rubber-band',
    certain: true,
    evidence: steps.map((move) => ({
      date: dayOf(move.date) ?? input.today,
      commit: move.commit,
      text: `${describeMove(move)}${move.standing === 'agreed' ? '' : `, ${UNAGREED[move.standing] ?? ''}`}`,
    })),
    advice:
      'Give it back, or say openly that it is another kind of delegation now: talk about what changed, and amend the terms together.',
  };
}

/** True in the last fifth of the time, or after it. */
function isLate(input: HealthInput, day: string): boolean {
  const accepted = acceptedOn(input);
  const due = input.brief.values['timeline.due'];
  if (accepted === undefined || due === undefined || due <= accepted) return false;
  const left = Math.floor(daysBetween(accepted, due) * THRESHOLDS.lastPart);
  return day >= addDays(due, -left);
}

function isCriterion({ field, kind, effect }: Move): boolean {
  if (fieldOf(field)?.group !== 'criteria' || kind === 'reworded') return false;
  return (
    effect === 'tightened' || kind === 'added' || (kind === 'changed' && effect !== 'loosened')
  );
}

/** A criterion that was tightened, added or changed after the agreement, silently or by one side. */
export function movingGoalpost(input: HealthInput): Concern | undefined {
  const { history, brief, today } = input;
  const moves = (history?.moves ?? []).filter(
    (move) => isCriterion(move) && UNAGREED[move.standing] !== undefined,
  );
  const evidence = moves.map((move): Evidence & { readonly soon: boolean } => {
    const day = dayOf(move.date) ?? today;
    const soon = isCorrection(input, move);
    const how = UNAGREED[move.standing];
    const when = soon
      ? ', a correction within two days of the agreement'
      : isLate(input, day)
        ? ', late in the time that was agreed'
        : '';
    return { date: day, commit: move.commit, text: `${describeMove(move)}; ${how}${when}`, soon };
  });
  const tampered = (history?.notes ?? []).filter(({ note }) => isRecordFinding(note));
  const records = tampered.map(({ note, date, commit }): Evidence => {
    if (note === 'seal-differs') {
      const text =
        'the criteria are sealed by no record, and no move that is known here explains it';
      return { date: dayOf(date) ?? today, commit, text };
    }
    const what = note.startsWith('agreement') ? 'the agreement' : 'a recorded change';
    const how = note.endsWith('dropped') ? 'taken away' : 'rewritten';
    return { date: dayOf(date) ?? today, commit, text: `${what} was ${how}` };
  });
  const unseen = history === undefined && goalpostMoved(brief.values);
  const seal: Evidence[] = unseen
    ? [{ date: null, commit: null, text: 'the criteria are not those of the newest seal' }]
    : [];
  const all = [...evidence.map(({ soon: _, ...rest }) => rest), ...records, ...seal];
  if (all.length === 0) return undefined;
  return {
    mode: 'moving-goalpost',
    certain: evidence.some(({ soon }) => !soon) || records.length + seal.length > 0,
    evidence: all,
    advice: adviceOn(input, [
      ...moves.map(({ standing }) => standing),
      ...(records.length + seal.length > 0 ? ['silent'] : []),
    ]),
  };
}

/** What settles them, the gravest first. */
function adviceOn({ brief, path }: HealthInput, standings: readonly string[]): string {
  const ref = brief.values.id ?? path;
  const found = UNSETTLED.filter((standing) => standings.includes(standing));
  const ways = found.flatMap((standing) => wayToSettle(standing, ref) ?? []);
  const first = ways[0] ?? 'agree on it first';
  const others = ways.slice(1).map((way) => `; where it is ${found[ways.indexOf(way)]}: ${way}`);
  return `Talk about it before it moves. Now: ${first}${others.join('')}.`;
}
