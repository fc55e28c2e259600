/** What `amend` and `edit` say and ask of a move: why, and who has agreed to it. */
import { agreedByMaking, roleOf } from '../../agreement/consent.ts';
import { labelsOf } from '../../agreement/record.ts';
import { ANSWERS } from '../../brief/fields.ts';
import type { Values } from '../../brief/fields.ts';
import type { Host } from '../../host.ts';
import type { BriefSession } from '../../lifecycle/session.ts';
import type { Ask } from '../../wizard/ask.ts';
import { askerOf } from './brief-command.ts';

/** The flags that answer the questions before they are asked. */
export interface MoveOptions {
  readonly reason?: string;
  readonly agreedBy?: string;
}

/** How a person is asked of a move. */
export interface MoveQuestions {
  readonly ask: Ask;
  /** The text with a change that the person chooses. */
  readonly change: (text: string, today: string) => Promise<string>;
  readonly reason: (fields: readonly string[]) => Promise<string>;
  readonly agreedBy: (parties: Values, self: string | undefined) => Promise<string | undefined>;
}

/** The questions in the host's terminal; undefined where there is none. */
export async function moveQuestions(host: Host): Promise<MoveQuestions | undefined> {
  if (!host.interactive) return undefined;
  const { askAgreed, askChange, askReason } = await import('../../wizard/amend.ts');
  const ask = await askerOf(host);
  return {
    ask,
    change: (text, today) => askChange(ask, text, ANSWERS, { today, ids: () => [] }),
    reason: (fields) => askReason(ask, labelsOf(fields)),
    agreedBy: (parties, self) => askAgreed(ask, parties, self),
  };
}

/** Who has agreed to a move: by the flag, by what the person says, or by making it. */
export async function agreedByOf(
  { self, brief }: BriefSession,
  { agreedBy }: MoveOptions,
  questions: MoveQuestions | undefined,
): Promise<string | undefined> {
  if (agreedBy !== undefined) return agreedBy;
  return questions === undefined
    ? agreedByMaking(self, brief.values)
    : questions.agreedBy(brief.values, self);
}

/** What there is to say about who agreed: nothing is forbidden. */
export function agreementRemarks(values: Values, agreedBy: string | undefined): string[] {
  const { delegate } = values;
  if (agreedBy === undefined) {
    return ['Nobody has agreed to it yet; lint will say so until "agreed-by" names somebody.'];
  }
  const role = roleOf(agreedBy, values);
  if (role === 'delegate') return [];
  if (role === 'delegator') {
    return [`Only the delegator has agreed; ${delegate ?? 'the delegate'} has not.`];
  }
  return [`Agreed by ${agreedBy}; the delegate is ${delegate ?? 'not named'}.`];
}
