/** What the log's moves and notes are called, for people who do not know git. */
import { labelsOf } from '../agreement/record.ts';
import type { Consent, Objection } from '../brief/fields.ts';
import { field } from '../brief/fields.ts';
import { sentence } from './sentence.ts';
import { parsePerson, samePerson } from '../brief/people.ts';
import type { BriefHistory, FieldChange, Move, Note } from '../history/types.ts';
import { AFTER_ACCEPTANCE } from '../history/types.ts';

const KINDS = {
  added: 'added',
  removed: 'taken out',
  changed: 'changed',
  reworded: 'reworded',
  reordered: 'reordered',
  lost: 'lost at a merge',
} as const;

/** `Due changed, 30 days earlier (stricter)`. */
export function describeMove({ field: name, kind, effect, note }: FieldChange): string {
  const { label } = field(name);
  if (kind === 'reordered') return `${label}: ${note ?? 'another order'}`;
  const named = note === undefined ? '' : `, ${note}`;
  const means = { tightened: ' (stricter)', loosened: ' (easier)', unclear: '' }[effect];
  return `${label} ${KINDS[kind]}${named}${means}`;
}

/** `agreed by Ana Novak and Bor Kos: The freeze starts on 1 June.` */
export function describeStanding(move: Move): string {
  const { standing, reason, commit, recordedIn } = move;
  const later =
    recordedIn !== null && recordedIn !== commit
      ? `, recorded later (${recordedIn.slice(0, 8)})`
      : '';
  const why = reason ?? 'no reason given';
  switch (standing) {
    case 'shaping':
      return withReason('before acceptance', reason);
    case 'free':
      return withReason('context, which may change freely', reason);
    case 'silent':
      return silence('in silence: the brief has no record of it', reason);
    case 'undone':
      if (move.putsBack) return silence('in silence: puts back what was agreed', reason);
      return recordedIn === null
        ? silence('in silence, and put back later', reason)
        : `not agreed, and put back later: ${why}`;
    case 'withdrawn':
      return `recorded, and not agreed when the agreement was withdrawn: ${why}`;
    case 'agreed':
      return `agreed by ${namesOf(signersOf(move))}${later}: ${why}`;
    case 'open':
      return `open${later}, ${openText(move)}: ${why}`;
    case 'disputed':
      return [`disputed${later}: ${sentence(why)}`, ...move.objections.map(objectionText)].join(
        ' ',
      );
  }
}

function withReason(text: string, reason: string | null): string {
  return reason === null ? text : `${text}: ${reason}`;
}

/** What a commit says is no record: a squash merge writes messages anew. */
function silence(text: string, reason: string | null): string {
  return reason === null ? text : `${text}; its commit says: ${reason}`;
}

function signersOf({ by, agreedBy }: Move): readonly Consent[] {
  return [...(by === null ? [] : [{ by }]), ...agreedBy];
}

function openText(move: Move): string {
  if (move.awaits.length === 0) return 'and moved on since';
  const agreed = signersOf(move);
  const yes = agreed.length === 0 ? '' : `${namesOf(agreed)} agreed, `;
  return `${yes}${listed(move.awaits.map((person) => parsePerson(person).name))} not yet`;
}

function objectionText({ by, reason }: Objection): string {
  const who = by === undefined ? 'Somebody' : parsePerson(by).name;
  return `${who} objects: ${reason ?? 'no reason given'}`;
}

/** `Ana Novak and Bor Kos (on the word of Ana Novak)`. */
export function namesOf(consents: readonly Consent[]): string {
  return listed(
    consents.map(({ by, 'recorded-by': recorder }) => {
      const { name } = parsePerson(by);
      return recorder === undefined || samePerson(by, recorder)
        ? name
        : `${name} (on the word of ${parsePerson(recorder).name})`;
    }),
  );
}

