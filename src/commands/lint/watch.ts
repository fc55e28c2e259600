/** `delegate lint --watch`: checks again whenever something changes, until Ctrl-C. */
import type { FSWatcher } from 'node:fs';
import { lstatSync, watch as watchPath } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Failure } from '../../failure.ts';
import type { Workspace } from '../../files/workspace.ts';
import type { Host, Result } from '../../host.ts';
import { printable } from '../../printable.ts';
import { cachingCheck } from '../../lint/cache.ts';
import type { CheckMany } from '../../lint/check.ts';

/** Editors save in several steps: what comes within this time is one change. */
const DEBOUNCE_MS = 80;

interface WatchOptions {
  readonly host: Host;
  readonly workspace: Workspace;
  /** The paths as they were named. */
  readonly names: readonly string[];
  /** One whole check. */
  readonly round: (checkMany: CheckMany) => Promise<Result>;
}

/** Runs a round at once and after every change; ends only when the process is stopped. */
export async function watch({ host, workspace, names, round }: WatchOptions): Promise<Result> {
  const checkMany = cachingCheck();
  let changed: (() => void) | undefined;
  let pending = false;
  const wake = (): void => {
    pending = true;
    changed?.();
  };
  const watchers = watchedFolders(workspace, names).map(([path, recursive]) =>
    watchFolder(path, recursive, wake),
  );
  if (watchers.every((watcher) => watcher === undefined)) {
    throw new Failure('the folder of the briefs cannot be watched');
  }
  for (;;) {
    pending = false;
    await show(host, await tryRound(round, checkMany));
    if (!pending) await new Promise<void>((done) => (changed = done));
    await new Promise((done) => setTimeout(done, DEBOUNCE_MS));
  }
}

async function tryRound(round: WatchOptions['round'], checkMany: CheckMany): Promise<Result> {
  try {
    return await round(checkMany);
  } catch (error) {
    // A configuration that is being edited may be wrong for a moment.
    if (!(error instanceof Failure)) throw error;
    const lines = [`delegate: ${error.message}`, ...(error.help === undefined ? [] : [error.help])];
    return { err: `${printable(lines.join('\n'))}\n` };
  }
}

/** Clears what is on the screen, and leaves what was scrolled away. */
const CLEAR_SCREEN = '\u001b[H\u001b[J';

async function show(host: Host, { out = '', err = '' }: Result): Promise<void> {
  const clear = host.terminal ? CLEAR_SCREEN : '';
  const last = host.terminal ? 'Watching for changes; Ctrl-C ends it.\n' : '';
  const parts = typeof out === 'string' ? [out] : out;
  await new Promise((done) => host.stdout.write([clear, ...parts].join(''), done));
  await new Promise((done) => host.stderr.write(err + last, done));
}

/** Folders to watch, and whether with all below: the configured ones, or those that were named. */
function watchedFolders(
  { root, cwd, config }: Workspace,
  names: readonly string[],
): [string, boolean][] {
  const found = new Map<string, boolean>([[root, false]]);
  const add = (path: string): void => {
    let folder = path;
    let stats = lstatSync(folder, { throwIfNoEntry: false });
    const whole = stats?.isDirectory() === true;
    while (!stats?.isDirectory() && folder !== dirname(folder)) {
      folder = dirname(folder);
      stats = lstatSync(folder, { throwIfNoEntry: false });
    }
    found.set(folder, whole || found.get(folder) === true);
  };
  const start = (pattern: string): string => pattern.split(/\/?[^/]*[*?]/, 1)[0] ?? '';
  if (names.length > 0) for (const name of names) add(resolve(cwd, start(name)));
  else for (const folder of config.folder) add(join(root, start(folder)));
  return [...found];
}

function watchFolder(path: string, recursive: boolean, wake: () => void): FSWatcher | undefined {
  try {
    const watcher = watchPath(path, { recursive }, (_, name) => {
      // What git and editors write beside the briefs is nobody's change.
      if (name === null || !/(?:^|[/\\])\.git(?:[/\\]|$)|~$|\.sw[a-z]$/.test(name)) wake();
    });
    watcher.on('error', wake);
    return watcher;
  } catch {
    return undefined;
  }
}
