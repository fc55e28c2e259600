import { foldCase } from '../brief/canonical.ts';
import { parsePerson } from '../brief/people.ts';
import type { Brief } from '../brief/read.ts';

/** What a rule that looks across files keeps of each brief: cheap enough for 100,000 of them. */
export interface BriefSummary {
  readonly path: string;
  readonly id?: string;
  readonly title?: string;
  readonly status?: string;
  readonly delegate?: string;
  readonly parent?: string;
}

/** The fields of a summary. */
export const SUMMARISED = ['id', 'title', 'status', 'delegate', 'parent'] as const;

/** What the rules that look across files keep of a brief. */
export function summaryOf(path: string, { values }: Brief): BriefSummary {
  const summary: { -readonly [K in keyof BriefSummary]: BriefSummary[K] } = { path };
  for (const key of SUMMARISED) {
    const value = values[key];
    if (value !== undefined) summary[key] = value;
  }
  return summary;
}

/** What the rules that look across files ask, counted once for all briefs of a run. */
export interface BriefIndex {
  /** The paths of the briefs with this id. */
  readonly pathsOf: (id: string) => readonly string[];
  /** The paths of the briefs that a person has accepted and not finished. */
  readonly activeOf: (person: string) => ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();
const INDEXES = new WeakMap<readonly BriefSummary[], BriefIndex>();

/** The key that a person is known by: the email where there is one, else the name. */
function personKey(person: string): string {
  const { name, email } = parsePerson(person);
  return foldCase(email ?? name);
}

/** Indexes the briefs of a run; the same array is indexed once. */
export function indexBriefs(briefs: readonly BriefSummary[]): BriefIndex {
  const known = INDEXES.get(briefs);
  if (known !== undefined) return known;
  const paths = new Map<string, string[]>();
  const active = new Map<string, Set<string>>();
  for (const brief of briefs) {
    if (brief.id !== undefined) {
      const same = paths.get(brief.id);
      if (same === undefined) paths.set(brief.id, [brief.path]);
      else same.push(brief.path);
    }
    if (brief.status !== 'accepted' || brief.delegate === undefined) continue;
    const key = personKey(brief.delegate);
    const theirs = active.get(key);
    if (theirs === undefined) active.set(key, new Set([brief.path]));
    else theirs.add(brief.path);
  }
  const index: BriefIndex = {
    pathsOf: (id) => paths.get(id) ?? [],
    activeOf: (person) => active.get(personKey(person)) ?? NONE,
  };
  INDEXES.set(briefs, index);
  return index;
}
