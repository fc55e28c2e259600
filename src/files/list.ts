import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { runGit } from '../git/run.ts';
import { matchName } from './glob.ts';
import type { Workspace } from './workspace.ts';

/**
 * The paths of all briefs, below the root, sorted: every markdown file in the configured folders and
 * below them, but for README.md, hidden ones, and those that git ignores. Symbolic links to folders
 * are not followed.
 */
export async function listBriefs(workspace: Workspace): Promise<string[]> {
  if (workspace.repository?.bare) return [];
  const ignored = ignoredPaths(workspace);
  const found = new Set<string>();
  for (const folder of workspace.config.folder) {
    const names = folder === '.' ? [] : folder.split('/');
    walk(workspace.root, '', closure(names, [0]), names, found);
  }
  const skip = await ignored;
  const paths = skip.size === 0 ? [...found] : [...found].filter((path) => !isIgnored(path, skip));
  return paths.toSorted();
}

/** True for a file name that can be a brief's. */
export function isBriefName(name: string): boolean {
  return name.endsWith('.md') && !name.startsWith('.') && name.toLowerCase() !== 'readme.md';
}

/** The places in the pattern that can also stand here because `**` may be no folder at all. */
function closure(names: readonly string[], states: readonly number[]): number[] {
  const all = new Set<number>();
  for (const state of states) {
    all.add(state);
    for (let next = state; names[next] === '**';) all.add(++next);
  }
  return [...all];
}

/**
 * Walks a folder. `states` are the places in the pattern that the folder can stand for, so a
 * pattern with many `**` costs no more than its length at each folder.
 */
function walk(
  root: string,
  path: string,
  states: readonly number[],
  names: readonly string[],
  found: Set<string>,
): void {
  const inside = states.includes(names.length);
  const waiting = states.filter((state) => state < names.length);
  const literal = waiting.length === 1 && !inside ? names[waiting[0] as number] : undefined;
  if (literal !== undefined && !/[*?]/.test(literal) && waiting[0] !== names.length - 1) {
    walk(
      root,
      path === '' ? literal : `${path}/${literal}`,
      [(waiting[0] as number) + 1].flatMap((state) => closure(names, [state])),
      names,
      found,
    );
    return;
  }
  let entries;
  try {
    entries = readdirSync(join(root, path), { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return;
    throw new Failure(`the folder ${path || '.'} cannot be read: ${code}`);
  }
  for (const entry of entries) {
    const { name } = entry;
    const below = path === '' ? name : `${path}/${name}`;
    if (entry.isDirectory()) {
      const next = inside ? [names.length] : step(names, waiting, name);
      const hidden = name.startsWith('.') && !waiting.some((state) => names[state] === name);
      if (next.length > 0 && !hidden && name !== 'node_modules') {
        walk(root, below, next, names, found);
      }
    } else if (isBriefName(name)) {
      if (inside || step(names, waiting, name).includes(names.length)) found.add(below);
    }
  }
}

function step(names: readonly string[], states: readonly number[], name: string): number[] {
  const next: number[] = [];
  for (const state of states) {
    const pattern = names[state] as string;
    if (pattern === '**') next.push(state);
    else if (matchName(pattern, name)) next.push(state + 1);
  }
  return closure(names, next);
}

/** What git ignores below the folders: files, and folders with a slash at their end. */
async function ignoredPaths({ repository, config }: Workspace): Promise<ReadonlySet<string>> {
  if (!repository) return new Set();
  const starts = config.folder.map(literalStart);
  const { status, stdout } = await runGit(
    repository.root,
    [
      '--literal-pathspecs',
      'ls-files',
      '--others',
      '--ignored',
      '--exclude-standard',
      '--directory',
      '-z',
      '--',
      ...(starts.includes('') ? [] : starts),
    ],
    { env: repository.env },
  );
  if (status !== 0) return new Set();
  return new Set(stdout.toString().split('\0').filter(Boolean));
}

/** The folder that a pattern certainly begins with. */
function literalStart(folder: string): string {
  const names = folder === '.' ? [] : folder.split('/');
  const wild = names.findIndex((name) => /[*?]/.test(name));
  return names.slice(0, wild < 0 ? names.length : wild).join('/');
}

function isIgnored(path: string, ignored: ReadonlySet<string>): boolean {
  if (ignored.has(path)) return true;
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    if (ignored.has(path.slice(0, slash + 1))) return true;
  }
  return false;
}
