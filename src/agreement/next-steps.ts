/** What a person can do next with a brief: what waits for them, else what its status leads to. */
import type { Brief } from '../brief/read.ts';
import { samePerson } from '../brief/people.ts';
import type { Side } from './consent.ts';
import { roleOf } from './consent.ts';
import { inboxFacts, inboxItems } from './inbox.ts';
import type { Status } from './transitions.ts';

/** The commands that go on from each status, by whose they are. */
const NEXT: Readonly<Record<Status, readonly (readonly [Side, string])[]>> = {
  draft: [['delegator', 'propose']],
  proposed: [
    ['delegate', 'accept'],
    ['delegator', 'withdraw'],
  ],
  accepted: [
    ['delegator', 'check-in'],
    ['delegate', 'check-in'],
    ['delegator', 'amend'],
    ['delegate', 'amend'],
    ['delegator', 'close'],
  ],
  paused: [['delegator', 'resume']],
  done: [],
  cancelled: [],
};

/**
 * The commands for a person, the nearest first, without the name of the brief: `amend --take-back
 * disputed`. None for somebody whom the brief does not name.
 *
 * @param self As the brief names them.
 */
export function nextSteps(brief: Brief, self: string | undefined, today: string): string[] {
  if (self === undefined || !brief.readable) return [];
  const facts = inboxFacts(brief, { today });
  const role = roleOf(self, facts.values);
  if (role === 'other') return [];
  const waiting = inboxItems(facts).filter(
    ({ person }) => person !== undefined && samePerson(person, self),
  );
  const answers = waiting.flatMap(({ command, refusal }) => [command, refusal ?? command]);
  const isOwn = (side: Side): boolean => {
    const person = facts.values[side];
    return person !== undefined && samePerson(person, self);
  };
  const onward = NEXT[facts.status].filter(([side]) => isOwn(side)).map(([, command]) => command);
  return [...new Set([...answers, ...onward])];
}
