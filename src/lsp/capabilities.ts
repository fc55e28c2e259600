import type { ServerCapabilities } from 'vscode-languageserver';
import { CodeActionKind, TextDocumentSyncKind } from 'vscode-languageserver';
import { FIX_ALL } from './actions.ts';
import { REVEAL } from './reveal.ts';
import { LEGEND } from './semantic-tokens.ts';

/** What the server tells an editor that it can do. */
export const CAPABILITIES: ServerCapabilities = {
  textDocumentSync: {
    openClose: true,
    change: TextDocumentSyncKind.Incremental,
    save: { includeText: false },
  },
  completionProvider: { triggerCharacters: [':', ' ', '-', '['] },
  hoverProvider: true,
  definitionProvider: true,
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  codeLensProvider: {},
  semanticTokensProvider: { legend: LEGEND, full: true },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
  executeCommandProvider: { commands: [REVEAL] },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};
