/** What a range did to the contract itself: criteria and records that moved, and whose word that has. */
import type { Parties } from '../../agreement/consent.ts';
import { consentsTo } from '../../agreement/consent.ts';
import { labelsOf } from '../../agreement/record.ts';
import { parsePerson, samePerson } from '../../brief/people.ts';
import { clip, itemText } from '../../brief/value-text.ts';
import { partiesOf } from '../../history/agreed-states.ts';
import type { BriefSummary } from '../../history/brief-history.ts';
import type { Revision } from '../../history/revision.ts';
import { ancestry } from '../../history/revision.ts';
import type { BriefHistory, Move, Note, NoteKind } from '../../history/types.ts';
import { isRecordFinding } from '../../history/types.ts';
import type { GuardFinding } from './finding.ts';
import type { Makers } from './makers.ts';

/** A brief in a range of commits. */
export interface JudgedBrief {
  readonly story: BriefHistory;
  readonly summary: BriefSummary;
  readonly idOf: (revision: Revision) => string | undefined;
  /** Whether a commit is of the range. */
  readonly isIn: (commit: string | null | undefined) => commit is string;
  readonly makers: Makers;
  /** The line of a field in the brief as it is at the end. */
  readonly lineOf: (field: string) => number | undefined;
  /** How it is called in a command. */
  readonly ref: string;
}

/** What happened to the contract in the range. */
export function contractFindings(judged: JudgedBrief): readonly GuardFinding[] {
  return [
    ...noteFindings(judged),
    ...unreadableFindings(judged),
    ...moveFindings(judged),
    ...wordFindings(judged),
  ];
}

/** A brief that can no longer be read at the end: nobody can tell what it says. */
function unreadableFindings({ story, summary, isIn, ref }: JudgedBrief): readonly GuardFinding[] {
  if (summary.deleted || summary.last.snapshot !== undefined) return [];
  const note = story.notes.findLast((one) => one.note === 'unreadable');
  if (note === undefined || !isIn(note.commit)) return [];
  const { commit, path, after } = note;
  const message = `the brief can no longer be read: ${after ?? 'it does not parse'}`;
  return [{ kind: 'criteria', commit, path, message, help: `Mend it: delegate edit ${ref}` }];
}

const PLACES: Readonly<Partial<Record<NoteKind, (note: Note) => string>>> = {
  deleted: () => 'the file of the brief was deleted',
  renamed: ({ before, after }) => `the file of the brief moved from ${before} to ${after}`,
  'id-changed': ({ before, after }) => `the id of the brief changed from ${before} to ${after}`,
  'id-dropped': ({ before }) => `the id ${before} of the brief was taken out`,
  copied: ({ before }) => `a second file has the id of the brief, copied from ${before}`,
};

const RECORDS: Readonly<Partial<Record<NoteKind, string>>> = {
  'agreement-rewritten': 'the agreement was rewritten',
  'agreement-dropped': 'the agreement was taken out',
  'change-rewritten': 'a recorded change was rewritten',
  'change-dropped': 'a recorded change was taken out',
  'seal-differs': 'the criteria are those of no record',
};

function noteFindings(judged: JudgedBrief): readonly GuardFinding[] {
  const { story, isIn, makers, lineOf, ref } = judged;
  return story.notes.flatMap((note): readonly GuardFinding[] => {
    const { commit, path } = note;
    if (!isIn(commit)) return [];
    if (isRecordFinding(note.note)) {
      const what = RECORDS[note.note] ?? note.note;
      const message = note.before === null ? what : `${what}; it was ${clip(note.before, 120)}`;
      const help = 'Put the record back as it was; what was agreed changes by delegate amend.';
      const field = note.note.startsWith('agreement') ? 'agreement' : 'changes';
      return [{ kind: 'seal', commit, path, line: lineOf(field), message, help }];
    }
    const place = PLACES[note.note];
    if (place !== undefined) {
      const help = 'Put it back; where briefs stand is for both to say.';
      return [{ kind: 'brief-moved', commit, path, message: place(note), help }];
    }
    const agent = makers.agent(commit);
    if (agent === undefined) return [];
    if (note.note === 'status' && (note.after === 'done' || note.after === 'cancelled')) {
      const message = `${nameOf(agent)}, an agent, closed the brief as ${note.after}`;
      const help = `A person closes it: delegate reopen ${ref} --reason "…", then delegate close ${ref}`;
      return [{ kind: 'closed', commit, path, line: lineOf('status'), message, help }];
    }
    const by = note.note === 'accepted' ? note.after : null;
    if (by === null || makers.isAgent(by)) return [];
    const message = `${nameOf(agent)}, an agent, accepted the brief in the name of ${nameOf(by)}`;
    const help = `Take it back, and let them accept it: delegate withdraw ${ref} --reason "…"`;
    return [{ kind: 'word', commit, path, line: lineOf('agreement'), message, help }];
  });
}

