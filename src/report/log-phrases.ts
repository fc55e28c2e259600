/** What the log's moves and notes are called, for people who do not know git. */
import { field } from '../brief/fields.ts';
import { parsePerson } from '../brief/people.ts';
import type { BriefHistory, Move, Note, Standing } from '../history/types.ts';

const KINDS = {
  added: 'added',
  removed: 'taken out',
  changed: 'changed',
  reworded: 'reworded',
} as const;

/** `Due changed, 30 days earlier (stricter)`. */
export function describeMove({ field: name, kind, effect, note }: Move): string {
  const { label } = field(name);
  if (note !== undefined && kind === 'reworded') return `${label}: ${note}`;
  const named = note === undefined ? '' : `, ${note}`;
  const means = { tightened: ' (stricter)', loosened: ' (easier)', unclear: '' }[effect];
  return `${label} ${KINDS[kind]}${named}${means}`;
}

const STANDINGS: Readonly<Record<Standing, string>> = {
  shaping: 'before acceptance',
  recorded: 'recorded',
  silent: 'in silence: no reason is recorded',
  undone: 'in silence, and put back later',
};

/** `recorded, agreed by Bor Kos: The freeze starts on 1 June.` */
export function describeStanding(move: Move): string {
  const { standing, reason, agreedBy, commit, recordedIn } = move;
  if (standing !== 'recorded') {
    return reason === null ? STANDINGS[standing] : `${STANDINGS[standing]}: ${reason}`;
  }
  const agreed =
    agreedBy === null ? 'nobody is said to have agreed' : `agreed by ${parsePerson(agreedBy).name}`;
  const later =
    recordedIn !== null && recordedIn !== commit ? ` later (${recordedIn.slice(0, 8)})` : '';
  return `${STANDINGS.recorded}${later}, ${agreed}: ${reason ?? 'no reason given'}`;
}

/** What became of a brief, as a sentence without its end. */
export function describeNote({ note, before, after, author }: Note): string {
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
      return after === null ? 'accepted' : `accepted by ${parsePerson(after).name}`;
    case 'status':
      return `${after ?? 'no status'}, after ${before ?? 'no status'}`;
    case 'agreement-rewritten':
      return 'the agreement was rewritten';
    case 'agreement-dropped':
      return 'the agreement was taken out';
    case 'change-rewritten':
      return 'a recorded change was rewritten';
    case 'change-dropped':
      return 'a recorded change was taken out';
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
export function headingOf({ title, path }: BriefHistory): string {
  return title ?? path;
}

const AFTER_ACCEPTANCE: readonly Standing[] = ['silent', 'undone', 'recorded'];

/** `Moved since it was accepted: 1 silent, 2 recorded.`, the gravest first; undefined when nothing did. */
export function movedSentence({ moves }: BriefHistory): string | undefined {
  const counts = AFTER_ACCEPTANCE.map(
    (standing) => [standing, moves.filter((move) => move.standing === standing).length] as const,
  ).filter(([, count]) => count > 0);
  if (counts.length === 0) return undefined;
  return `Moved since it was accepted: ${counts.map(([standing, count]) => `${count} ${standing}`).join(', ')}.`;
}
