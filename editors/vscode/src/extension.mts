/** Starts `delegate lsp` for markdown, and offers its checks as tasks. */
import * as vscode from 'vscode';
import type { ServerOptions } from 'vscode-languageclient/node';
import { LanguageClient } from 'vscode-languageclient/node';

let client: LanguageClient | undefined;

/** The program and its first arguments, as the settings have them. */
function command(): [string, ...string[]] {
  const [program = 'delegate', ...rest] = vscode.workspace
    .getConfiguration('delegate')
    .get<string[]>('command', ['delegate']);
  return [program, ...rest];
}

async function start(): Promise<void> {
  const [program, ...rest] = command();
  const cwd = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const options = cwd === undefined ? {} : { cwd };
  // Windows runs delegate.cmd only through a shell.
  const shell = process.platform === 'win32';
  const server: ServerOptions = {
    command: program,
    args: [...rest, 'lsp'],
    options: { ...options, shell },
  };
  client = new LanguageClient('delegate', 'delegate', server, {
    documentSelector: [{ scheme: 'file', language: 'markdown' }],
  });
  try {
    await client.start();
  } catch {
    const choice = await vscode.window.showWarningMessage(
      `delegate could not be started as "${[program, ...rest].join(' ')} lsp". Install it with "npm install -g delegate-briefs", or set delegate.command.`,
      'Open the setting',
    );
    if (choice !== undefined) {
      await vscode.commands.executeCommand('workbench.action.openSettings', 'delegate.command');
    }
  }
}

async function stop(): Promise<void> {
  const old = client;
  client = undefined;
  if (old?.isRunning() === true) await old.stop();
}

function task(name: 'lint' | 'fix', folder: vscode.WorkspaceFolder): vscode.Task {
  const [program, ...rest] = command();
  const args = [...rest, 'lint', '--format', 'unix', ...(name === 'fix' ? ['--fix'] : [])];
  return new vscode.Task(
    { type: 'delegate', task: name },
    folder,
    name === 'fix' ? 'make the safe fixes in all briefs' : 'lint all briefs',
    'delegate',
    new vscode.ShellExecution(program, args),
    '$delegate',
  );
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand('delegate.restart', async () => {
      await stop();
      await start();
    }),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (!event.affectsConfiguration('delegate.command')) return;
      await stop();
      await start();
    }),
    vscode.tasks.registerTaskProvider('delegate', {
      provideTasks: () =>
        (vscode.workspace.workspaceFolders ?? []).flatMap((folder) => [
          task('lint', folder),
          task('fix', folder),
        ]),
      resolveTask({ definition, scope }) {
        const name = (definition as { task?: unknown }).task;
        const known = name === 'lint' || name === 'fix';
        return known && typeof scope === 'object' ? task(name, scope) : undefined;
      },
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await stop();
}
