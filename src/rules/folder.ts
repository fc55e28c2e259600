import { normalize } from '../brief/canonical.ts';
import { parsePerson } from '../brief/people.ts';
import type { BriefSummary } from './rule.ts';

/** What the rules that look across files ask, counted once for all briefs of a run. */
export interface Folder {
  /** The paths of the briefs with this id. */
  readonly pathsOf: (id: string) => readonly string[];
  /** The paths of the briefs that a person has accepted and not finished. */
  readonly activeOf: (person: string) => ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();
const FOLDERS = new WeakMap<readonly BriefSummary[], Folder>();

/** The keys that a person is known by: the email where there is one, else the name. */
function keyOf(person: string): string {
  const { name, email } = parsePerson(person);
  return normalize(email ?? name).toLowerCase();
}

/** Counts the briefs of a folder; the same array is counted once. */
export function folderOf(briefs: readonly BriefSummary[]): Folder {
  const known = FOLDERS.get(briefs);
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
    const key = keyOf(brief.delegate);
    const theirs = active.get(key);
    if (theirs === undefined) active.set(key, new Set([brief.path]));
    else theirs.add(brief.path);
  }
  const folder: Folder = {
    pathsOf: (id) => paths.get(id) ?? [],
    activeOf: (person) => active.get(keyOf(person)) ?? NONE,
  };
  FOLDERS.set(briefs, folder);
  return folder;
}
