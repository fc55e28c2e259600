/**
 * The two questions whose answers steer the advice on the approach and are kept nowhere. They are put
 * about the goal, which is known by then.
 */
import type { Values } from '../brief/fields.ts';
import { parsePerson } from '../brief/people.ts';
import { clip } from '../brief/value-text.ts';
import type { Readiness } from './advice.ts';
import type { Ask, Back, Question } from './ask.ts';

type More = Pick<Question, 'part' | 'hurry'>;

/** More of a goal than this is not repeated in a question. */
const MAX_GOAL = 120;

/** Asks whether the person can do it. */
export function askAble(
  ask: Ask,
  values: Values,
  more: More,
  before: Readiness['able'],
): Promise<Readiness['able'] | Back> {
  const aim = clip(values.goal ?? values.title ?? '', MAX_GOAL).replace(/\.$/, '');
  return ask.choice(
    {
      label: 'Able',
      ask: `Is ${nameIn(values)} able to solve this${aim === '' ? '' : `: "${aim}"`}?`,
      help: 'For my advice only: this answer and the next are kept nowhere. Best put to the person.',
      why: WHY,
      ...more,
    },
    [
      { value: 'yes', name: 'yes', means: 'they have done the like' },
      { value: 'partly', name: 'partly', means: 'some of it is new to them' },
      { value: 'no', name: 'not yet', means: 'most of it is new to them' },
    ],
    before,
  );
}

/** Asks whether the person wants it. */
export function askWilling(
  ask: Ask,
  more: More,
  before: Readiness['willing'],
): Promise<Readiness['willing'] | Back> {
  return ask.choice(
    {
      label: 'Willing',
      ask: 'Are they willing: do they want it, and have they room for it?',
      why: WHY,
      ...more,
    },
    [
      { value: 'yes', name: 'yes' },
      { value: 'unsure', name: 'not sure' },
      { value: 'no', name: 'no' },
    ],
    before,
  );
}

const WHY =
  'Who can do it and wants it needs the problem and no more; who is new to it needs a plan, or somebody beside them. Left open, there is no advice.';

function nameIn({ delegate }: Values): string {
  return delegate === undefined ? 'the person you have in mind' : parsePerson(delegate).name;
}
