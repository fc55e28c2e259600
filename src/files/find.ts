import { basename, resolve } from 'node:path';
import { ID_PATTERN } from '../brief/id.ts';
import { nearest } from '../brief/nearest.ts';
import type { Brief } from '../brief/read.ts';
import { readBrief } from '../brief/read.ts';
import { Failure } from '../failure.ts';
import { listBriefs } from './list.ts';
import { loadFile } from './load.ts';
import type { Workspace } from './workspace.ts';
import { pathInside } from './workspace.ts';

export interface FoundBrief {
  /** Below the root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly brief: Brief;
}

/** Fewer characters of an id than this name too many briefs to be worth a look. */
const SHORTEST = 3;

/**
 * Finds the brief that a person names: by path, slug (the file's name without `.md`), id or a unique
 * start of the id. Names are tried first, so that most of the time one file is read.
 */
export async function findBrief(workspace: Workspace, ref: string): Promise<FoundBrief> {
  if (ref.trim() === '') throw new Failure('the name of the brief is empty');
  const asPath = await byPath(workspace, ref);
  if (asPath) return asPath;
  const asSlug = await bySlug(workspace, ref);
  if (asSlug) return asSlug;
  const paths = await listBriefs(workspace);
  const named = paths.filter((path) => slugAt(path) === slugAt(ref) || path === ref);
  if (named.length > 1) throw ambiguous(ref, named, 'Name it by its path or its id.');
  if (named[0] !== undefined) return open(workspace, named[0]);
  const start = idStart(ref);
  if (start !== undefined) {
    const found = await byId(workspace, paths, start);
    if (found.length === 1) return found[0] as FoundBrief;
    if (found.length > 1) throw sameId(ref, found);
  }
  throw await unknown(workspace, ref, paths);
}

function slugAt(path: string): string {
  return basename(path, '.md').normalize('NFC');
}

async function byPath(workspace: Workspace, ref: string): Promise<FoundBrief | undefined> {
  if (!/[/\\]|\.md$/.test(ref)) return undefined;
  const bases = [workspace.cwd, workspace.root];
  for (const base of bases) {
    const path = pathInside(workspace, resolve(base, ref));
    if (path === undefined) continue;
    const loaded = await loadFile(workspace, path);
    if ('text' in loaded) return { path, text: loaded.text, brief: readBrief(loaded.text) };
    if (loaded.problem.message !== 'there is no such file') {
      throw new Failure(`${path}: ${loaded.problem.message}`, loaded.problem.help);
    }
  }
  if (bases.every((base) => pathInside(workspace, resolve(base, ref)) === undefined)) {
    throw new Failure(`${ref} is outside of the repository`, 'Use -C to work in another one.');
  }
  return undefined;
}

/** The file of that name at the top of a configured folder: found without a look at the others. */
async function bySlug(workspace: Workspace, ref: string): Promise<FoundBrief | undefined> {
  if (/[/\\*?]|^\./.test(ref) || ref.length > 200) return undefined;
  for (const folder of workspace.config.folder) {
    if (/[*?]/.test(folder)) continue;
    const path = `${folder === '.' ? '' : `${folder}/`}${basename(ref, '.md')}.md`;
    const loaded = await loadFile(workspace, path);
    if ('text' in loaded) return { path, text: loaded.text, brief: readBrief(loaded.text) };
  }
  return undefined;
}

async function open(workspace: Workspace, path: string): Promise<FoundBrief> {
  const loaded = await loadFile(workspace, path);
  if ('problem' in loaded) {
    throw new Failure(`${path}: ${loaded.problem.message}`, loaded.problem.help);
  }
  return { path, text: loaded.text, brief: readBrief(loaded.text) };
}

/** The start of an id as ids are written; undefined when the name cannot be one. */
function idStart(ref: string): string | undefined {
  const own = ref
    .toLowerCase()
    .replace(/^b-/, '')
    // Crockford's base 32 has no i, l and o, so that they can be read as what they look like.
    .replace(/[il]/g, '1')
    .replace(/o/g, '0');
  if (own.length < SHORTEST || own.length > 8) return undefined;
  return ID_PATTERN.test(`b-${own.padEnd(8, '0')}`) ? `b-${own}` : undefined;
}

async function byId(
  workspace: Workspace,
  paths: readonly string[],
  start: string,
): Promise<FoundBrief[]> {
  const found: FoundBrief[] = [];
  for (const path of paths) {
    const loaded = await loadFile(workspace, path);
    // Only a text that holds the id somewhere is worth being parsed.
    if (!('text' in loaded) || !loaded.text.includes(start)) continue;
    const brief = readBrief(loaded.text);
    if (brief.values.id?.startsWith(start)) found.push({ path, text: loaded.text, brief });
  }
  return found;
}

function shown(paths: readonly string[]): string {
  const some = paths.slice(0, 4).join(', ');
  return paths.length > 4 ? `${some} and ${paths.length - 4} more` : some;
}

function ambiguous(ref: string, names: readonly string[], help: string): Failure {
  return new Failure(`"${ref}" can be ${names.length} briefs: ${shown(names)}`, help);
}

function sameId(ref: string, found: readonly FoundBrief[]): Failure {
  const ids = new Set(found.map(({ brief }) => brief.values.id));
  if (ids.size === 1) {
    const help = 'Name it by its path, and give one of them another id.';
    return ambiguous(
      ref,
      found.map(({ path }) => path),
      help,
    );
  }
  const names = found.map(({ path, brief }) => `${brief.values.id} (${path})`);
  return ambiguous(ref, names, 'Write more of the id.');
}

async function unknown(
  workspace: Workspace,
  ref: string,
  paths: readonly string[],
): Promise<Failure> {
  const [folder] = workspace.config.folder;
  if (paths.length === 0) {
    return new Failure(
      `there is no brief "${ref}", and none at all in ${folder}/`,
      'Write the first one with "delegate new".',
    );
  }
  const own = ref.toLowerCase().replace(/^b-/, '');
  if (own.length < SHORTEST && /^[0-9a-z]*$/.test(own)) {
    return new Failure(
      `"${ref}" is too short to name a brief`,
      `Give at least ${SHORTEST} characters of the id, or the name of the file.`,
    );
  }
  const slugs = paths.map(slugAt);
  const slug = slugAt(ref).toLowerCase();
  const close = [
    ...slugs.filter((name) => name.toLowerCase().includes(slug)).slice(0, 3),
    nearest(slug, slugs),
  ].filter((name) => name !== undefined);
  const help =
    close.length > 0
      ? `Did you mean ${[...new Set(close)]
          .slice(0, 3)
          .map((name) => `"${name}"`)
          .join(' or ')}?`
      : 'See "delegate list" for what there is.';
  return new Failure(`there is no brief "${ref}"`, help);
}
