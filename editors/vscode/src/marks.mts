/** Marks in the margin the fields that moved since the agreement, with what they were. */
import * as vscode from 'vscode';
import type { Delegate } from './delegate.mts';
import { mayBeBrief } from './here.mts';

/** A mark, as the server tells it (src/lsp/moved.ts). */
interface Mark {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly isSilent: boolean;
  readonly markdown: string;
}

const PAUSE_MS = 300;

/** Follows the editors that show briefs. */
export function showMarks(delegate: Delegate): vscode.Disposable {
  const [recorded, silent] = ['moved', 'silent'].map((name) =>
    vscode.window.createTextEditorDecorationType({
      gutterIconPath: delegate.context.asAbsolutePath(`media/${name}.svg`),
      gutterIconSize: 'contain',
      overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.modifiedForeground'),
    }),
  ) as [vscode.TextEditorDecorationType, vscode.TextEditorDecorationType];
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function mark(editor: vscode.TextEditor): Promise<void> {
    const marks = await marksOf(delegate, editor.document);
    const of = (isSilent: boolean): vscode.DecorationOptions[] =>
      marks.filter((one) => one.isSilent === isSilent).map(decoration);
    editor.setDecorations(recorded, of(false));
    editor.setDecorations(silent, of(true));
  }

  function markAll(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      for (const editor of vscode.window.visibleTextEditors) {
        if (mayBeBrief(editor.document)) void mark(editor);
      }
    }, PAUSE_MS);
  }

  markAll();
  return vscode.Disposable.from(
    recorded,
    silent,
    vscode.window.onDidChangeVisibleTextEditors(markAll),
    vscode.workspace.onDidChangeTextDocument(markAll),
    delegate.done.event(markAll),
    { dispose: () => clearTimeout(timer) },
  );
}

async function marksOf(
  delegate: Delegate,
  document: vscode.TextDocument,
): Promise<readonly Mark[]> {
  const isWanted = vscode.workspace.getConfiguration('delegate').get<boolean>('marks', true);
  const server = isWanted ? await delegate.server() : undefined;
  // An older program knows nothing of it.
  const { commands } = server?.client.initializeResult?.capabilities.executeCommandProvider ?? {};
  if (server === undefined || commands?.includes('delegate.moves') !== true) return [];
  const uri = server.client.code2ProtocolConverter.asUri(document.uri);
  const params = { command: 'delegate.moves', arguments: [uri] };
  const found = await server.client
    .sendRequest<readonly Mark[] | null>('workspace/executeCommand', params)
    .catch(() => null);
  return found ?? [];
}

function decoration({ range: { start, end }, markdown }: Mark): vscode.DecorationOptions {
  const hoverMessage = new vscode.MarkdownString(markdown);
  hoverMessage.isTrusted = false;
  hoverMessage.supportHtml = false;
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  return { range, hoverMessage };
}
