/** The failure modes of following up: the fire and forget, the helicopter, the just do it. */
import { readCheckIns } from '../brief/check-ins.ts';
import { addDays, daysBetween } from '../brief/dates/calendar.ts';
import { cadenceDays, parseCadence } from '../brief/dates/cadence.ts';
import type { Values } from '../brief/fields.ts';
import { WHY_RESTATES_GOAL, restatesGoal } from '../rules/why.ts';
import type { Concern, HealthInput } from './health-modes.ts';
import { THRESHOLDS, acceptedOn, dayOf } from './health-modes.ts';
import type { Move } from './types.ts';

const PREDICTABLE =
  'Be predictable: follow up as agreed, or agree on another rhythm, and record it (delegate check-in).';

/** When it was last taken up again after a pause. */
function resumedOn({ history }: HealthInput): string | undefined {
  const note = history?.notes.findLast(
    (one) => one.note === 'status' && one.before === 'paused' && one.after === 'accepted',
  );
  return dayOf(note?.date ?? null) ?? undefined;
}

/** No check-in for more than twice the agreed interval. Paused, or a day late, is not it. */
export function fireAndForget(input: HealthInput): Concern | undefined {
  const { brief, today } = input;
  const { status, 'check-ins.every': every, 'timeline.milestones': milestones } = brief.values;
  const accepted = acceptedOn(input);
  if (status !== 'accepted' || accepted === undefined) return undefined;
  const dates = readCheckIns(brief)
    .map(({ date }) => date)
    .filter((date) => date <= today)
    .toSorted();
  const last = [...dates, accepted, resumedOn(input) ?? ''].toSorted().at(-1) as string;
  const cadence = every === undefined ? undefined : parseCadence(every);
  const days = (cadence && cadenceDays(cadence)) ?? THRESHOLDS.usualInterval;
  let silence = daysBetween(last, today);
  let least: number = Math.max(THRESHOLDS.silentDays, THRESHOLDS.intervals * days);
  if (cadence !== undefined && 'at' in cadence) {
    const passed = (milestones ?? []).map(({ date }) => date).filter((date) => date > last);
    const [first] = passed.toSorted();
    if (first === undefined) return undefined;
    silence = daysBetween(first, today);
    least = THRESHOLDS.silentDays;
  }
  if (silence <= least) return undefined;
  const agreed = every === undefined ? 'no interval was agreed' : `agreed: ${every}`;
  if (dates.length === 0) {
    return {
      mode: 'fire-and-forget',
      // It may have been talked about every Friday: there are no records to tell by.
      certain: false,
      evidence: [
        {
          date: accepted,
          commit: null,
          text: `no records: not one check-in since it was accepted (${agreed})`,
        },
      ],
      advice: PREDICTABLE,
    };
  }
  return {
    mode: 'fire-and-forget',
    certain: true,
    evidence: [
      {
        date: last,
        commit: null,
        text: `no check-in recorded since then, for ${daysBetween(last, today)} days (${agreed})`,
      },
    ],
    advice: PREDICTABLE,
  };
}

function inDays(every: unknown): number | undefined {
  const cadence = typeof every === 'string' ? parseCadence(every) : undefined;
  return cadence && cadenceDays(cadence);
}

/** Far more check-ins than agreed within three weeks, or a denser interval: a hint, git cannot see talk. */
export function helicopter(input: HealthInput): Concern | undefined {
  const { brief, history, today } = input;
  const accepted = acceptedOn(input);
  if (accepted === undefined) return undefined;
  const evidence: Concern['evidence'][number][] = [];
  const days = inDays(brief.values['check-ins.every']);
  const denser = (history?.moves ?? []).filter(
    ({ field, standing, before, after }) =>
      field === 'check-ins.every' &&
      standing !== 'shaping' &&
      (inDays(after) ?? Infinity) < (inDays(before) ?? 0),
  );
  for (const { before, after, date, commit } of denser) {
    const text = `check-ins became denser: ${String(before)} → ${String(after)}`;
    evidence.push({ date: dayOf(date) ?? today, commit, text });
  }
  const first = denser[0];
  const planned = (first === undefined ? undefined : inDays(first.before)) ?? days;
  const dates = readCheckIns(brief)
    .map(({ date }) => date)
    .filter((date) => date >= accepted && date <= today)
    .toSorted();
  if (planned !== undefined) {
    const window = THRESHOLDS.hoveringDays;
    const most = Math.max(2, (THRESHOLDS.hovering * window) / planned);
    for (const [index, from] of dates.entries()) {
      const until = addDays(from, window);
      const count = dates.slice(index).filter((date) => date < until).length;
      if (count <= most) continue;
      const text = `${count} check-ins in three weeks, where about ${Math.round(window / planned)} were agreed`;
      evidence.push({ date: from, commit: null, text });
      break;
    }
  }
  if (evidence.length === 0) return undefined;
  return {
    mode: 'helicopter',
    certain: false,
    evidence,
    advice:
      'Ask what is missing rather than how it goes: agree under escalation on what cannot wait, and let the rest wait for the check-in.',
  };
}

/** The why as it was agreed to: what its first later move had before, else what it is. */
function whyAtAgreement({ brief, history }: HealthInput): {
  why: string | undefined;
  move: Move | undefined;
} {
  const move = history?.moves.find(
    ({ field, standing }) => field === 'why' && standing !== 'shaping',
  );
  if (move === undefined) return { why: brief.values.why, move };
  return { why: typeof move.before === 'string' ? move.before : undefined, move };
}

/** The what without the why, at the time of the agreement. */
export function justDoIt(input: HealthInput): Concern | undefined {
  const { brief, today } = input;
  const accepted = acceptedOn(input);
  if (accepted === undefined) return undefined;
  const { why, move } = whyAtAgreement(input);
  const { why: _, ...others } = brief.values;
  const onlyRestates = (values: Values): boolean =>
    input.isRuleOn(WHY_RESTATES_GOAL) && restatesGoal({ ...brief, values });
  const restated = why !== undefined && onlyRestates({ ...others, why });
  if (why !== undefined && !restated) return undefined;
  const evidence: Concern['evidence'][number][] = [
    {
      date: accepted,
      commit: null,
      text: restated
        ? 'accepted with a why that only says the goal again'
        : 'accepted without a why',
    },
  ];
  if (move !== undefined && brief.values.why !== undefined && !onlyRestates(brief.values)) {
    const day = dayOf(move.date) ?? today;
    const late = daysBetween(accepted, day);
    if (late <= THRESHOLDS.lateWhyDays) return undefined;
    evidence.push({ date: day, commit: move.commit, text: `the why came ${late} days later` });
  }
  return {
    mode: 'just-do-it',
    certain: true,
    evidence,
    advice:
      'Say why it is worth solving and how it will be used, so that they can adapt when things change.',
  };
}
