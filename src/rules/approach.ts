/** How much of the way the delegate has, by the approach. */
import type { Brief } from '../brief/read.ts';

/** True when the whole problem is handed over: the way is the delegate's to choose. */
export function isProblemTheirs({ values }: Brief): boolean {
  return values.approach === 'problem-solving';
}

/** True when at least a part of the way is. */
export function isWayTheirs({ values }: Brief): boolean {
  return values.approach === 'problem-solving' || values.approach === 'shared';
}