const UNAGREED = ['silent', 'open', 'disputed'] as const;
const STANDINGS: Readonly<Record<(typeof UNAGREED)[number], string>> = {
  silent: 'and no record says so',
  open: 'and not both have agreed yet',
  disputed: 'and somebody objects',
};

function moveFindings(judged: JudgedBrief): readonly GuardFinding[] {
  const { story, isIn, lineOf, ref } = judged;
  return story.moves.flatMap((move): readonly GuardFinding[] => {
    const { commit, path, field, standing } = move;
    if (!isIn(commit)) return [];
    const place = { kind: 'criteria', commit, path, line: lineOf(field) } as const;
    const unagreed = UNAGREED.find((one) => one === standing);
    if (unagreed !== undefined) {
      return [
        {
          ...place,
          message: `${moveText(move)}, ${STANDINGS[unagreed]}`,
          help: `Put it back, or let both agree: delegate amend ${ref} --reason "…", delegate agree ${ref}`,
        },
      ];
    }
    const isShaping = standing === 'shaping' || standing === 'withdrawn';
    if (!isShaping || !isOfDelegate(judged, commit) || isSeenAfter(judged, commit)) return [];
    return [
      {
        ...place,
        message: `${moveText(move)}, before both had agreed, and who handed it over has not had it since`,
        help: `Put it back, or let them propose it: delegate propose ${ref}`,
      },
    ];
  });
}

/** `goal: "40 minutes" became "60 minutes"`. */
function moveText({ field, before, after }: Move): string {
  const [was, is] = [before, after].map((item) =>
    item === null ? undefined : `"${clip(itemText(item), 80)}"`,
  );
  const label = labelsOf([field]);
  if (was === undefined) return `${label}: ${is} was added`;
  return is === undefined ? `${label}: ${was} was taken out` : `${label}: ${was} became ${is}`;
}

/** True for a commit that the delegate made, or an agent. */
function isOfDelegate({ summary, makers }: JudgedBrief, commit: string): boolean {
  if (makers.agent(commit) !== undefined) return true;
  const { delegate, delegator } = sidesOf(summary);
  if (delegate === undefined || !makers.has(commit, delegate)) return false;
  return delegator === undefined || !samePerson(delegate, delegator);
}

function sidesOf({ last }: BriefSummary): Parties {
  const snapshot = last.snapshot ?? last.bases[0];
  return snapshot === undefined ? {} : partiesOf(snapshot);
}

/** True where somebody worked on the brief by themselves after a commit: they have had it before them. */
function isSeenAfter(judged: JudgedBrief, commit: string, person?: string): boolean {
  const { summary, idOf, isIn, makers } = judged;
  const who = person ?? sidesOf(summary).delegator;
  if (who === undefined) return false;
  const line = ancestry(summary.last).map(idOf);
  return line.slice(line.lastIndexOf(commit) + 1).some((later) => {
    return isIn(later) && makers.has(later, who) && makers.agent(later) === undefined;
  });
}

/** Words on recorded changes that stand in a commit which somebody else made. */
function wordFindings(judged: JudgedBrief): readonly GuardFinding[] {
  const { summary, idOf, isIn, makers, lineOf, ref } = judged;
  const revisions = ancestry(summary.last);
  const found: GuardFinding[] = [];
  const known = new Set<string>();
  for (const revision of revisions) {
    const { snapshot } = revision;
    const commit = idOf(revision);
    if (snapshot === undefined) continue;
    const parties = partiesOf(snapshot);
    for (const change of snapshot.changes) {
      for (const { by } of consentsTo(change, parties)) {
        const key = JSON.stringify([change.criteria, change.date, change.fields, by]);
        if (known.has(key)) continue;
        known.add(key);
        if (!isIn(commit) || !isWrittenByOther(judged, commit, by, parties)) continue;
        if (isSeenAfter(judged, commit, by)) continue;
        const makerNames = makers.of(commit).map(nameOf).join(' and ');
        found.push({
          kind: 'word',
          commit,
          path: revision.path,
          line: lineOf('changes'),
          message: `that ${nameOf(by)} agrees to the change of ${change.fields.join(', ')} stands in a commit of ${makerNames}`,
          help: `Let them say so in a commit of their own: delegate agree ${ref}`,
        });
      }
    }
  }
  return found;
}

/** True where the delegate has written down the word of who handed it over, or an agent that of a person. */
function isWrittenByOther(
  { makers }: JudgedBrief,
  commit: string,
  by: string,
  { delegate, delegator }: Parties,
): boolean {
  if (makers.agent(commit) !== undefined) return !makers.isAgent(by);
  if (makers.has(commit, by)) return false;
  const isDelegators = delegator !== undefined && samePerson(by, delegator);
  return isDelegators && delegate !== undefined && makers.has(commit, delegate);
}

function nameOf(person: string): string {
  return parsePerson(person).name;
}
