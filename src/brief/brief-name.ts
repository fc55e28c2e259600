/**
 * What a person calls a brief: by its path, its slug (the file's name without `.md`), its id or a start
 * of it, or a part of its slug that no other one has. All commands go by this, whether a brief stands in the work tree or only in the history.
 */
import { Failure } from '../failure.ts';
import { ID_PATTERN } from './id.ts';
import { nearest } from './nearest.ts';

/** A brief, as far as a name can mean it. */
interface NamedBrief {
  /** Below the root, with `/`. */
  readonly path: string;
  /** It does not stand any more. */
  readonly deleted?: boolean;
}

/** The paths that a name may stand for, the likeliest first. */
export interface NamePaths {
  /** Of a name that is written as a path. */
  readonly written: readonly string[];
  /** Of a slug, right in one of the configured folders. */
  readonly inFolders: readonly string[];
}

/** Fewer characters of an id than this name too many briefs to be worth a look. */
const MIN_ID_START = 3;
/** So is it with fewer characters of a slug. */
const MIN_PART = 3;

/**
 * The briefs that a name means; more than one only where they share a path or an id. What stands
 * comes before what was deleted.
 *
 * @param idOf The id of a brief, where it begins with `start`.
 * @returns None where the name means none; a Failure where it can mean several.
 */
export function briefsNamed<T extends NamedBrief>(
  name: string,
  all: readonly T[],
  { written, inFolders }: NamePaths,
  idOf: (brief: T, start: string) => string | null | undefined,
): readonly T[] {
  refuseEmpty(name);
  for (const path of written) {
    const found = all.filter((brief) => brief.path === path);
    if (found.length > 0) return found;
  }
  const bySlug = standingFirst(all.filter(({ path }) => slugAt(path) === slugAt(name)));
  if (bySlug.length > 0) return oneOfSlug(name, bySlug, inFolders);
  const start = idStart(name);
  if (start === undefined) return byPart(name, all);
  const byId = all.flatMap((brief) => {
    const id = idOf(brief, start);
    return id?.startsWith(start) ? [{ ...brief, brief, id }] : [];
  });
  const [first, ...others] = standingFirst(byId);
  if (others.some(({ id }) => id !== first?.id)) {
    throw ambiguousName(name, standingFirst(byId), 'Write more of the id.');
  }
  if (first === undefined) return byPart(name, all);
  return byId.filter(({ id }) => id === first.id).map(({ brief }) => brief);
}

/** The one brief whose slug has the name as a part, whatever the case and the blanks. */
function byPart<T extends NamedBrief>(name: string, all: readonly T[]): readonly T[] {
  const part = foldSlug(name);
  if (part.length < MIN_PART || /[/\\]/.test(name)) return [];
  const found = standingFirst(all.filter(({ path }) => foldSlug(slugAt(path)).includes(part)));
  if (found.length > 1) throw ambiguousName(name, found, 'Write more of the name, or its id.');
  return found;
}

function foldSlug(name: string): string {
  return slugAt(name)
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
}

function standingFirst<T extends NamedBrief>(briefs: readonly T[]): readonly T[] {
  const standing = briefs.filter(({ deleted }) => deleted !== true);
  return standing.length > 0 ? standing : briefs;
}

function oneOfSlug<T extends NamedBrief>(
  name: string,
  briefs: readonly T[],
  inFolders: readonly string[],
): readonly T[] {
  if (briefs.length === 1) return briefs;
  const top = inFolders.find((path) => briefs.some((brief) => brief.path === path));
  if (top !== undefined) return briefs.filter(({ path }) => path === top);
  throw ambiguousName(name, briefs, 'Name it by its path or its id.');
}

/** What `briefsNamed` looks for, when it is given a name. */
export interface NameMeaning {
  /** A path that is meant before all ids and parts, where it stands. */
  readonly isPath: (path: string) => boolean;
  readonly isId: (id: string) => boolean;
  readonly isPart: (path: string) => boolean;
}

/** What a name can mean, for who wants to look at no more than that. */
export function meaningOf(name: string, { written }: NamePaths): NameMeaning {
  const slug = slugAt(name);
  const part = foldSlug(name);
  const start = idStart(name);
  return {
    isPath: (path) => written.includes(path) || slugAt(path) === slug,
    isId: (id) => start !== undefined && id.startsWith(start),
    isPart: (path) => foldSlug(slugAt(path)).includes(part),
  };
}

/** The slug of a path; of any other name, the name itself. */
export function slugAt(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).normalize('NFC');
  return name.endsWith('.md') ? name.slice(0, -3) : name;
}

/** The start of an id as ids are written; undefined when the name cannot be one. */
function idStart(name: string): string | undefined {
  const own = name
    .toLowerCase()
    .replace(/^b-/, '')
    // Crockford's base 32 has no i, l and o, so that they can be read as what they look like.
    .replace(/[il]/g, '1')
    .replace(/o/g, '0');
  if (own.length < MIN_ID_START || own.length > 8) return undefined;
  return ID_PATTERN.test(`b-${own.padEnd(8, '0')}`) ? `b-${own}` : undefined;
}

/** A Failure for a name that is none. */
export function refuseEmpty(name: string): void {
  if (name.trim() === '') throw new Failure('the name of the brief is empty');
}

/** The Failure for a name that can mean several briefs. */
export function ambiguousName(
  name: string,
  briefs: readonly (NamedBrief & { readonly id?: string | null })[],
  help: string,
): Failure {
  const shown = briefs.slice(0, 4).map(({ path, id }) => (id == null ? path : `${id} (${path})`));
  const more = briefs.length > 4 ? ` and ${briefs.length - 4} more` : '';
  return new Failure(`"${name}" can be ${briefs.length} briefs: ${shown.join(', ')}${more}`, help);
}

/**
 * The Failure for a name that means no brief, with those that are called nearly so.
 *
 * @param message What is said of it, unless it is only too short.
 */
export function unknownName(name: string, paths: readonly string[], message: string): Failure {
  const own = name.toLowerCase().replace(/^b-/, '');
  if (own.length < MIN_ID_START && /^[0-9a-z]*$/.test(own)) {
    return new Failure(
      `"${name}" is too short to name a brief`,
      `Give at least ${MIN_ID_START} characters of the id, or the name of the file.`,
    );
  }
  const slugs = paths.map(slugAt);
  const slug = slugAt(name).toLowerCase();
  const holding = slugs.filter((known) => known.toLowerCase().includes(slug)).slice(0, 3);
  const close = [...holding, nearest(slug, slugs)].filter((known) => known !== undefined);
  const meant = [...new Set(close)].slice(0, 3).map((known) => `"${known}"`);
  const help =
    meant.length > 0
      ? `Did you mean ${meant.join(' or ')}?`
      : 'See "delegate list" for what there is.';
  return new Failure(message, help);
}
