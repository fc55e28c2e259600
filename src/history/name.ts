/** Finds briefs of a history by what a person calls them, also those that no longer stand. */
import { nearest } from '../brief/nearest.ts';
import { Failure } from '../failure.ts';
import { ancestry } from './entry.ts';
import type { BriefLine } from './log.ts';

/**
 * The briefs that a name means: by id or a unique start of it, by path, or by the file's name
 * without `.md`, now or at any time before.
 *
 * @param path The name as a path below the root, where it can be one.
 */
export function findLines(
  lines: readonly BriefLine[],
  name: string,
  path: string | undefined,
): BriefLine[] {
  if (name.trim() === '') throw new Failure('the name of the brief is empty');
  const wanted = name.toLowerCase();
  const byId = lines.filter(({ id }) => id !== null && id === wanted);
  if (byId.length > 0) return byId;
  const now = lines.filter((line) => line.path === path || line.path === name);
  if (now.length > 0) return now;
  const slug = slugOf(name);
  const bySlug = lines.filter((line) => slugOf(line.path) === slug);
  if (bySlug.length === 1) return bySlug;
  if (bySlug.length > 1) {
    const standing = bySlug.filter(({ deleted }) => !deleted);
    if (standing.length === 1) return standing;
    throw ambiguous(name, bySlug);
  }
  const start = wanted.startsWith('b-') ? wanted : `b-${wanted}`;
  const byStart = wanted.length >= 3 ? lines.filter(({ id }) => id?.startsWith(start)) : [];
  if (byStart.length === 1 || new Set(byStart.map(({ id }) => id)).size === 1) return byStart;
  if (byStart.length > 1) throw ambiguous(name, byStart);
  const once = lines.filter(({ last }) =>
    ancestry(last).some(
      (entry) => entry.path === path || entry.path === name || slugOf(entry.path) === slug,
    ),
  );
  if (once.length > 0) return once;
  throw unknown(name, lines);
}

function slugOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).normalize('NFC');
  return name.endsWith('.md') ? name.slice(0, -3) : name;
}

function ambiguous(name: string, lines: readonly BriefLine[]): Failure {
  const some = lines.slice(0, 4).map(({ id, path }) => (id === null ? path : `${id} (${path})`));
  const more = lines.length > 4 ? ` and ${lines.length - 4} more` : '';
  return new Failure(
    `"${name}" can be ${lines.length} briefs: ${some.join(', ')}${more}`,
    'Name it by its path, or write more of its id.',
  );
}

function unknown(name: string, lines: readonly BriefLine[]): Failure {
  const close = nearest(
    slugOf(name),
    lines.map(({ path }) => slugOf(path)),
  );
  return new Failure(
    `no brief "${name}" stands or ever stood in this history`,
    close === undefined ? 'See "delegate list" for what there is.' : `Did you mean "${close}"?`,
  );
}
