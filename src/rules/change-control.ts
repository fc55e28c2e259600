/** Change control: what was agreed, and whether it is still what the brief says. */
import type { Change, Values } from '../brief/fields.ts';
import { currentStandings } from '../agreement/change-standing.ts';
import type { Side } from '../agreement/consent.ts';
import { isToOneself, roleOf } from '../agreement/consent.ts';
import { hollowBackbrief } from '../agreement/backbrief.ts';
import { currentSeal } from '../agreement/seals.ts';
import { isAccepted } from '../agreement/transitions.ts';
import { wayToSettle } from '../agreement/settling.ts';
import { parsePerson } from '../brief/people.ts';
import type { Brief } from '../brief/read.ts';
import { missingSpan } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { RULE } from './ids.ts';
import { movedGoalpost } from './moved-goalpost.ts';
import { recordSpan } from './record-span.ts';
import type { Found, Rule } from './rule.ts';

function acceptedWithoutAgreement(brief: Brief): Found | undefined {
  const { status, agreement } = brief.values;
  if (!isAccepted(brief.values)) return undefined;
  if (agreement === undefined) {
    return {
      message: `the brief is ${status}, and has no agreement`,
      help: `let the delegate run "delegate accept ${brief.values.id ?? 'BRIEF'}"`,
      span: missingSpan(brief, brief.places.has('agreement') ? 'agreement' : 'status'),
    };
  }
  if (currentSeal(brief.values) !== undefined) return undefined;
  return {
    message: 'the agreement has no seal, so nothing tells whether the criteria have moved since',
    help: `when they are still those agreed to: delegate amend ${brief.values.id ?? 'BRIEF'} --reseal --reason "…"`,
    span: recordSpan(brief, 'agreement', 'criteria'),
    level: 'warning',
  };
}

function missingBackbrief(brief: Brief): Found | undefined {
  const { agreement } = brief.values;
  if (agreement === undefined || agreement.backbrief !== undefined) return undefined;
  return {
    message: 'the agreement has no backbrief: the delegate has not said it back',
    help: 'ask them to say in their own words what they take on, and write it there as backbrief',
    span: recordSpan(brief, 'agreement', 'backbrief'),
  };
}

/** A backbrief that says little, or only what the goal says. */
function saidBackThinly(brief: Brief): Found | undefined {
  const backbrief = brief.values.agreement?.backbrief;
  const thin = backbrief === undefined ? undefined : hollowBackbrief(backbrief, brief.values);
  if (thin === undefined) return undefined;
  return {
    message: `the backbrief ${thin}`,
    help: 'let the delegate say in their own words what they take on: the goal, the scope, what is theirs to decide',
    span: recordSpan(brief, 'agreement', 'backbrief'),
  };
}

function selfAccepted(brief: Brief): Found | undefined {
  const { agreement, delegate } = brief.values;
  if (agreement?.by === undefined || delegate === undefined) return undefined;
  const role = roleOf(agreement.by, brief.values);
  if (role === 'delegate') {
    // A brief to oneself can be meant; that it was agreed by two cannot.
    if (!isToOneself(brief.values)) return undefined;
    return {
      message: 'delegator and delegate are the same person',
      help: 'name who takes it; a note to oneself needs no agreement',
      span: missingSpan(brief, 'delegate'),
      level: 'info',
    };
  }
  const who = role === 'delegator' ? 'the delegator' : `"${clip(agreement.by)}"`;
  return {
    message: `the brief was accepted by ${who}, not by the delegate`,
    help: `take it back, and let the delegate accept it: delegate withdraw ${brief.values.id ?? 'BRIEF'} --reason "…"`,
    span: recordSpan(brief, 'agreement', 'by'),
  };
}

/** The changes that wait for somebody's word: each told with whose. */
function unagreedChanges(brief: Brief): Found[] {
  const { values } = brief;
  if (!isAccepted(values)) return [];
  const ref = values.id ?? 'BRIEF';
  return currentStandings(values).flatMap(({ change, index, standing, awaited, objections }) => {
    const [objection] = objections;
    if (objection !== undefined) {
      const who = objection.by === undefined ? 'somebody' : parsePerson(objection.by).name;
      return {
        message: `${who} objects to ${what(change)}: ${clip(objection.reason ?? 'no reason given', 80)}`,
        help: wayToSettle('disputed', ref) as string,
        span: recordSpan(brief, 'changes', 'objections', index),
      };
    }
    if (standing !== 'open' || awaited.length === 0) return [];
    return {
      message: `${waitedFor(awaited, values)} not agreed to ${what(change)}`,
      help: `let them run "delegate agree ${ref}", or add their name to agreed-by when they have said so`,
      span: recordSpan(brief, 'changes', 'agreed-by', index),
    };
  });
}

/** `Bor Kos has`, `the delegator and the delegate have`. */
function waitedFor(sides: readonly Side[], values: Values): string {
  const names = sides.map((side) => {
    const person = values[side];
    return person === undefined ? `the ${side}` : clip(parsePerson(person).name);
  });
  return `${names.join(' and ')} ${names.length === 1 ? 'has' : 'have'}`;
}

