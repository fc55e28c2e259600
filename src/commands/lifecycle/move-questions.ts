/** What `amend` and `edit` say and ask of a move: why, and who has agreed to it. */
import { currentStandings } from '../../agreement/change-standing.ts';
import { namedAsIn, onWord } from '../../agreement/consent.ts';
import { labelsOf } from '../../agreement/record.ts';
import { ANSWERS } from '../../brief/fields.ts';
import type { Consent, Values } from '../../brief/fields.ts';
import { samePerson } from '../../brief/people.ts';
import type { Host } from '../../host.ts';
import { personMeant } from '../../lifecycle/people.ts';
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
  /** A change of the text that the person chooses. */
  readonly change: (text: string, today: string) => Promise<(text: string) => string>;
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

/** Who else has agreed to a move, by the flag or by what the person says: told on the person's word. */
export async function agreedByOf(
  { self, brief, workspace }: BriefSession,
  { agreedBy }: MoveOptions,
  questions: MoveQuestions | undefined,
): Promise<readonly Consent[]> {
  const who = agreedBy ?? (await questions?.agreedBy(brief.values, self));
  if (who === undefined || (self !== undefined && samePerson(who, self))) return [];
  const sides = [brief.values.delegate, brief.values.delegator].flatMap((side) => side ?? []);
  const by = (await personMeant(workspace, who, sides)) ?? namedAsIn(brief.values, who);
  if (self !== undefined && samePerson(by, self)) return [];
  return [self === undefined ? { by } : { by, 'recorded-by': self }];
}

/** What the newest record waits for. */
export function agreementRemarks(values: Values): string[] {
  const newest = currentStandings(values).at(-1);
  if (newest === undefined) return [];
  const ref = values.id ?? 'BRIEF';
  const names = newest.awaited.map((side) => values[side] ?? `the ${side}`);
  const waits = names.map((name) => `Open until ${name} agrees: delegate agree ${ref}`);
  const told = onWord(newest.change['agreed-by'] ?? []).map(
    ({ by, 'recorded-by': recorder }) => `${by} agrees on the word of ${recorder}.`,
  );
  return [...told, ...waits];
}