export function listed(texts: readonly string[]): string {
  if (texts.length <= 1) return texts.join('');
  return `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
}

/** People by their names alone. */
function withoutAddresses(text: string): string {
  return text.replace(/ <[^<>]*>/g, '');
}

/** What a change of the status is called, by what it was and what it is. */
function describeStatus(before: string | null, after: string | null): string {
  if (after === 'accepted') {
    if (before === 'paused') return 'resumed';
    return before === 'done' || before === 'cancelled' ? 'reopened' : 'accepted';
  }
  if (after === 'paused' && before === 'paused') return 'paused anew';
  if (after === 'draft' && before === 'proposed') return 'back to draft';
  const words: Readonly<Record<string, string>> = {
    done: 'closed as done',
    cancelled: 'closed as cancelled',
  };
  return words[after ?? ''] ?? after ?? 'the status was taken out';
}

/** What became of a brief, as a sentence without its end. */
export function describeNote({ note, before, after, until, author }: Note): string {
  switch (note) {
    case 'created':
      return `written by ${author.name}`;
    case 'deleted':
      return 'the file was deleted';
    case 'returned':
      return 'the file came back';
    case 'renamed':
      return `the file moved from ${before} to ${after}`;
    case 'accepted':
      return after === null
        ? 'accepted'
        : `accepted by ${namesOf([{ by: after, ...(before === null ? {} : { 'recorded-by': before }) }])}`;
    case 'withdrawn':
      return `withdrawn by ${before === null ? author.name : parsePerson(before).name}: ${after ?? 'no reason given'}`;
    case 'agreed':
      return `${withoutAddresses(after ?? 'somebody')} agreed to the change of ${labelsOf((before ?? '').split(', '))}`;
    case 'disputed':
      return `objection to the change of ${labelsOf((before ?? '').split(', '))}, by ${withoutAddresses(after ?? 'somebody')}`;
    case 'delegate-changed':
    case 'delegator-changed': {
      const side = note === 'delegate-changed' ? 'delegate' : 'delegator';
      return `the ${side} changes from ${withoutAddresses(before ?? 'nobody')} to ${withoutAddresses(after ?? 'somebody')}`;
    }
    case 'status':
      return `${describeStatus(before, after)}${until === undefined ? '' : ` until ${until}`} by ${author.name}`;
    case 'agreement-rewritten':
      return 'the agreement was rewritten';
    case 'agreement-dropped':
      return 'the agreement was taken out';
    case 'change-rewritten':
      return 'a recorded change was rewritten';
    case 'change-dropped':
      return 'a recorded change was taken out';
    case 'verified':
      return `checked by ${author.name}: ${after ?? ''}`;
    case 'recorded':
      return `recorded before what is known here: ${withoutAddresses(after ?? '')}`;
    case 'seal-differs':
      return 'the criteria are sealed by no record, and no move that is known here explains it (a squash, or two changes that met in a merge)';
    case 'unreadable':
      return `cannot be read at this point: ${after ?? 'it does not parse'}`;
    case 'id-changed':
      return `the id changed from ${before} to ${after}`;
    case 'id-dropped':
      return `the id ${before} was taken out`;
    case 'copied':
      return `a second file has the same id, copied from ${before}`;
    case 'identity-unknown':
      return 'without an id it cannot be told which brief this was before';
    case 'boundary':
      return 'what is known begins here: the clone has no earlier history';
  }
}

/** The day of an event as its own clock had it, or that it is not committed. */
export function dayText({ date, uncommitted }: LogEvent): string {
  if (uncommitted !== undefined) return uncommitted === 'index' ? 'staged' : 'uncommitted';
  return date?.slice(0, 10) ?? 'no date';
}

/** Who did it and where: `1f0c2ab Ana Novak: Security freeze`. */
export function describeCommit({ commit, author, committer, subject }: LogEvent): string {
  if (commit === null) return 'not committed';
  const through = committer === null ? '' : ` (committed by ${committer.name})`;
  return `${commit.slice(0, 8)} ${author.name}${through}${subject === '' ? '' : `: ${subject}`}`;
}

/** Something that happened to a brief. */
export type LogEvent = Move | Note;

/** Moves and notes in the order in which they happened. */
export function eventsOf({ moves, notes }: BriefHistory): readonly LogEvent[] {
  return [...moves, ...notes].toSorted((a, b) => a.order - b.order);
}

/** Tells a move from a note. */
export function isMove(event: LogEvent): event is Move {
  return 'standing' in event;
}

/** What a brief is called at the head of its moves. */
export function headingOf({ title, path }: Pick<BriefHistory, 'title' | 'path'>): string {
  return title ?? path;
}

/** `Moved since it was accepted: 1 silent, 2 agreed.`, the gravest first; undefined when nothing did. */
export function movedSentence({ moves }: BriefHistory): string | undefined {
  const counts = AFTER_ACCEPTANCE.map(
    (standing) => [standing, moves.filter((move) => move.standing === standing).length] as const,
  ).filter(([, count]) => count > 0);
  if (counts.length === 0) return undefined;
  return `Moved since it was accepted: ${counts.map(([standing, count]) => `${count} ${standing}`).join(', ')}.`;
}
