import type { ServerCapabilities } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver-types';
import { RUN } from './acting.ts';
import { FIX_ALL } from './actions.ts';
import { MOVES } from './moved.ts';
import { REVEAL } from './reveal.ts';
import { LEGEND } from './semantic-tokens.ts';

/** How it is told what one types. */
const PIECE_BY_PIECE = 2;

/** What the server tells an editor that it can do. */
export const CAPABILITIES: ServerCapabilities = {
  textDocumentSync: {
    openClose: true,
    change: PIECE_BY_PIECE,
    save: { includeText: false },
  },
  completionProvider: { triggerCharacters: [':', ' ', '-', '['] },
  hoverProvider: true,
  definitionProvider: true,
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  codeLensProvider: {},
  inlayHintProvider: true,
  semanticTokensProvider: { legend: LEGEND, full: true },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
  executeCommandProvider: { commands: [REVEAL, RUN, MOVES] },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** The same for an editor that asks for problems. */
export const PULLED = {
  identifier: 'delegate',
  interFileDependencies: true,
  workspaceDiagnostics: true,
} as const;
