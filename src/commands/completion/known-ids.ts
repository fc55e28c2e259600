/**
 * The ids of all briefs by path. An id is never changed, so what was read once is kept under the git
 * directory, and only files that are new are read. It is for proposals alone: nothing hangs on it.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadFile } from '../../files/load.ts';
import { saveAt } from '../../files/save.ts';
import type { Workspace } from '../../files/workspace.ts';

/** Written at the beginning of a line, as people and commands do. */
const ID_LINE = /^id:[ \t]*["']?(b-[0-9a-z]{8})\b/m;

/** A brief's path with its id; an empty one where it has none. */
type KnownId = readonly [path: string, id: string];

/** Those of these briefs, in their order, whose id begins so. */
export function idsWith(
  workspace: Workspace,
  paths: readonly string[],
  start: string,
): readonly KnownId[] {
  const file = cacheFile(workspace);
  const text = file === undefined ? '' : readKept(file);
  const kept = keptIdsWith(text, paths, start);
  if (kept !== undefined) return kept;
  const before = new Map(linesOf(text));
  const ids = paths.map((path): KnownId => [path, before.get(path) ?? readId(workspace, path)]);
  if (file !== undefined) keep(file, ids, text);
  return ids.filter(([, id]) => id.startsWith(start));
}

/**
 * The same of what is kept, read beside the paths without a map of them: somebody waits for a key.
 *
 * @returns Undefined where what is kept is not of these briefs, in this order.
 */
function keptIdsWith(
  text: string,
  paths: readonly string[],
  start: string,
): readonly KnownId[] | undefined {
  const found: KnownId[] = [];
  let at = 0;
  for (const path of paths) {
    const tab = text.indexOf('\t', at);
    const end = tab + 1 + path.length;
    if (tab < 0 || !text.startsWith(path, tab + 1) || text[end] !== '\n') return undefined;
    if (tab - at >= start.length && text.startsWith(start, at)) {
      found.push([path, text.slice(at, tab)]);
    }
    at = end + 1;
  }
  return at === text.length ? found : undefined;
}

function readId(workspace: Workspace, path: string): string {
  const loaded = loadFile(workspace, path);
  return 'text' in loaded ? (ID_LINE.exec(loaded.text)?.[1] ?? '') : '';
}

/** A linked work tree has a file in the place of the folder, and keeps nothing. */
function cacheFile({ root }: Workspace): string | undefined {
  const gitDir = join(root, '.git');
  const isFolder = statSync(gitDir, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? join(gitDir, 'delegate', 'ids') : undefined;
}

function readKept(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function linesOf(text: string): KnownId[] {
  return text.split('\n').flatMap((line): KnownId[] => {
    const tab = line.indexOf('\t');
    return tab < 0 ? [] : [[line.slice(tab + 1), line.slice(0, tab)]];
  });
}

function keep(file: string, ids: readonly KnownId[], before: string): void {
  const lines = ids.filter(([path]) => !/[\t\n]/.test(path));
  const text = lines.map(([path, id]) => `${id}\t${path}\n`).join('');
  if (text === before) return;
  try {
    saveAt(file, text);
  } catch {
    // A repository that cannot be written to is read anew each time.
  }
}
