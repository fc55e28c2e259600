/**
 * The table of what can wait for somebody: for whom, since when, the command that answers it, and what
 * ends it. The inbox, the list, the editor and docs/inbox.md are made from it.
 */
import { daysBetween } from '../brief/dates/calendar.ts';
import { readCheckIns } from '../brief/check-ins.ts';
import { datedLines } from '../brief/dated-lines.ts';
import type { Objection, Values } from '../brief/fields.ts';
import { parsePerson } from '../brief/people.ts';
import type { Brief } from '../brief/read.ts';
import { hasUnreadCriterion } from '../brief/unread.ts';
import { clip } from '../brief/value-text.ts';
import type { StandingChange } from './change-standing.ts';
import type { Side } from './consent.ts';
import { isToOneself, roleOf } from './consent.ts';
import type { FollowUp } from './follow-up.ts';
import { PAUSES } from './follow-up.ts';
import { asksTheSame, hasObjection, lastTakenBack, objectionTo } from './objections.ts';
import { lacksOutcome } from './outcome.ts';
import { readProposals } from './proposals.ts';
import { labelsOf } from './record.ts';
import { TAKE_BACK } from './settling.ts';
import type { Status } from './transitions.ts';
import { isClosed } from './transitions.ts';

/** What is known of a brief on a day. */
export interface InboxFacts {
  readonly brief: Brief;
  readonly values: Values;
  readonly status: Status;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly followUp: FollowUp;
  /** The recorded changes that count, of a brief that was accepted. */
  readonly changes: readonly StandingChange[];
  /** The criteria are not those of the newest seal. */
  readonly isMoved: boolean;
  readonly history: InboxHistory;
}

/** What only git knows of a brief. */
export interface InboxHistory {
  /** The day of the last commit that changed it. */
  readonly changedOn?: string | undefined;
  /** The silent move that stands: whose commit made it, and when. */
  readonly moved?: { readonly by: string; readonly date: string } | undefined;
  /** The brief as it was when it came to have what `askedOfGit` looks for. */
  readonly asOf?: Brief | undefined;
}

/** Something that waits. */
export interface Waiting {
  /** Whom it waits for, as the brief names them; undefined where it names nobody. */
  readonly person: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly since: string | undefined;
  /** `YYYY-MM-DD`: on the day after it is overdue. */
  readonly due?: string | undefined;
  /** What waits, in a sentence without a full stop. */
  readonly text: string;
  /** The same in a word, beside the brief. */
  readonly word: string;
  /** The command that answers it, where it is not that of the kind. */
  readonly command?: string;
  /** The recorded changes that it is about. */
  readonly changes?: readonly StandingChange[];
}

/** A kind of what can wait. */
export interface InboxKind {
  readonly id: string;
  readonly what: string;
  readonly whom: string;
  readonly since: string;
  /** The command that answers it; the brief's id follows. */
  readonly command: string;
  /** The command that says no, where that is another. */
  readonly refusal?: string;
  readonly ends: string;
  /** From when on it is overdue; never, where it is not said. */
  readonly overdue?: string;
  /** It is about what was agreed, and does not depend on the day. */
  readonly isOnAgreement?: true;
  /** It is worth a colour in the list. */
  readonly isPressing?: true;
  readonly find: (facts: InboxFacts) => readonly Waiting[] | Waiting | undefined;
}

function nameOf(person: string | undefined, otherwise = 'somebody'): string {
  return person === undefined ? otherwise : clip(parsePerson(person).name);
}

/** `: “what they said”`, or nothing. */
function saying(text = ''): string {
  return text === '' ? '' : `: ${clip(text, 160)}`;
}

function daysAgo(date: string, today: string): string {
  const days = daysBetween(date, today);
  return days === 1 ? 'a day' : `${days} days`;
}

function proposal({ values, status, history }: InboxFacts): Waiting | undefined {
  const { agreement, delegate, delegator } = values;
  const isOpen = status === 'proposed' || status === 'accepted' || status === 'paused';
  if (!isOpen || agreement !== undefined) return undefined;
  const text =
    status === 'proposed'
      ? `Proposed by ${nameOf(delegator, 'its delegator')}: accept it, or object`
      : `It is ${status}, and nobody has accepted it yet`;
  return {
    person: delegate,
    since: history.changedOn,
    text,
    word: `waits for ${nameOf(delegate, 'its delegate')} to accept`,
  };
}

