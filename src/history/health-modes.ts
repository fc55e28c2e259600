/** What the failure modes of delegation are recognised by, and from which point on. */
import type { Brief } from '../brief/read.ts';
import type { Finding } from '../rules/finding.ts';
import type { Rule } from '../rules/rule.ts';
import type { BriefHistory } from './types.ts';

/** What is looked for, in the order in which it is reported. */
export const MODES = [
  'fire-and-forget',
  'rubber-band',
  'helicopter',
  'just-do-it',
  'moving-goalpost',
  'ambiguity',
] as const;
export type Mode = (typeof MODES)[number];

/**
 * The thresholds, in one place and mild: a check-in a day late is not a brief that was forgotten, and
 * an answered question is not hovering.
 */
export const THRESHOLDS = {
  /** Fire and forget: so many agreed intervals without a check-in … */
  intervals: 2,
  /** … and at least so many days. */
  silentDays: 14,
  /** Where no interval was agreed, this many days are one. */
  usualInterval: 30,
  /** Rubber band: so many agreed steps back, or one that was not agreed. */
  agreedSteps: 2,
  /** Helicopter: more than so many times the agreed check-ins … */
  hovering: 2,
  /** … within so many days. */
  hoveringDays: 21,
  /** Just do it: a why that came so many days after the agreement came too late. */
  lateWhyDays: 7,
  /** A change so soon after the agreement corrects it. */
  correctionHours: 48,
  /** Moving goalpost: marked in this last part of the time. */
  lastPart: 0.2,
} as const;

/** What was seen, in one line. */
export interface Evidence {
  /** `YYYY-MM-DD`, where it happened on a day. */
  readonly date: string | null;
  readonly commit: string | null;
  readonly text: string;
}

/** One failure mode of one brief. */
export interface Concern {
  readonly mode: Mode;
  /** False for what is only worth a look: git cannot see two people talk. */
  readonly certain: boolean;
  readonly evidence: readonly Evidence[];
  /** What to do, after the essay. */
  readonly advice: string;
}

/** What a brief is judged by. */
export interface HealthInput {
  readonly path: string;
  readonly brief: Brief;
  /** Undefined where git has none. */
  readonly history: BriefHistory | undefined;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What lint finds in it. */
  readonly findings: readonly Finding[];
  /** Whether a rule of lint is on for this brief: what it would say is not said where it is off. */
  readonly isRuleOn: (rule: Rule) => boolean;
}

/** A value of the calendar from git's own date. */
export function dayOf(date: string | null): string | null {
  return date === null ? null : date.slice(0, 10);
}

/** The day of the agreement: as recorded, else as git has it; undefined before any. */
export function acceptedOn({ brief, history }: HealthInput): string | undefined {
  const { agreement } = brief.values;
  const noted = history?.notes.findLast(({ note }) => note === 'accepted');
  return agreement?.date ?? dayOf(noted?.date ?? null) ?? undefined;
}
