/** Starts what is needed once there is a brief, and nothing before. */
import * as vscode from 'vscode';
import type { Server } from './client.mts';
import { foldersWithBriefs, mayBeBrief } from './here.mts';
import { programs } from './program.mts';
import type { Program } from './program.mts';
import { taskProvider } from './tasks.mts';

let server: Promise<Server | undefined> | undefined;
let output: vscode.LogOutputChannel | undefined;

async function start(context: vscode.ExtensionContext): Promise<Server | undefined> {
  output ??= vscode.window.createOutputChannel('delegate', { log: true });
  const { startServer } = await import('./client.mts');
  const folders = vscode.workspace.workspaceFolders ?? [];
  const cwd = (foldersWithBriefs()[0] ?? folders[0])?.uri.fsPath;
  return startServer(programs(context), cwd, output);
}

/** Starts the server where there is a brief and none runs. */
function wake(context: vscode.ExtensionContext): void {
  if (server !== undefined) return;
  const isNeeded =
    foldersWithBriefs().length > 0 || vscode.workspace.textDocuments.some(mayBeBrief);
  if (!isNeeded) return;
  server = start(context);
  void vscode.commands.executeCommand('setContext', 'delegate.briefs', true);
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

/** Called by the editor once one of the activation events of package.json happened. */
export function activate(context: vscode.ExtensionContext): void {
  const restart = async (): Promise<void> => {
    await stop();
    wake(context);
  };
  const { workspace } = vscode;
  const config = workspace.createFileSystemWatcher('**/.delegate.yaml', false, true, true);
  context.subscriptions.push(
    vscode.commands.registerCommand('delegate.restart', restart),
    vscode.tasks.registerTaskProvider(
      'delegate',
      taskProvider(() => program(context)),
    ),
    workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration('delegate.command')) await restart();
    }),
    workspace.onDidGrantWorkspaceTrust(restart),
    workspace.onDidOpenTextDocument(() => wake(context)),
    workspace.onDidChangeWorkspaceFolders(() => wake(context)),
    config.onDidCreate(() => wake(context)),
    config,
  );
  wake(context);
}

/** Called by the editor when it ends. */
export async function deactivate(): Promise<void> {
  await stop();
}
