/** The language client: loaded only where there are briefs. */
import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn } from 'vscode-languageclient/node';
import type { Middleware } from 'vscode-languageclient/node';
import type { Delegate } from './delegate.mts';
import type { Program } from './program.mts';
import { needsShell } from './program.mts';

/** A server that runs. */
export interface Server {
  readonly program: Program;
  readonly client: LanguageClient;
}

interface Setup {
  readonly cwd: string | undefined;
  readonly output: vscode.LogOutputChannel;
  readonly delegate: Delegate;
}

/** Starts the first program that serves; undefined where none does, which the output explains. */
export async function startServer(
  programs: readonly Program[],
  setup: Setup,
): Promise<Server | undefined> {
  const { output } = setup;
  for (const program of programs) {
    const line = [program.command, ...program.args, 'lsp'].join(' ');
    const client = clientOf(program, setup);
    try {
      await client.start();
      output.info(`Started (${program.from}): ${line}`);
      return { program, client };
    } catch (error) {
      output.error(`Could not be started (${program.from}): ${line}: ${String(error)}`);
      await client.dispose().catch(() => {});
      if (program.from === 'setting') void tellOfSetting(line);
    }
  }
  return undefined;
}

/** What goes wrong stands in the output: another program may serve, and that is told once, if at all. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

function clientOf(program: Program, { cwd, output, delegate }: Setup): LanguageClient {
  const { command, args, env } = program;
  const server = {
    command,
    args: [...args, 'lsp'],
    options: {
      ...(cwd === undefined ? {} : { cwd }),
      env: { ...process.env, ...env },
      shell: needsShell(program),
    },
  };
  return new QuietClient('delegate', 'delegate', server, {
    documentSelector: [{ scheme: 'file', language: 'markdown' }],
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationFailedHandler: () => false,
    // It is told of the problems of all briefs, which is quicker than to ask for them every two seconds.
    initializationOptions: { diagnostics: 'push' },
    middleware: middlewareOf(delegate),
    markdown: { isTrusted: false, supportHtml: false },
  });
}

function middlewareOf(delegate: Delegate): Middleware {
  return {
    async provideCompletionItem(document, position, context, token, next) {
      const found = await next(document, position, context, token);
      const items = Array.isArray(found) ? found : (found?.items ?? []);
      for (const item of items) addNext(item);
      return found;
    },
    /** What the server offers over a brief is done here, where there are inputs and a terminal. */
    async executeCommand(command, args: unknown[], next) {
      const [uri, words] = args;
      if (command !== 'delegate.run' || typeof uri !== 'string' || !Array.isArray(words)) {
        return next(command, args) as unknown;
      }
      const { answer, targetAt } = await import('./acts.mts');
      const file = vscode.Uri.parse(uri).fsPath;
      const document = await vscode.workspace.openTextDocument(file);
      if (document.isDirty && !(await document.save())) return null;
      await answer(delegate, words.slice(0, -1).join(' '), targetAt(file));
      return null;
    },
  };
}

/** After a key the values that it takes are offered. */
function addNext(item: vscode.CompletionItem): void {
  const { insertText, kind, command } = item;
  const text = typeof insertText === 'string' ? insertText : (insertText?.value ?? '');
  const isKey = kind === vscode.CompletionItemKind.Property && /[:-] $/.test(text);
  if (command !== undefined || !isKey) return;
  item.command = { title: 'Offer the values', command: 'editor.action.triggerSuggest' };
}

async function tellOfSetting(line: string): Promise<void> {
  const choice = await vscode.window.showWarningMessage(
    `delegate could not be started as "${line}", as the setting delegate.command has it. Another one is used instead, as the output "delegate" says.`,
    'Open the setting',
  );
  if (choice === undefined) return;
  await vscode.commands.executeCommand('workbench.action.openSettings', 'delegate.command');
}
