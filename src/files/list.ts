import type { Dirent } from 'node:fs';
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { ignoredPaths } from '../git/ignored.ts';
import type { FolderPattern, Places } from './pattern.ts';
import { enter, holdsBrief, onlyFolder, parsePattern, rootPlaces } from './pattern.ts';
import type { Workspace } from './workspace.ts';

/**
 * The paths of all briefs, below the root, sorted: every markdown file in the configured folders and
 * below them, but for README.md, hidden ones, and those that git ignores. Symbolic links to folders
 * are not followed. A Failure where there is no work tree: what has no files must not pass for checked.
 */
export async function listBriefs(workspace: Workspace): Promise<string[]> {
  if (workspace.repository?.bare) {
    throw new Failure(
      `${workspace.cwd} is in a bare repository, or in a git directory, which holds no briefs to read`,
      'Go to a work tree of it. What reads the history alone works here: delegate log',
    );
  }
  const patterns = patternsOf(workspace);
  // git looks while we walk.
  const ignored = ignoredBy(workspace, patterns);
  return without(await ignored, walkAll(workspace, patterns)).toSorted();
}

/**
 * The same, but for those that are known already. Git ignores nothing that it tracks: where it tracks
 * them all, it is not asked.
 */
export async function listOthers(
  workspace: Workspace,
  tracked: ReadonlySet<string>,
): Promise<string[]> {
  if (workspace.repository?.bare) return [];
  const patterns = patternsOf(workspace);
  const others = walkAll(workspace, patterns).filter((path) => !tracked.has(path));
  if (others.length === 0) return [];
  return without(await ignoredBy(workspace, patterns), others).toSorted();
}

/** The same without asking git, those that it ignores too: quick, for what is only proposed. */
export function walkBriefs(workspace: Workspace): string[] {
  return workspace.repository?.bare ? [] : walkAll(workspace, patternsOf(workspace)).toSorted();
}

/** A folder of the configuration that is a link would pass for one that holds no brief. */
function refuseLink(root: string, folder: string): void {
  const names = folder === '' ? [] : folder.split('/');
  for (const at of names.keys()) {
    const path = names.slice(0, at + 1).join('/');
    if (!lstatSync(join(root, path), { throwIfNoEntry: false })?.isSymbolicLink()) continue;
    throw new Failure(
      `${path} is a symbolic link, which is not followed to where briefs are`,
      'Name the folder itself under "folder" in .delegate.yaml, or put the briefs here.',
    );
  }
}

function patternsOf({ config }: Workspace): readonly FolderPattern[] {
  return config.folder.map((folder) => parsePattern(folder));
}

const NONE: ReadonlySet<string> = new Set();

async function ignoredBy(
  { repository }: Workspace,
  patterns: readonly FolderPattern[],
): Promise<ReadonlySet<string>> {
  const starts = patterns.map(({ literalStart }) => literalStart);
  return repository === undefined ? NONE : ignoredPaths(repository, starts);
}

function without(ignored: ReadonlySet<string>, paths: readonly string[]): readonly string[] {
  return ignored.size === 0 ? paths : paths.filter((path) => !isIgnored(path, ignored));
}

/** All markdown files where briefs are, also those that git ignores; a Failure where a link stands in their way. */
function walkAll(workspace: Workspace, patterns: readonly FolderPattern[]): string[] {
  const found = new Set<string>();
  for (const pattern of patterns) {
    refuseLink(workspace.root, pattern.literalStart);
    walk(workspace.root, '', pattern, rootPlaces(pattern), found);
  }
  return [...found];
}

/** Walks a folder that stands at `places` in the pattern. */
function walk(
  root: string,
  path: string,
  pattern: FolderPattern,
  places: Places,
  found: Set<string>,
): void {
  const below = (name: string): string => (path === '' ? name : `${path}/${name}`);
  const only = onlyFolder(pattern, places);
  if (only !== undefined) {
    walk(root, below(only), pattern, enter(pattern, places, only), found);
    return;
  }
  for (const entry of entriesOf(root, path)) {
    const { name } = entry;
    if (entry.isDirectory()) {
      const next = enter(pattern, places, name);
      if (next.length > 0) walk(root, below(name), pattern, next, found);
    } else if (holdsBrief(pattern, places, name)) found.add(below(name));
  }
}

/** What a folder holds; nothing when there is no such folder. */
function entriesOf(root: string, path: string): Dirent[] {
  try {
    return readdirSync(join(root, path), { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw new Failure(`the folder ${path || '.'} cannot be read: ${code}`);
  }
}

function isIgnored(path: string, ignored: ReadonlySet<string>): boolean {
  if (ignored.has(path)) return true;
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    if (ignored.has(path.slice(0, slash + 1))) return true;
  }
  return false;
}
