import { resolve } from 'node:path';
import type { NamePaths } from '../brief/brief-name.ts';
import {
  ambiguousName,
  briefsNamed,
  refuseEmpty,
  slugAt,
  unknownName,
} from '../brief/brief-name.ts';
import type { Brief } from '../brief/read.ts';
import { readBrief } from '../brief/read.ts';
import { Failure } from '../failure.ts';
import { listBriefs } from './list.ts';
import { loadFile } from './load.ts';
import type { Workspace } from './workspace.ts';
import { pathInside } from './workspace.ts';

/** A brief of the work tree that was asked for by name. */
export interface FoundBrief {
  /** Below the root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly brief: Brief;
}

/**
 * Finds the brief that a person names, as `briefsNamed` understands names. The paths that a name may
 * stand for are tried first, so that most of the time one file is read.
 */
export async function findBrief(workspace: Workspace, name: string): Promise<FoundBrief> {
  refuseEmpty(name);
  const paths = namePaths(workspace, name);
  for (const path of paths.written) {
    const found = readAt(workspace, path);
    if (found) return found;
  }
  for (const path of paths.inFolders) {
    const loaded = loadFile(workspace, path);
    if ('text' in loaded) return { path, text: loaded.text, brief: readBrief(loaded.text) };
  }
  const all = (await listBriefs(workspace)).map((path) => ({ path }));
  const found = briefsNamed(name, all, paths, ({ path }, start) => idAt(workspace, path, start));
  if (found.length > 1) {
    const help = 'Name it by its path, and give one of them another id.';
    throw ambiguousName(name, found, help);
  }
  const brief = found[0] && readAt(workspace, found[0].path);
  if (brief) return brief;
  if (all.length > 0) {
    const known = all.map(({ path }) => path);
    throw unknownName(name, known, `there is no brief "${name}"`);
  }
  throw new Failure(
    `there is no brief "${name}", and none at all in ${workspace.config.folder[0]}/`,
    'Write the first one with "delegate new".',
  );
}

/** The path of the one brief that a name means by its slug, its id or a part; undefined where none is. */
export function pathNamed(
  workspace: Workspace,
  name: string,
  all: readonly string[],
): string | undefined {
  if (/[/\\*?]/.test(name)) return undefined;
  const briefs = all.map((path) => ({ path }));
  const paths = { written: [], inFolders: inFolders(workspace, name) };
  return briefsNamed(name, briefs, paths, ({ path }, start) => idAt(workspace, path, start))[0]
    ?.path;
}

/** The paths that a name may stand for; a Failure for one that leads out of the repository. */
export function namePaths(workspace: Workspace, name: string): NamePaths {
  if (!/[/\\]|\.md$/.test(name)) return { written: [], inFolders: inFolders(workspace, name) };
  const written = [workspace.cwd, workspace.root]
    .map((base) => pathInside(workspace, resolve(base, name)))
    .filter((path) => path !== undefined);
  if (written.length === 0) {
    throw new Failure(`${name} is outside of the repository`, 'Use -C to work in another one.');
  }
  return { written: [...new Set(written)], inFolders: inFolders(workspace, name) };
}

function inFolders({ config }: Workspace, name: string): string[] {
  if (/[/\\*?]|^\./.test(name) || name.length > 200) return [];
  return config.folder
    .filter((folder) => !/[*?]/.test(folder))
    .map((folder) => `${folder === '.' ? '' : `${folder}/`}${slugAt(name)}.md`);
}

/** The brief at a path; undefined where there is no file, a Failure where it cannot be read. */
function readAt(workspace: Workspace, path: string): FoundBrief | undefined {
  const loaded = loadFile(workspace, path);
  if ('text' in loaded) return { path, text: loaded.text, brief: readBrief(loaded.text) };
  if (loaded.missing) return undefined;
  const { message, help } = loaded.problem;
  throw new Failure(`${path}: ${message}`, help);
}

/** The id of a file's brief, where it begins with `start`. */
function idAt(workspace: Workspace, path: string, start: string): string | undefined {
  const loaded = loadFile(workspace, path);
  // Only a text that holds the id somewhere is worth being parsed.
  if (!('text' in loaded) || !loaded.text.includes(start)) return undefined;
  return readBrief(loaded.text).values.id;
}