function objection({ brief, values, status, history }: InboxFacts): Waiting | undefined {
  if (status !== 'draft' || values.agreement !== undefined) return undefined;
  const found = objectionTo(brief);
  if (found === undefined) return undefined;
  const who = clip(found.lead) || 'Somebody';
  const isChanged = history.asOf !== undefined && !asksTheSame(history.asOf, brief);
  return {
    person: values.delegator,
    since: found.date,
    text: `${who} objects${saying(found.text)}${isChanged ? ' (the brief has changed since)' : ''}`,
    word: `${who} objects`,
    ...(isChanged ? { command: 'propose' } : {}),
  };
}

function withdrawal({ brief, values, status }: InboxFacts): Waiting | undefined {
  const last = lastTakenBack(values);
  if (status !== 'draft' || values.agreement !== undefined || last === undefined) return undefined;
  if (last.by === undefined || isToOneself(values)) return undefined;
  if (roleOf(last.by, values) === 'delegator' || objectionTo(brief) !== undefined) return undefined;
  const what = last.agreement === undefined ? 'the proposal' : 'the acceptance';
  return {
    person: values.delegator,
    since: last.date,
    text: `${nameOf(last.by)} took ${what} back${saying(last.reason)}`,
    word: `taken back by ${nameOf(last.by)}`,
  };
}

/** The open changes of each side that has not agreed: one item, and one command, for all of them. */
function openChanges({ values, changes }: InboxFacts): readonly Waiting[] | undefined {
  if (changes.length === 0) return undefined;
  const open = changes.filter(({ standing }) => standing === 'open');
  return (['delegate', 'delegator'] as const).flatMap((side) => openFor(side, values, open));
}

function openFor(side: Side, values: Values, open: readonly StandingChange[]): readonly Waiting[] {
  const own = open.filter(({ awaited }) => awaited.includes(side));
  const [first] = own;
  if (first === undefined) return [];
  const fields = clip(labelsOf([...new Set(own.flatMap(({ change }) => change.fields))]), 80);
  const isOne = own.length === 1;
  const { by = values.delegator, reason } = first.change;
  const text = isOne
    ? `${nameOf(by, 'Somebody')} changed ${fields || 'it'}${saying(reason)}`
    : `${own.length} changes to agree to${fields && `: ${fields}`}`;
  const words = isOne ? 'open change, waits' : `${own.length} open changes, wait`;
  return [
    {
      person: values[side],
      since: earliest(own.map(({ change }) => change.date)),
      text,
      word: `${words} for ${nameOf(values[side], `the ${side}`)}`,
      changes: own,
    },
  ];
}

/** The disputed changes of each who recorded some. */
function disputes({ values, changes }: InboxFacts): readonly Waiting[] | undefined {
  if (changes.length === 0) return undefined;
  const disputed = changes.filter(({ objections }) => objections.length > 0);
  const recorders = [...new Set(disputed.map(({ change }) => change.by ?? values.delegator))];
  return recorders.map((person) => {
    const own = disputed.filter(({ change }) => (change.by ?? values.delegator) === person);
    const objections = own.flatMap(({ objections: all }) => all);
    const [last] = objections.slice(-1) as [Objection];
    const fields = clip(labelsOf([...new Set(own.flatMap(({ change }) => change.fields))]), 80);
    const what = own.length === 1 ? 'the change' : `${own.length} changes`;
    return {
      person,
      since: earliest(objections.map(({ date }) => date)),
      text: `${nameOf(last.by, 'Somebody')} objects to ${what}${fields && ` of ${fields}`}${saying(last.reason)}`,
      word: `disputed by ${nameOf(last.by)}`,
      changes: own,
      ...wayTo(values),
    };
  });
}

function earliest(dates: readonly (string | undefined)[]): string | undefined {
  return dates.filter((date) => date !== undefined).toSorted()[0];
}

function silentMove({
  brief,
  values,
  isMoved,
  history: { moved },
}: InboxFacts): Waiting | undefined {
  if (!isMoved || hasUnreadCriterion(brief)) return undefined;
  const isDelegates = moved !== undefined && roleOf(moved.by, values) === 'delegate';
  return {
    person: isDelegates ? values.delegate : values.delegator,
    since: moved?.date,
    text: 'The criteria moved in silence: put them back, or record the move',
    word: 'silent move of the criteria',
    ...wayTo(values),
  };
}

