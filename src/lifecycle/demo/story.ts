/** What the stories of the demo are made of: who did what to a brief, and on which day. */
import { currentStandings } from '../../agreement/change-standing.ts';
import type { MoveRecord } from '../../agreement/record.ts';
import { labelsOf, moveTrailers, withRecord } from '../../agreement/record.ts';
import { seal } from '../../brief/canonical.ts';
import type { State } from '../../brief/check-ins.ts';
import type { AnyValue, FieldName, Values } from '../../brief/fields.ts';
import { editInSteps } from '../../brief/edit-steps.ts';
import { writePerson } from '../../brief/people.ts';
import { readBrief } from '../../brief/read.ts';
import { setField } from '../../brief/yaml/edit.ts';
import { briefSubject } from '../../git/commit-message.ts';
import type { Identity } from '../../git/identity.ts';
import { withAgreement } from '../accept.ts';
import { withConsent } from '../agree.ts';
import { withCheckIn } from '../check-in.ts';
import type { Closing } from '../close.ts';
import { withOutcome } from '../close.ts';
import { asProposed } from '../propose.ts';

/** A working day: of the week of today, of one before (negative), or of one to come. */
export type DayOf = (week: number, weekday: 'Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri') => string;

/** One delegation, from its first draft to where it stands today. */
export interface Story {
  readonly path: string;
  readonly values: Values;
  readonly body: string;
  /** After it was written, in order. */
  readonly steps: readonly Step[];
  /** When it was written, by the delegator. */
  readonly written: string;
  readonly writer: Identity;
}

/** What somebody did on a day, which one commit has. */
export interface Step {
  readonly date: string;
  readonly by: Identity;
  readonly act: Act;
}

interface Act {
  readonly text: (before: string, step: Step) => string;
  /** The subject of the commit. */
  readonly subject: (title: string, step: Step) => string;
  readonly trailers?: readonly (readonly [key: string, value: string])[];
  /** Not made by a command. */
  readonly isByHand?: true;
}

/** A subject as the commands write it. */
const happened =
  (event: string) =>
  (title: string): string =>
    briefSubject(title, event);

export function propose(): Act {
  return { text: asProposed, subject: happened('proposed') };
}

export function accept(backbrief: string): Act {
  return {
    text: (before, { date, by }) => {
      const brief = readBrief(before);
      const criteria = seal(brief.values);
      return withAgreement(brief, { date, by: writePerson(by), backbrief, criteria });
    },
    subject: (title, { by }) => briefSubject(title, `accepted by ${by.name}`),
  };
}

export function checkIn(state: State, note: string): Act {
  return {
    text: (before, { date }) => withCheckIn(before, { date, state, note }),
    subject: happened(`check-in, ${state.replace('-', ' ')}`),
  };
}

/** A field that somebody changes in their editor, and commits with a message of their own. */
export function editByHand(message: string, name: FieldName, value: AnyValue): Act {
  return {
    text: (before) => withField(before, name, value),
    subject: () => message,
    isByHand: true,
  };
}

/** A field that is moved openly. */
export function amend(name: FieldName, value: AnyValue, reason: string): Act {
  const move: MoveRecord = { fields: [name], reason };
  return {
    text: (before, { date, by }) =>
      withRecord(withField(before, name, value), { ...move, date, by: writePerson(by) }),
    subject: happened(`${labelsOf([name])} moved`),
    trailers: moveTrailers(move),
  };
}

/** The other side's word on every change so far. */
export function agree(name: FieldName): Act {
  return {
    text: (before, { by }) => {
      const changes = currentStandings(readBrief(before).values);
      return withConsent(before, changes, { by: writePerson(by) });
    },
    subject: (title, { by }) => briefSubject(title, `${by.name} agrees to ${labelsOf([name])}`),
  };
}

export function close(closing: Closing): Act {
  return {
    text: (before, { date }) => withOutcome(before, closing, date),
    subject: happened(closing.as),
  };
}

function withField(text: string, name: FieldName, value: AnyValue): string {
  return editInSteps(text, (now) => setField(now, name, value));
}
