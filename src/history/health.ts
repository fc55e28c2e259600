/**
 * The five failure modes of the essay, looked for in what a brief records and what git has of it; and
 * whether the ambiguity fits. It speaks of a brief, never of a person's worth: no score, no ranking.
 */
import type { Brief } from '../brief/read.ts';
import { AMBIGUITY } from '../rules/ambiguity.ts';
import { fireAndForget, helicopter, justDoIt } from './health-follow-up.ts';
import { movingGoalpost, rubberBand } from './health-moves.ts';
import type { Concern, HealthInput } from './health-modes.ts';

export type { Concern, HealthInput, Mode } from './health-modes.ts';
export { MODES } from './health-modes.ts';

/** True where there is something to look for: agreed, and not given up. */
export function isJudged({ values, readable }: Brief): boolean {
  const { status } = values;
  return readable && (status === 'accepted' || status === 'paused' || status === 'done');
}

const WHICH_WAY = new Map(AMBIGUITY.map(({ id, ambiguity: way }) => [id, way]));

/** Whether what is left open fits the person and the problem: a hint, by the rules of lint. */
function ambiguity({ findings }: HealthInput): Concern | undefined {
  const messages = (kind: 'too-much' | 'too-little'): string[] =>
    findings
      .filter(({ rule }) => WHICH_WAY.get(rule) === kind)
      .map(({ message }) => `${kind === 'too-much' ? 'much' : 'little'} is open: ${message}`);
  const much = messages('too-much');
  const texts = [...much, ...messages('too-little')];
  if (texts.length === 0) return undefined;
  return {
    mode: 'ambiguity',
    certain: false,
    evidence: texts.map((text) => ({ date: null, commit: null, text })),
    advice:
      much.length > 0
        ? 'Too much ambiguity overwhelms: add support, plan a part together, or set a point to stop.'
        : 'Too little ambiguity frustrates: leave them the plan, or more of the decisions.',
  };
}

/** Everything that is found in one brief, in the order of the modes. */
export function judgeHealth(input: HealthInput): Concern[] {
  if (!isJudged(input.brief)) return [];
  const open = input.brief.values.status !== 'done';
  return [
    open ? fireAndForget(input) : undefined,
    rubberBand(input),
    open ? helicopter(input) : undefined,
    justDoIt(input),
    movingGoalpost(input),
    open ? ambiguity(input) : undefined,
  ].filter((concern) => concern !== undefined);
}
