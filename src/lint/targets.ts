/** Which files a run looks at: from paths, folders and globs, or those changed since a revision. */
import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { tidyPath } from '../brief/path-glob.ts';
import { Failure } from '../failure.ts';
import { pathNamed } from '../files/find.ts';
import { listBriefs } from '../files/list.ts';
import { isBriefName } from '../files/pattern.ts';
import type { Workspace } from '../files/workspace.ts';
import { pathInside } from '../files/workspace.ts';
import { printable } from '../printable.ts';

/**
 * The files that arguments name, below the root and sorted. A file named itself is taken as it is; a
 * folder means the briefs in it; a pattern of `*`, `?` and `**` means what it matches. Git's ignored
 * files are left out of folders and patterns. A name that means no brief is a Failure, unless that is
 * allowed: a pattern in CI that went stale would pass for ever.
 *
 * @param all All briefs of the configured folders.
 */
export async function targets(
  workspace: Workspace,
  { names, allowNone = false }: Named,
  all: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  if (names.length === 0) return all();
  const found = new Set<string>();
  for (const name of names) {
    const paths = await targetsOf(workspace, name, all);
    if (typeof paths === 'object') for (const path of paths) found.add(path);
    else if (!allowNone) throw new Failure(paths, NONE_HELP);
  }
  return [...found].toSorted();
}

/** What a run is asked to look at. */
interface Named {
  /** Files, folders and patterns; all briefs when there is none. */
  readonly names: readonly string[];
  /** A name may mean no brief. */
  readonly allowNone?: boolean | undefined;
}

const NONE_HELP = 'Check the path; --allow-none lets it pass where there need not be a brief.';

/** The files that a name means; where it means none, what to say of that. */
async function targetsOf(
  workspace: Workspace,
  name: string,
  all: () => Promise<readonly string[]>,
): Promise<readonly string[] | string> {
  if (name === '') throw new Failure('the path is empty', 'Name a file, a folder or a pattern.');
  const file = resolve(workspace.cwd, name);
  const path = file === workspace.root ? '.' : pathInside(workspace, file);
  if (path === undefined) {
    throw new Failure(`${shown(name)} is outside of the repository`, 'Use -C to work in another.');
  }
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (stats !== undefined && !stats.isDirectory()) {
    return path.toLowerCase().endsWith('readme.md') && !isBriefName(lastOf(path)) ? [] : [path];
  }
  const isPattern = stats === undefined && /[*?]/.test(path);
  if (stats === undefined && !isPattern) {
    const named = pathNamed(workspace, name, await all());
    return named === undefined
      ? `there is no file or folder ${shown(name)}, and no brief of that name`
      : [named];
  }
  const found = isPattern
    ? await listBriefs(withFolder(workspace, path))
    : await inFolder(workspace, path, all);
  if (found.length > 0) return found;
  const none = isPattern
    ? `no brief matches ${shown(name)}`
    : `there is no brief in ${shown(name)}`;
  return `${none} (what git ignores is left out)`;
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function shown(name: string): string {
  return printable(name, true);
}

/** The briefs in a folder; every markdown file only where no configured folder is inside of it. */
async function inFolder(
  workspace: Workspace,
  folder: string,
  all: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  if (folder === '.') return all();
  const below = (await all()).filter((path) => path.startsWith(`${folder}/`));
  const holdsOurs = workspace.config.folder.some((ours) => ours.startsWith(`${folder}/`));
  if (below.length > 0 || holdsOurs) return below;
  return listBriefs(withFolder(workspace, folder));
}

/** The workspace as if only this folder or pattern was configured. */
function withFolder(workspace: Workspace, folder: string): Workspace {
  return { ...workspace, config: { ...workspace.config, folder: [tidyPath(folder)] } };
}
