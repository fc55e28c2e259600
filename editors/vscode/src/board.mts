/** What waits and how the briefs stand, as the program tells it; read anew when files or HEAD change. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { Delegate } from './delegate.mts';
import { foldersWithBriefs } from './here.mts';
import { run } from './program.mts';

/** Something that waits, as `delegate inbox --json` has it. */
export interface Waiting {
  readonly path: string;
  readonly title: string | null;
  readonly kind: string;
  readonly overdue: boolean;
  readonly text?: string;
  readonly answer?: string | null;
}

/** A brief, as `delegate list --json` has it. */
export interface Listed {
  readonly path: string;
  readonly title: string | null;
  readonly status: string;
  readonly delegate: string | null;
  readonly due: string | null;
  readonly overdue: boolean;
}

/** Something of one repository. */
export interface Of<T> {
  readonly root: string;
  readonly item: T;
}

export interface Board {
  readonly waiting: () => readonly Of<Waiting>[];
  readonly briefs: () => readonly Of<Listed>[];
  readonly onChange: vscode.Event<void>;
  readonly refresh: () => void;
}

/** One saves often; so long nothing is read. */
const PAUSE_MS = 400;

/** Starts to read, and to watch what it depends on. */
export function createBoard(delegate: Delegate): Board {
  const changed = new vscode.EventEmitter<void>();
  let waiting: readonly Of<Waiting>[] = [];
  let briefs: readonly Of<Listed>[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReading = false;
  let isStale = false;

  async function read(): Promise<void> {
    if (isReading) {
      isStale = true;
      return;
    }
    isReading = true;
    isStale = false;
    const folders = foldersWithBriefs().map(({ uri }) => uri.fsPath);
    const found = await Promise.all(folders.map((folder) => readFolder(delegate, folder)));
    waiting = found.flatMap((one) => one.waiting);
    briefs = found.flatMap((one) => one.briefs);
    isReading = false;
    changed.fire();
    if (isStale) later();
  }

  function later(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void read(), PAUSE_MS);
  }

  const { context } = delegate;
  const watch = (pattern: vscode.GlobPattern): void => {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    for (const on of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) on(later);
    context.subscriptions.push(watcher);
  };
  watch('**/*.md');
  watch('**/.delegate.yaml');
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    watch(new vscode.RelativePattern(folder, '.git/{HEAD,logs/HEAD}'));
  }
  context.subscriptions.push(
    changed,
    delegate.done.event(later),
    vscode.workspace.onDidChangeWorkspaceFolders(later),
    { dispose: () => clearTimeout(timer) },
  );
  later();
  return {
    waiting: () => waiting,
    briefs: () => briefs,
    onChange: changed.event,
    refresh: later,
  };
}

async function readFolder(
  delegate: Delegate,
  folder: string,
): Promise<{ waiting: readonly Of<Waiting>[]; briefs: readonly Of<Listed>[] }> {
  const program = await delegate.program();
  // This repository alone: the others that a person has listed are open elsewhere.
  const inbox = await run(program, ['inbox', '--repo', '.', '--json'], folder);
  const list = await run(program, ['list', '--all', '--json'], folder);
  const { people = [], briefs = [] } = { ...parsed(inbox.out), ...parsed(list.out) };
  const root = rootAbove(folder, briefs[0]?.path);
  return {
    waiting: people.flatMap(({ items }) => items.map((item) => ({ root, item }))),
    briefs: briefs.map((item) => ({ root, item })),
  };
}

/** What the program prints of these two, as JSON. */
interface Printed {
  readonly people?: readonly { readonly items: readonly Waiting[] }[];
  readonly briefs?: readonly Listed[];
}

function parsed(text: string): Printed {
  try {
    return JSON.parse(text) as Printed;
  } catch {
    return {};
  }
}

/** Paths are told from the root of the repository, which may lie above the folder that is open. */
function rootAbove(folder: string, path: string | undefined): string {
  if (path === undefined) return folder;
  let root = folder;
  while (!existsSync(join(root, path)) && dirname(root) !== root) root = dirname(root);
  return dirname(root) === root ? folder : root;
}

/** Its file. */
export function fileOf({ root, item }: Of<{ readonly path: string }>): vscode.Uri {
  return vscode.Uri.file(join(root, item.path));
}
