/** The repositories that a command looks into: those that are named, or those of the person's own list. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { Failure } from '../failure.ts';
import type { Workspace } from '../files/workspace.ts';
import type { Host } from '../host.ts';
import { openWorkspace } from '../lint/workspace.ts';

/** What could be opened, and what is to be said of the rest, a line each. */
export interface Repositories {
  readonly workspaces: readonly Workspace[];
  readonly notes: readonly string[];
}

/**
 * Opens the repositories that are named, else the one of the working folder and those of the person's
 * list. One that cannot be opened is told, and the others go on; a Failure when none can.
 */
export async function openRepositories(
  host: Host,
  named: readonly string[] = [],
): Promise<Repositories> {
  const listed = named.length > 0 ? [] : readList(host);
  const folders = named.length > 0 ? named.map((path) => resolve(host.cwd, path)) : listed;
  const own = named.length > 0 ? [] : [await openWorkspace(host)];
  const opened = await Promise.all(folders.map((folder) => openFolder(host, folder)));
  const found = [...own, ...opened.filter((one) => typeof one !== 'string')];
  const notes = opened.filter((one) => typeof one === 'string');
  const workspaces = found.filter(
    ({ root }, at) => found.findIndex((other) => other.root === root) === at,
  );
  if (workspaces.length === 0)
    throw new Failure(notes.join('; '), 'Check the paths behind --repo.');
  return { workspaces, notes };
}

/** What repositories are called: each by its folder, with the one above where several have the same name. */
export function repositoryNames(workspaces: readonly Workspace[]): readonly string[] {
  const short = workspaces.map(({ root }) => basename(root).replace(/(?<=.)\.git$/, '') || root);
  return short.map((name, at) => {
    const isAlone = short.every((other, index) => other !== name || index === at);
    const { root } = workspaces[at] as Workspace;
    return isAlone ? name : `${basename(dirname(root))}/${name}`;
  });
}

async function openFolder(host: Host, folder: string): Promise<Workspace | string> {
  try {
    const workspace = await openWorkspace({ ...host, cwd: folder });
    return workspace.repository === undefined ? `${folder} is in no git repository` : workspace;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { message } = error;
    return message.includes(folder) ? message : `${folder}: ${message}`;
  }
}

/** The folders of `~/.config/delegate/repositories`: one a line, `#` begins a comment. */
function readList({ env }: Host): readonly string[] {
  const home = env['HOME'] ?? env['USERPROFILE'] ?? homedir();
  const base = env['XDG_CONFIG_HOME'];
  const config = base !== undefined && isAbsolute(base) ? base : join(home, '.config');
  const file = join(config, 'delegate', 'repositories');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw new Failure(`${file} cannot be read: ${code}`, 'It has the path of a repository a line.');
  }
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => resolve(home, line.replace(/^~(?=[/\\]|$)/, home)));
}
