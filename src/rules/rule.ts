import type { Fix } from '../brief/text-edit.ts';
import type { FieldName, Milestone } from '../brief/fields.ts';
import type { Brief } from '../brief/read.ts';
import type { Span } from '../brief/span.ts';
import type { Config } from '../config/config.ts';
import type { Level, OptionValue } from '../config/settings.ts';
import type { BriefIndex, BriefSummary } from './brief-index.ts';
import type { FindingLevel } from './finding.ts';
import type { Subject } from './subjects.ts';
import type { WordHit } from './word-hits.ts';

/** The families of rules, in the order in which they are listed. */
export const FAMILIES = [
  'structure',
  'clarity',
  'consistency',
  'autonomy',
  'reality',
  'follow-up',
  'change control',
  'agents',
] as const;
export type Family = (typeof FAMILIES)[number];

/** The parts of the configuration that rules are run by. */
export type RuleConfig = Partial<
  Pick<Config, 'rules' | 'words' | 'language' | 'required' | 'checks' | 'people'>
>;

/** How a criterion moved from what was agreed: a value, or an item of a list. */
export interface AgreedMove {
  readonly field: FieldName;
  /** Null when it was added. */
  readonly before: string | Milestone | null;
  /** Null when it was taken out. */
  readonly after: string | Milestone | null;
  readonly effect: 'tightened' | 'loosened' | 'unclear';
  /** What changed within it: `30 days earlier`. */
  readonly note?: string;
}

/** What a check of a brief needs beside the brief itself. */
export interface CheckContext {
  /** The brief's path, as findings shall name it and as `others` has it. */
  readonly path: string;
  /** `YYYY-MM-DD`; rules that need it find nothing without. */
  readonly today?: string;
  /** The day that dates in words, such as `end of february`, are counted from; without it they get no fix. */
  readonly asOf?: string;
  /**
   * All briefs of the folder, this one included or not. Hand out the same array for every brief of a
   * run: what is counted in it is counted once. Rules that need it find nothing without.
   */
  readonly others?: () => readonly BriefSummary[];
  /** Makes an id for the fix of a brief that has none. */
  readonly newId?: () => string;
  /** The defaults where it is left out. */
  readonly config?: RuleConfig;
  /**
   * How the criteria moved from those of the newest seal; `unknown` where git was asked and has them
   * no longer. Nobody has asked where it is left out.
   */
  readonly moved?: readonly AgreedMove[] | 'unknown';
}

/** What a rule is given beside the brief. */
export interface RuleContext {
  readonly path: string;
  readonly today: string | undefined;
  readonly asOf: string | undefined;
  /** All briefs, this one included or not; undefined when nobody said. */
  readonly briefs: BriefIndex | undefined;
  readonly newId: (() => string) | undefined;
  readonly moved: CheckContext['moved'];
  /** The rule's own options, those that the configuration leaves out at their defaults. */
  readonly options: Readonly<Record<string, OptionValue>>;
  /** The fields that the team requires beside the required ones. */
  readonly required: ReadonlySet<FieldName>;
  /** The names of the checks that the configuration has; undefined when nobody said. */
  readonly checks: ReadonlySet<string> | undefined;
  /** The configuration calls the delegate an agent. */
  readonly isForAgent: () => boolean;
  /** All texts that somebody reads, in the order of the fields. */
  readonly written: () => readonly Subject[];
  /** Of these the ones that the outcome is held against: the goal and the quality criteria. */
  readonly heldAgainst: () => readonly Subject[];
  /** The terms of a rule's word list that the brief's wording has, found once for all rules. */
  readonly hits: (rule: string) => readonly WordHit[];
  /** The configuration's language is English, whose words are judged. */
  readonly isEnglish: boolean;
  /** False for a brief that is recognisably not in the language of the word lists. */
  readonly speaks: () => boolean;
}

/** What a check finds; the rule's id, level and path are added by `checkBrief`. */
export interface Found {
  readonly message: string;
  readonly help: string;
  readonly span: Span;
  /** Of a contradiction, the other of the two places. */
  readonly other?: Span;
  readonly fix?: Fix;
  /** Quieter than the rule's own level: never louder. */
  readonly level?: FindingLevel;
}

/** One option of a rule, set in the configuration as `id: {name: value}`. */
export interface RuleOption {
  readonly default: number | string | boolean;
  readonly means: string;
}

/** What a brief must be shown with so that the example makes sense. */
export interface ExampleSetting {
  readonly path?: string;
  readonly today?: string;
  readonly others?: readonly BriefSummary[];
  readonly required?: readonly FieldName[];
  /** The names of the checks that the configuration has. */
  readonly checks?: readonly string[];
  /** Who is an agent by the configuration, `Name <email>`. */
  readonly agents?: readonly string[];
}

/** A rule: data and one pure function. */
export interface Rule {
  readonly id: string;
  readonly family: Family;
  /** The level where the configuration says nothing. */
  readonly level: Level;
  /** What it finds, in one line that begins with what is wrong. */
  readonly summary: string;
  /** Why that matters to whoever has to do the work. */
  readonly why: string;
  /** Where the reason comes from: a part of the essay, or other literature. */
  readonly source?: string;
  /**
   * Frontmatter that the rule objects to: some keys, which stand in for those of a good brief, or a
   * whole file when it begins with `---`. Run as a test, and printed by `delegate rules ID`.
   */
  readonly bad: string;
  /** The same, fixed. */
  readonly good: string;
  readonly example?: ExampleSetting;
  readonly options?: Readonly<Record<string, RuleOption>>;
  /** Of a rule that misses a field: which one. */
  readonly field?: FieldName;
  /** Of a rule about how much is left open to the delegate: which way it is out of balance. */
  readonly ambiguity?: 'too-much' | 'too-little';
  /** It finds nothing where the context does not have this. */
  readonly requires?: 'today' | 'others';
  /** It still looks at a brief that is done or cancelled, or whose frontmatter cannot be read. */
  readonly alsoOn?: 'closed' | 'unreadable';
  readonly check: (brief: Brief, context: RuleContext) => Found | readonly Found[] | undefined;
}
