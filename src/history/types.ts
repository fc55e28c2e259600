/** What the log shows: moves of criteria and terms, and what else happened to a brief. */
import type { Consent, FieldName, Milestone, Objection } from '../brief/fields.ts';

/** A canonical value as a move has it: a text, or an item of a list. */
export type Item = string | Milestone;

/** `lost`: a merge took the other side, and a move that this side had made is gone. */
export const KINDS = ['added', 'removed', 'changed', 'reworded', 'reordered', 'lost'] as const;
export type Kind = (typeof KINDS)[number];

export const EFFECTS = ['tightened', 'loosened', 'unclear'] as const;
export type Effect = (typeof EFFECTS)[number];

/**
 * How a move stands to the agreement: before it (`shaping`); after it with a record in `changes` that
 * names the field and seals the result, to which both sides have agreed (`agreed`), one has not yet
 * (`open`) or somebody objects (`disputed`); after it with no record (`silent`); silent or not agreed,
 * and later put back to what was agreed (`undone`); not agreed when the agreement was withdrawn
 * (`withdrawn`). The context moves freely (`free`).
 */
export const STANDINGS = [
  'shaping',
  'agreed',
  'open',
  'disputed',
  'silent',
  'undone',
  'withdrawn',
  'free',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** The standings that ask for somebody, the gravest first. */
export const UNSETTLED: readonly Standing[] = ['silent', 'disputed', 'open'];

/** True for a move that somebody still has to be asked about. */
export function isUnsettled(standing: Standing): boolean {
  return UNSETTLED.includes(standing);
}

/** How what moved after the acceptance can stand, the gravest first. */
export const AFTER_ACCEPTANCE: readonly Standing[] = [
  ...UNSETTLED,
  'undone',
  'withdrawn',
  'agreed',
];

/** A move as two values of one field show it, wherever they come from. */
export interface FieldChange {
  readonly field: FieldName;
  readonly kind: Kind;
  readonly effect: Effect;
  /** Null when it was added; of what was reordered the whole list. */
  readonly before: Item | null;
  /** Null when it was removed. */
  readonly after: Item | null;
  /** Of what a merge lost: a record had agreed to it. */
  readonly wasRecorded?: boolean;
  /** What changed within it, where that can be named: `40 → 20 minutes`, `30 days earlier`. */
  readonly note?: string;
}

export interface Signature {
  readonly name: string;
  readonly email: string;
}

/** The revision that something happened in. */
export interface RevisionInfo {
  /** Null in the working tree. */
  readonly commit: string | null;
  /** The brief's path there, below the repository's root. */
  readonly path: string;
  /** By mailmap. In the working tree the person whom git would take. */
  readonly author: Signature;
  /** Null when it is the author. */
  readonly committer: Signature | null;
  /** The committer date, ISO 8601 with offset; null when it is damaged, or in the working tree. */
  readonly date: string | null;
  readonly authorDate: string | null;
  /** The first line of the message; empty in the working tree. */
  readonly subject: string;
  /** Its rank in the order of the story, oldest first: parents before children. Not in the JSON. */
  readonly order: number;
  /** Uncommitted: staged for the next commit, or only in the file. */
  readonly uncommitted?: 'index' | 'worktree';
}

/** One move of one value of a brief. */
export interface Move extends RevisionInfo, FieldChange {
  readonly standing: Standing;
  /** It puts back what was agreed, after moves that nobody recorded. */
  readonly putsBack: boolean;
  /** Why, as its record says it; of a move with none, as its commit does. */
  readonly reason: string | null;
  /** Who recorded it, and so agrees; null for the delegator, or where nobody did. */
  readonly by: string | null;
  /** Who else agreed. */
  readonly agreedBy: readonly Consent[];
  /** Who has not agreed to it yet; empty where a later change has taken its place. */
  readonly awaits: readonly string[];
  /** What stands against it. */
  readonly objections: readonly Objection[];
  /**
   * The commit that recorded it in `changes`. Null when nothing did; also where the record itself is
   * not committed yet (then the standing still tells of it).
   */
  readonly recordedIn: string | null;
}

/**
 * What else happened to a brief.
 *
 * - `created`, `deleted`, `returned`, `renamed` (before and after are paths)
 * - `accepted`: from here on moves are recorded or silent (before: who wrote it down for them; after:
 *   by whom, where it says so)
 * - `withdrawn`: a proposal or an agreement was taken back (before: by whom; after: why)
 * - `delegate-changed`, `delegator-changed`: it was given to somebody else (before: who it was; after:
 *   who it is, and why)
 * - `agreed`, `disputed`: somebody's word on a recorded change (before: the fields; after: who, and
 *   what they have against it)
 * - `status`: any other change of the status; a pause that gets another end goes from paused to paused
 * - `agreement-rewritten`, `agreement-dropped`, `change-rewritten`, `change-dropped`: a record was
 *   tampered with (before and after: the record as one line of text)
 * - `verified`: a check that its evidence names was run (after: which, what it said, on which commit)
 * - `recorded`: a change that stood in the file when its history here begins (after: the record)
 * - `seal-differs`: what is there is sealed by no record, and no move that is known explains it
 * - `unreadable`: the revision does not parse (after: why)
 * - `id-changed` (before and after: the ids); `id-dropped` (before: the id, taken away)
 * - `copied`: the id stands in a second file (before: the path of the other)
 * - `identity-unknown`: without an id it could not be told which brief this file was before
 * - `boundary`: what is known begins here, a shallow clone has no more
 */
export const NOTE_KINDS = [
  'created',
  'deleted',
  'returned',
  'renamed',
  'accepted',
  'withdrawn',
  'delegate-changed',
  'delegator-changed',
  'agreed',
  'disputed',
  'verified',
  'recorded',
  'status',
  'agreement-rewritten',
  'agreement-dropped',
  'change-rewritten',
  'change-dropped',
  'seal-differs',
  'unreadable',
  'id-changed',
  'id-dropped',
  'copied',
  'identity-unknown',
  'boundary',
] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

const RECORD_FINDINGS = [
  'agreement-rewritten',
  'agreement-dropped',
  'change-rewritten',
  'change-dropped',
  'seal-differs',
] as const satisfies readonly NoteKind[];

/** The notes that are findings: a record that must stay as it was did not. */
export type RecordFinding = (typeof RECORD_FINDINGS)[number];

export interface Note extends RevisionInfo {
  readonly note: NoteKind;
  readonly before: string | null;
  readonly after: string | null;
  /** Of a pause: until when, `YYYY-MM-DD`. */
  readonly until?: string;
}

/** The story of one brief: moves and notes, each oldest first (`order` merges the two). */
export interface BriefHistory {
  /** Null for a brief without one. */
  readonly id: string | null;
  readonly title: string | null;
  /** RevisionInfo it stands now, or stood last. */
  readonly path: string;
  readonly status: string | null;
  /** True when the file is gone at the end of the history. */
  readonly deleted: boolean;
  readonly moves: readonly Move[];
  readonly notes: readonly Note[];
  /** How what stands differs from what was accepted last; empty where nothing was. */
  readonly net: readonly NetChange[];
}

/** What became of a value from the acceptance to the end, whatever the way. */
export interface NetChange extends FieldChange {
  /** The gravest of the moves of its field. */
  readonly standing: Standing;
}

export interface LogCounts {
  /** Briefs with at least one move. */
  readonly briefs: number;
  readonly moves: number;
  /** Of each standing how many. */
  readonly standings: Readonly<Record<Standing, number>>;
  /** Record findings. */
  readonly records: number;
  /** Revisions that do not parse. */
  readonly unreadable: number;
}

/** Everything that `delegate log` found, after its filters. */
export interface LogResult {
  readonly version: 1;
  /** History is cut off: a shallow clone. */
  readonly shallow: boolean;
  /** The range asked for, as given; null for everything. */
  readonly range: string | null;
  readonly briefs: readonly BriefHistory[];
  readonly counts: LogCounts;
  /** What could not be read, each a plain sentence: missing objects of a partial clone, and so on. */
  readonly warnings: readonly string[];
}

const FINDINGS: ReadonlySet<NoteKind> = new Set(RECORD_FINDINGS);

/** True for a note that is a finding of its own. */
export function isRecordFinding(note: NoteKind): note is RecordFinding {
  return FINDINGS.has(note);
}
