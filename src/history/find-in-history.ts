/** Finds briefs of a history by what a person calls them, also those that no longer stand. */
import type { NamePaths } from '../brief/brief-name.ts';
import { briefsNamed, slugAt, unknownName } from '../brief/brief-name.ts';
import { ancestry } from './revision.ts';
import type { BriefSummary } from './brief-history.ts';
import type { Place, ToldSummary } from './story.ts';

type Summary = BriefSummary | ToldSummary;

function placesOf(summary: Summary): readonly Place[] {
  return summary.last === undefined ? summary.line : ancestry(summary.last);
}

/** The briefs that a name means, as `briefsNamed` understands names, now or at any time before. */
export function findInHistory(
  lines: readonly Summary[],
  name: string,
  paths: NamePaths,
): readonly Summary[] {
  const found = briefsNamed(name, lines, paths, ({ id }) => id);
  if (found.length > 0) return found;
  const slug = slugAt(name);
  const once = lines.filter((one) =>
    placesOf(one).some(({ path }) => paths.written.includes(path) || slugAt(path) === slug),
  );
  if (once.length > 0) return once;
  throw unknownName(
    name,
    lines.map(({ path }) => path),
    `no brief "${name}" stands or ever stood in this history`,
  );
}
