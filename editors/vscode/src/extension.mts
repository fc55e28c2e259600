/** Starts what is needed once there is a brief, and nothing before. */
import * as vscode from 'vscode';
import type { Of, Waiting } from './board.mts';
import type { Server } from './client.mts';
import type { Delegate, FromTables } from './delegate.mts';
import { foldersWithBriefs, mayBeBrief } from './here.mts';
import type { MarkdownIt } from './markdown.mts';
import { briefPlugin } from './markdown.mts';
import { programs } from './program.mts';
import type { Program } from './program.mts';
import { taskProvider } from './tasks.mts';

let server: Promise<Server | undefined> | undefined;
let output: vscode.LogOutputChannel | undefined;
let isAwake = false;

async function start(delegate: Delegate): Promise<Server | undefined> {
  output ??= vscode.window.createOutputChannel('delegate', { log: true });
  const { startServer } = await import('./client.mts');
  const folders = vscode.workspace.workspaceFolders ?? [];
  const cwd = (foldersWithBriefs()[0] ?? folders[0])?.uri.fsPath;
  return startServer(programs(delegate.context), { cwd, output, delegate });
}

/** Starts the server where there is a brief and none runs. */
function wake(delegate: Delegate): void {
  if (server !== undefined) return;
  const isNeeded =
    foldersWithBriefs().length > 0 || vscode.workspace.textDocuments.some(mayBeBrief);
  if (!isNeeded) return;
  server = start(delegate);
  void vscode.commands.executeCommand('setContext', 'delegate.briefs', true);
  if (isAwake) return;
  isAwake = true;
  void import('./awake.mts').then(({ wakeUp }) => wakeUp(delegate));
}

/** So long the editor has its turn first: what is read then is large. */
const LATER_MS = 25;

function later(): Promise<void> {
  return new Promise((done) => setTimeout(done, LATER_MS));
}

async function stop(): Promise<void> {
  const old = await server;
  server = undefined;
  if (old?.client.isRunning() === true) await old.client.stop();
}

/** The program that serves, else the first that there is. */
async function program(context: vscode.ExtensionContext): Promise<Program> {
  const running = await server;
  return running?.program ?? (programs(context)[0] as Program);
}

/** The commands of the palette: what they do is loaded when one is called. */
function registerCommands(delegate: Delegate): vscode.Disposable[] {
  const { registerCommand } = vscode.commands;
  const acts = () => import('./acts.mts');
  return [
    ...delegate.tables.commands.map(({ name }) =>
      registerCommand(`delegate.${name}`, async (given) =>
        (await acts()).act(delegate, name, given),
      ),
    ),
    registerCommand('delegate.object', async (given) => (await acts()).object(delegate, given)),
    registerCommand('delegate.preview', async () => (await acts()).preview()),
    registerCommand('delegate.actions', async () => (await acts()).pickAction(delegate)),
    registerCommand('delegate.answer', async (one: Of<Waiting>) => {
      const { answer, targetAt } = await acts();
      const { fileOf } = await import('./board.mts');
      await answer(delegate, one.item.answer ?? '', targetAt(fileOf(one).fsPath));
    }),
  ];
}

/** Called by the editor once one of the activation events of package.json happened. */
export function activate(context: vscode.ExtensionContext): {
  extendMarkdownIt: (md: MarkdownIt) => MarkdownIt;
} {
  const { fromTables } = context.extension.packageJSON as { readonly fromTables: FromTables };
  const delegate: Delegate = {
    context,
    tables: fromTables,
    program: () => program(context),
    server: async () => server,
    done: new vscode.EventEmitter<void>(),
  };
  context.subscriptions.push(
    delegate.done,
    ...registerCommands(delegate),
    vscode.commands.registerCommand('delegate.restart', async () => restart(delegate)),
    vscode.tasks.registerTaskProvider('delegate', taskProvider(delegate.program)),
  );
  void later().then(() => follow(delegate));
  return { extendMarkdownIt: briefPlugin };
}

async function restart(delegate: Delegate): Promise<void> {
  await stop();
  wake(delegate);
}

/** Wakes where a brief comes, and takes another program where another is named. */
function follow(delegate: Delegate): void {
  const { workspace } = vscode;
  const config = workspace.createFileSystemWatcher('**/.delegate.yaml', false, true, true);
  delegate.context.subscriptions.push(
    workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration('delegate.command')) await restart(delegate);
    }),
    workspace.onDidGrantWorkspaceTrust(() => restart(delegate)),
    workspace.onDidOpenTextDocument(() => wake(delegate)),
    workspace.onDidChangeWorkspaceFolders(() => wake(delegate)),
    delegate.done.event(() => wake(delegate)),
    config.onDidCreate(() => wake(delegate)),
    config,
  );
  wake(delegate);
}

/** Called by the editor when it ends. */
export async function deactivate(): Promise<void> {
  await stop();
}