/** A closed brief cannot be amended: it is opened first. */
function wayTo(values: Values): Pick<Waiting, 'command'> {
  return isClosed(values) ? { command: 'reopen' } : {};
}

function blocked({ brief, values, status, followUp, history }: InboxFacts): Waiting | undefined {
  const { last } = followUp;
  if (status !== 'accepted' || last?.state !== 'blocked') return undefined;
  const answers = answersIn(brief);
  if (answers.some((date) => date !== undefined && date > last.date)) return undefined;
  // Of what is as old as the check-in git knows whether it came after it.
  const { asOf } = history;
  if (asOf !== undefined && answers.length > answersIn(asOf).length) return undefined;
  return {
    person: values.delegator,
    since: last.date,
    text: `Blocked since ${last.date}${saying(last.note)}`,
    word: 'blocked',
  };
}

/** The days of what can answer a check-in that says blocked: recorded changes, and pauses that ended. */
function answersIn(brief: Brief): readonly (string | undefined)[] {
  const resumed = datedLines(brief, PAUSES).filter(({ lead }) => lead.startsWith('resumed'));
  return [...resumed, ...(brief.values.changes ?? [])].map(({ date }) => date);
}

/**
 * What git is to look for in the revisions of a brief, where its own lines do not tell what came first;
 * undefined where there is nothing to ask.
 */
export function askedOfGit({
  brief,
  status,
  followUp,
}: InboxFacts): ((revision: Brief) => boolean) | undefined {
  const said = status === 'draft' ? objectionTo(brief) : undefined;
  if (said !== undefined) return (revision) => hasObjection(revision, said);
  const { last } = followUp;
  if (status !== 'accepted' || last?.state !== 'blocked') return undefined;
  if (!answersIn(brief).includes(last.date)) return undefined;
  return (revision) =>
    readCheckIns(revision).some(({ date, note }) => date === last.date && note === last.note);
}

function checkIn({ values, followUp: { next }, today }: InboxFacts): Waiting | undefined {
  if (next === undefined || next > today) return undefined;
  const isLate = next < today;
  return {
    person: values.delegator,
    since: next,
    due: next,
    text: isLate
      ? `The check-in of ${next} is ${daysAgo(next, today)} late`
      : 'A check-in is due today',
    word: isLate ? `check-in was due ${next}` : 'check-in is due today',
  };
}

function dueDate({ values, status, today }: InboxFacts): Waiting | undefined {
  const due = values['timeline.due'];
  const isOpen = status === 'accepted' || status === 'paused' || status === 'proposed';
  if (!isOpen || due === undefined || due >= today) return undefined;
  const isFree = status === 'proposed';
  const or = isFree ? 'propose another date' : 'close it, or agree on another date';
  return {
    person: values.delegator,
    since: due,
    due,
    text: `It was due on ${due}, ${daysAgo(due, today)} ago: ${or}`,
    word: `was due ${due}`,
    ...(isFree ? { command: 'edit' } : {}),
  };
}

function pauseOver({ values, followUp, today }: InboxFacts): Waiting | undefined {
  const { pausedUntil: until } = followUp;
  if (until === undefined || until > today) return undefined;
  return {
    person: values.delegator,
    since: until,
    due: until,
    text: `It was paused until ${until}: take it up again, or pause it anew`,
    word: `was paused until ${until}`,
  };
}

function proposedChanges({ brief, values, status }: InboxFacts): readonly Waiting[] | undefined {
  if (status !== 'accepted' && status !== 'paused') return undefined;
  const open = readProposals(brief).filter(({ settled }) => settled === undefined);
  if (open.length === 0) return undefined;
  const { delegator, delegate } = values;
  return open.map(({ number, date, by, reason, changes }) => {
    const what = labelsOf([...new Set(changes.map(({ field }) => field))]);
    const isDelegators = delegator !== undefined && parsePerson(delegator).name === by;
    return {
      person: isDelegators ? delegate : delegator,
      since: date,
      text: `${clip(by)} proposes to change ${what}${saying(reason)}`,
      word: `${clip(by)} proposes a change`,
      command: `amend --from-proposal ${number}`,
    };
  });
}

