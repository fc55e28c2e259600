/**
 * The five failure modes of the essay, looked for in what a brief records and what git has of it; and
 * whether the ambiguity fits. It speaks of a brief, never of a person's worth: no score, no ranking.
 */
import type { Brief } from '../brief/read.ts';
import { checkBrief } from '../rules/index.ts';
import { fireAndForget, helicopter, justDoIt } from './health-follow-up.ts';
import { movingGoalpost, rubberBand } from './health-moves.ts';
import type { Concern, Patient } from './health-modes.ts';

export type { Concern, Mode, Patient } from './health-modes.ts';
export { MODES } from './health-modes.ts';

/** True where there is something to look for: agreed, and not given up. */
export function isJudged({ values, readable }: Brief): boolean {
  const { status } = values;
  return readable && (status === 'accepted' || status === 'paused' || status === 'done');
}

const TOO_MUCH = ['first-time-alone', 'unknown-solution-fixed'];
const TOO_LITTLE = ['tight-for-experienced', 'plan-in-problem-solving', 'no-decisions-left'];

/** Whether what is left open fits the person and the problem: a hint, by the rules of lint. */
function ambiguity({ brief, path, today }: Patient): Concern | undefined {
  const found = checkBrief(brief, { path, today });
  const much = found.filter(({ rule }) => TOO_MUCH.includes(rule));
  const little = found.filter(({ rule }) => TOO_LITTLE.includes(rule));
  if (much.length + little.length === 0) return undefined;
  return {
    mode: 'ambiguity',
    certain: false,
    evidence: [
      ...much.map(({ message }) => ({
        date: null,
        commit: null,
        text: `much is open: ${message}`,
      })),
      ...little.map(({ message }) => ({
        date: null,
        commit: null,
        text: `little is open: ${message}`,
      })),
    ],
    advice:
      much.length > 0
        ? 'Too much ambiguity overwhelms: add support, plan a part together, or set a point to stop.'
        : 'Too little ambiguity frustrates: leave them the plan, or more of the decisions.',
  };
}

/** Everything that is found in one brief, in the order of the modes. */
export function judgeHealth(patient: Patient): Concern[] {
  if (!isJudged(patient.brief)) return [];
  const open = patient.brief.values.status !== 'done';
  return [
    open ? fireAndForget(patient) : undefined,
    rubberBand(patient),
    open ? helicopter(patient) : undefined,
    justDoIt(patient),
    movingGoalpost(patient),
    open ? ambiguity(patient) : undefined,
  ].filter((concern) => concern !== undefined);
}
