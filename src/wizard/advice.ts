/**
 * What the wizard says back: which approach may fit, and how much a brief leaves open. The two
 * private questions are after situational leadership (the essay, "Anchor delegation in reality");
 * their answers are never kept.
 */
import type { Values } from '../brief/fields.ts';

/** The answers to the private questions; undefined when they are left open. */
export interface Readiness {
  readonly able?: 'yes' | 'partly' | 'no' | undefined;
  readonly willing?: 'yes' | 'unsure' | 'no' | undefined;
}

/** Which approach may fit, and why; undefined when nothing was said. */
export function adviseApproach({ able, willing }: Readiness):
  | {
      readonly approach: NonNullable<Values['approach']>;
      readonly why: string;
    }
  | undefined {
  if (able === undefined && willing === undefined) return undefined;
  if (willing === 'no' || willing === 'unsure') {
    return {
      approach: 'shared',
      why: 'Plan it together first, and hear what holds them back: being told the steps rarely helps that.',
    };
  }
  if (able === 'yes') {
    return { approach: 'problem-solving', why: 'Hand over the whole problem; the how is theirs.' };
  }
  if (able === 'partly') {
    return {
      approach: 'shared',
      why: 'Plan it together, then let go piece by piece; say who helps with what is new.',
    };
  }
  if (able === 'no') {
    return {
      approach: 'execution',
      why: 'Own the plan yourself at first, in small pieces, with somebody beside them and a check-in a week.',
    };
  }
  return { approach: 'problem-solving', why: 'They want it: start by handing over the problem.' };
}

function count(number: number, one: string, many: string): string {
  return number === 1 ? `one ${one}` : `${number} ${many}`;
}

function leftOpen(values: Values): string {
  const own = values['decision-rights.delegate']?.length ?? 0;
  const ask = values['decision-rights.ask-first']?.length ?? 0;
  const rails = values.guardrails?.length ?? 0;
  const limits = [
    ...(rails > 0 ? [`within ${count(rails, 'guardrail', 'guardrails')}`] : []),
    ...(ask > 0 ? [`with ${count(ask, 'thing', 'things')} to ask you first`] : []),
  ].join(' and ');
  const limited = limits === '' ? '' : `, ${limits}`;
  if (values.approach === 'execution') {
    const steps = values.plan?.length ?? 0;
    const plan =
      steps === 0 ? 'The plan is yours' : `The plan of ${count(steps, 'step', 'steps')} is yours`;
    return `${plan}, and how each step is done is theirs${limited}`;
  }
  if (values.approach === 'shared')
    return `You plan together, and carrying it out is theirs${limited}`;
  const rights = own > 0 ? `, with ${count(own, 'decision', 'decisions')} named` : '';
  return `The whole how is theirs${rights}${limited}`;
}

function fits(values: Values): string {
  const open = values.approach !== 'execution';
  const support = values['fit.support'] !== undefined;
  switch (values['fit.experience']) {
    case 'first-time':
      if (values.approach === 'problem-solving' && !support) {
        return 'that is a lot for a first time: say who helps, or plan it together.';
      }
      return open
        ? 'for a first time that stretches, and the support makes it fair.'
        : 'that fits a first time; leave more open next time.';
    case 'similar':
      return open
        ? 'for somebody who has solved something comparable, that fits.'
        : 'somebody who has solved something comparable could take more of it.';
    case 'done-before':
      return values.approach === 'problem-solving'
        ? 'for somebody who has done it before, that fits.'
        : 'somebody who has done it before may feel held: could they have the whole problem?';
    default:
      return 'whether that fits depends on what they have done before: ask them.';
  }
}

/** One sentence: how much is left open to the delegate, and whether it fits their experience. */
export function openness(values: Values): string {
  return `${leftOpen(values)}; ${fits(values)}`;
}