function changesWithoutReason(brief: Brief): Found[] {
  return (brief.values.changes ?? []).flatMap((change, index) =>
    change.reason === undefined
      ? {
          message: `${what(change)} gives no reason`,
          help: 'add reason: why it had to move',
          span: recordSpan(brief, 'changes', 'reason', index),
        }
      : [],
  );
}

function what({ date, fields }: Change): string {
  const named = fields.length === 0 ? '' : ` of ${clip(fields.join(', '))}`;
  return `the change${named}${date === undefined ? '' : ` on ${date}`}`;
}

const RECORDED =
  'status: accepted\nagreement: {date: 2026-04-03, by: Bor Kos <bor@example.com>, backbrief: I own the wait., criteria: v1-0000000000000000}\nchanges:\n';
const SEALED = 'v1-cc4b4eb028100c91';
const AGREED = `agreement: {date: 2026-04-03, by: Bor Kos <bor@example.com>, backbrief: I own the wait., criteria: ${SEALED}}`;

export const CHANGE_CONTROL: readonly Rule[] = [
  {
    id: RULE.acceptedWithoutAgreement,
    family: 'change control',
    level: 'error',
    summary: 'The brief is accepted, and nothing says by whom and to what',
    why: 'Nothing is controlled before there is a baseline: without it nobody can tell a moved goalpost.',
    source: 'Essay, "You yourself?"; baseline and change control (PMBOK)',
    bad: 'status: accepted',
    good: `status: accepted\n${AGREED}`,
    check: acceptedWithoutAgreement,
  },
  {
    id: 'missing-backbrief',
    family: 'change control',
    level: 'warning',
    summary: 'The delegate has not said the brief back in their own words',
    why: 'Saying it back is the cheapest moment to find out that the two understood different things.',
    source: 'Essay, "Implicit vs explicit context"; mission command (Bungay)',
    bad: `status: accepted\nagreement: {date: 2026-04-03, by: Bor Kos <bor@example.com>, criteria: ${SEALED}}`,
    good: `status: accepted\n${AGREED}`,
    check: missingBackbrief,
  },
  {
    id: 'thin-backbrief',
    family: 'change control',
    level: 'warning',
    summary: 'The backbrief is a few words, or the goal again',
    why: 'Only own words show a misunderstanding; "ok" and a copy show none.',
    source: 'Essay, "Implicit vs explicit context"; mission command (Bungay)',
    bad: `status: accepted\n${AGREED.replace('I own the wait.', 'Ok')}`,
    good: `status: accepted\n${AGREED}`,
    check: saidBackThinly,
  },
  {
    id: 'self-accepted',
    family: 'change control',
    level: 'error',
    summary: 'The brief was accepted by somebody other than the delegate',
    why: 'An agreement takes two. Being responsible means being able to respond, also with no.',
    source: 'Essay, "Micro-management"',
    bad: `status: accepted\n${AGREED.replace('Bor Kos <bor', 'Ana Novak <ana')}`,
    good: `status: accepted\n${AGREED}`,
    check: selfAccepted,
  },
  {
    id: RULE.goalpostMoved,
    family: 'change control',
    level: 'error',
    summary: 'The criteria are no longer those that were agreed to',
    why: 'Changing the success criteria mid-flight without a word is "the moving goalpost".',
    source: 'Essay, "You yourself?"',
    bad: `goal: Cut the median deployment of the web service from 40 to 10 minutes.\nstatus: accepted\n${AGREED}`,
    good: `goal: Cut the median deployment of the web service from 40 to 20 minutes.\nstatus: accepted\n${AGREED}`,
    check: movedGoalpost,
  },
  {
    id: 'move-without-reason',
    family: 'change control',
    level: 'error',
    summary: 'A recorded change gives no reason',
    why: 'A move with its reason can be understood and planned with; one without is only imposed.',
    source: 'Essay, "You yourself?": the moving goalpost',
    bad: `${RECORDED}  - {date: 2026-05-10, fields: [timeline.due], agreed-by: Bor Kos, criteria: ${SEALED}}`,
    good: `${RECORDED}  - {date: 2026-05-10, fields: [timeline.due], reason: The security freeze., agreed-by: Bor Kos, criteria: ${SEALED}}`,
    check: changesWithoutReason,
  },
  {
    id: 'move-not-agreed',
    family: 'change control',
    level: 'warning',
    summary: 'A recorded change was not agreed to by both, or somebody objects to it',
    why: 'A goalpost that one side moves alone is not an agreement any more.',
    source: 'Essay, "You yourself?": the moving goalpost',
    bad: `${RECORDED}  - {date: 2026-05-10, fields: [timeline.due], reason: The security freeze., criteria: ${SEALED}}`,
    good: `${RECORDED}  - {date: 2026-05-10, fields: [timeline.due], reason: The security freeze., agreed-by: Bor Kos, criteria: ${SEALED}}`,
    check: unagreedChanges,
  },
];
