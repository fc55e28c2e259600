import { normalize } from '../brief/canonical.ts';
import { parsePerson } from '../brief/people.ts';
import type { BriefSummary } from './rule.ts';

/** What the rules that look across files ask, counted once for all briefs of a run. */
export interface Folder {
  /** The paths of the briefs with this id. */
  readonly pathsOf: (id: string) => readonly string[];
  /** The briefs that a person has accepted and not finished. */
  readonly activeOf: (person: string) => readonly BriefSummary[];
}

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
  const active = new Map<string, BriefSummary[]>();
  for (const brief of briefs) {
    if (brief.id !== undefined) add(paths, brief.id, brief.path);
    if (brief.status !== 'accepted' || brief.delegate === undefined) continue;
    add(active, keyOf(brief.delegate), brief);
  }
  const folder: Folder = {
    pathsOf: (id) => paths.get(id) ?? [],
    activeOf: (person) => active.get(keyOf(person)) ?? [],
  };
  FOLDERS.set(briefs, folder);
  return folder;
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
