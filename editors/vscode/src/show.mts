/** What the program tells, as a text of its own or as a page. */
import * as vscode from 'vscode';
import type { Delegate } from './delegate.mts';
import { run } from './program.mts';

const SCHEME = 'delegate';
const texts = new Map<string, string>();
let isRegistered = false;

/** Shows what a command prints, read-only. */
export async function showText(
  delegate: Delegate,
  args: readonly string[],
  cwd: string,
  name: string,
): Promise<void> {
  const { status, out, err } = await run(await delegate.program(), args, cwd);
  // Some end with 1 where they found something, and have told it.
  const text = status === null || out.trim() === '' ? err || out : out;
  if (!isRegistered) {
    isRegistered = true;
    const provider = { provideTextDocumentContent: ({ path }: vscode.Uri) => texts.get(path) };
    delegate.context.subscriptions.push(
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, provider),
    );
  }
  // Another address each time, so that what is shown is never what was.
  const path = `/${texts.size + 1}/delegate ${name}.txt`;
  texts.set(path, text);
  const document = await vscode.workspace.openTextDocument(
    vscode.Uri.from({ scheme: SCHEME, path }),
  );
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
}

/** Shows a page that a command writes: it has no scripts, and gets none. */
export async function showPage(
  delegate: Delegate,
  args: readonly string[],
  cwd: string,
): Promise<void> {
  const said = await run(await delegate.program(), args, cwd);
  if (said.out.trim() === '') {
    void vscode.window.showWarningMessage(said.err.trim());
    return;
  }
  const panel = vscode.window.createWebviewPanel(
    'delegate.report',
    'delegate report',
    vscode.ViewColumn.Active,
    { enableScripts: false, enableCommandUris: false, localResourceRoots: [] },
  );
  panel.webview.html = said.out;
}
