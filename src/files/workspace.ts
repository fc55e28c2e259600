import { realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Config, LoadRules } from '../config/config.ts';
import { CONFIG_FILE, DEFAULT_CONFIG, loadConfig } from '../config/config.ts';
import { Failure } from '../failure.ts';
import { configText } from './config-text.ts';
import type { Repository } from '../git/repository.ts';
import { findRepository } from '../git/repository.ts';
import type { Host } from '../host.ts';

/** Where a command works: the folder tree whose briefs it sees, with its configuration. */
export interface Workspace {
  readonly host: Host;
  /**
   * The absolute real path that all paths of briefs are relative to: the top of the work tree, or
   * without git the nearest folder with a configuration, or the working folder. In a bare repository
   * its git directory, which holds no briefs.
   */
  readonly root: string;
  readonly repository: Repository | undefined;
  readonly config: Config;
  /** The absolute real path of the folder that the command was called in. */
  readonly cwd: string;
}

/**
 * Finds root, repository and configuration for the host's working folder.
 *
 * @param loadRules Loads all rules; called only where the configuration names one.
 */
export async function findWorkspace(host: Host, loadRules: LoadRules): Promise<Workspace> {
  const cwd = realFolder(host.cwd);
  const repository = await findRepository(cwd, host.env);
  if (repository?.bare) {
    return { host, root: repository.gitDir, repository, config: DEFAULT_CONFIG, cwd };
  }
  const root = repository ? realFolder(repository.root) : (configured(cwd) ?? cwd);
  return { host, root, repository, config: await loadConfig(configText(root), loadRules), cwd };
}

/** The real path of an existing folder. */
export function realFolder(folder: string): string {
  try {
    const real = realpathSync.native(folder);
    if (statSync(real).isDirectory()) return real;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') {
      throw new Failure(`the folder ${folder} cannot be read: ${code}`);
    }
  }
  throw new Failure(`there is no folder ${folder}`, 'Check the path behind -C.');
}

function configured(cwd: string): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (statSync(join(folder, CONFIG_FILE), { throwIfNoEntry: false })?.isFile()) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/**
 * The path below the root of a file that is named from the working folder, with `/` between names;
 * undefined when it is outside.
 */
export function pathInside(workspace: Workspace, file: string): string | undefined {
  const path = relative(workspace.root, file).split(sep).join('/');
  return path === '' || path === '..' || path.startsWith('../') || /^[A-Za-z]:/.test(path)
    ? undefined
    : path;
}