function noOutcome({ values, status, history }: InboxFacts): Waiting | undefined {
  if (!lacksOutcome(values)) return undefined;
  return {
    person: values.delegator,
    since: values.outcome?.date ?? history.changedOn,
    text: `It is ${status}, and nothing says how it ended`,
    word: `${status} without an outcome`,
  };
}

const TABLE = [
  {
    id: 'accept',
    what: 'A proposal to accept or to object to',
    whom: 'the delegate',
    since: 'the last commit that changed the brief',
    command: 'accept',
    ends: 'they accept it or object, or it is withdrawn',
    find: proposal,
  },
  {
    id: 'objection',
    what: 'An objection to a proposal',
    whom: 'the delegator',
    since: 'the day of the objection',
    command: 'edit',
    ends: 'the brief is proposed again: changed, or with the reason why it stays; or it is cancelled',
    find: objection,
  },
  {
    id: 'withdrawn',
    what: 'A proposal or an acceptance that somebody else took back',
    whom: 'the delegator',
    since: 'the day on which it was taken back',
    command: 'propose',
    ends: 'the brief is proposed again, or cancelled',
    find: withdrawal,
  },
  {
    id: 'agree',
    what: 'Recorded changes to agree to',
    whom: 'each side that has not agreed',
    since: 'the day of the first of them',
    command: 'agree',
    refusal: 'dispute',
    ends: 'they agree, or object ("delegate dispute"); or a later change takes its place',
    isOnAgreement: true,
    find: openChanges,
  },
  {
    id: 'dispute',
    what: 'A recorded change that somebody objects to',
    whom: 'whoever recorded the change',
    since: 'the day of the first objection',
    command: `amend ${TAKE_BACK}`,
    ends: 'the change is taken back, or whoever objects agrees ("delegate agree")',
    isOnAgreement: true,
    isPressing: true,
    find: disputes,
  },
  {
    id: 'proposal',
    what: 'A change that somebody proposes',
    whom: 'the delegator; the delegate where the delegator proposes it',
    since: 'the day of the proposal',
    command: 'amend --from-proposal 1',
    ends: 'it is taken over, or declined ("delegate amend --decline-proposal")',
    find: proposedChanges,
  },
  {
    id: 'silent',
    what: 'A silent move: the criteria are not those agreed to, and no record says so',
    whom: 'the delegator; the delegate where git says that they made it',
    since: 'the commit that made it',
    command: 'amend',
    ends: 'the move is recorded, or put back',
    isOnAgreement: true,
    isPressing: true,
    find: silentMove,
  },
  {
    id: 'blocked',
    what: 'A check-in that says blocked, and was not answered',
    whom: 'the delegator',
    since: 'the day of that check-in',
    command: 'check-in',
    ends: 'another check-in, a recorded change or a pause after it',
    isPressing: true,
    find: blocked,
  },
  {
    id: 'check-in',
    what: 'A check-in that is due',
    whom: 'the delegator',
    since: 'the day on which it is due',
    command: 'check-in',
    ends: 'a check-in is recorded',
    overdue: 'the day after',
    find: checkIn,
  },
  {
    id: 'due',
    what: 'A due date that has passed',
    whom: 'the delegator',
    since: 'the due date',
    command: 'close',
    ends: 'the brief is closed, or the date moves ("delegate amend")',
    overdue: 'at once',
    isPressing: true,
    find: dueDate,
  },
  {
    id: 'paused',
    what: 'A pause that is over',
    whom: 'the delegator',
    since: 'the day until which it was paused',
    command: 'resume',
    ends: 'the brief is resumed, paused anew ("delegate pause"), or closed',
    overdue: 'the day after',
    find: pauseOver,
  },
  {
    id: 'outcome',
    what: 'A closed brief that does not say how it ended',
    whom: 'the delegator',
    since: 'the last commit that changed the brief',
    command: 'close',
    ends: 'an outcome is written',
    find: noOutcome,
  },
] as const satisfies readonly InboxKind[];

/** The name of a kind. */
export type InboxKindId = (typeof TABLE)[number]['id'];

/** Every kind, in the order of the page. */
export const INBOX_KINDS: readonly (InboxKind & { readonly id: InboxKindId })[] = TABLE;
