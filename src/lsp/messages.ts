/** The messages of the protocol that are spoken here. What they hold is said by the protocol's own types. */
import {
  NotificationType,
  NotificationType0,
  ParameterStructures,
  RequestType,
  RequestType0,
} from 'vscode-jsonrpc/node';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import type * as Protocol from 'vscode-languageserver';

interface Message {
  readonly method: string;
  readonly type: unknown;
}

function request<T extends Message>(method: T['method']): T['type'] {
  return new RequestType(method, ParameterStructures.byName);
}

function notification<T extends Message>(method: T['method']): T['type'] {
  return new NotificationType(method, ParameterStructures.byName);
}

/** From an editor. */
export const INITIALIZE = request<typeof Protocol.InitializeRequest>('initialize');
export const INITIALIZED = notification<typeof Protocol.InitializedNotification>('initialized');
export const SHUTDOWN = new RequestType0<null, void>('shutdown');
export const EXIT = new NotificationType0('exit');

export const OPENED =
  notification<typeof Protocol.DidOpenTextDocumentNotification>('textDocument/didOpen');
export const CHANGED =
  notification<typeof Protocol.DidChangeTextDocumentNotification>('textDocument/didChange');
export const SAVED =
  notification<typeof Protocol.DidSaveTextDocumentNotification>('textDocument/didSave');
export const CLOSED =
  notification<typeof Protocol.DidCloseTextDocumentNotification>('textDocument/didClose');
export const FILES_CHANGED = notification<typeof Protocol.DidChangeWatchedFilesNotification>(
  'workspace/didChangeWatchedFiles',
);
export const FOLDERS_CHANGED = notification<typeof Protocol.DidChangeWorkspaceFoldersNotification>(
  'workspace/didChangeWorkspaceFolders',
);

export const COMPLETION = request<typeof Protocol.CompletionRequest>('textDocument/completion');
export const HOVER = request<typeof Protocol.HoverRequest>('textDocument/hover');
export const DEFINITION = request<typeof Protocol.DefinitionRequest>('textDocument/definition');
export const SYMBOLS = request<typeof Protocol.DocumentSymbolRequest>(
  'textDocument/documentSymbol',
);
export const FOLDING = request<typeof Protocol.FoldingRangeRequest>('textDocument/foldingRange');
export const LENSES = request<typeof Protocol.CodeLensRequest>('textDocument/codeLens');
export const HINTS = request<typeof Protocol.InlayHintRequest>('textDocument/inlayHint');
export const TOKENS = request<typeof Protocol.SemanticTokensRequest>(
  'textDocument/semanticTokens/full',
);
export const ACTIONS = request<typeof Protocol.CodeActionRequest>('textDocument/codeAction');
export const COMMAND = request<typeof Protocol.ExecuteCommandRequest>('workspace/executeCommand');
export const PROBLEMS =
  request<typeof Protocol.DocumentDiagnosticRequest>('textDocument/diagnostic');
export const ALL_PROBLEMS =
  request<typeof Protocol.WorkspaceDiagnosticRequest>('workspace/diagnostic');

/** To an editor. */
export const FOUND = notification<typeof Protocol.PublishDiagnosticsNotification>(
  'textDocument/publishDiagnostics',
);
export const SHOW_MESSAGE =
  notification<typeof Protocol.ShowMessageNotification>('window/showMessage');
const LOG_MESSAGE = notification<typeof Protocol.LogMessageNotification>('window/logMessage');
export const SHOW_DOCUMENT = request<typeof Protocol.ShowDocumentRequest>('window/showDocument');
export const REGISTER = request<typeof Protocol.RegistrationRequest>('client/registerCapability');
export const ASK_AGAIN = new RequestType0<null, void>('workspace/diagnostic/refresh');

/** The error of a question that the editor took back. */
export const REQUEST_CANCELLED = -32_800;

/** How grave a message is. */
export const MESSAGE = { error: 1, warning: 2, info: 3, log: 4 } as const;

/** Writes to the editor's log of the server. */
export function logTo(
  connection: MessageConnection,
  type: Protocol.MessageType,
  message: string,
): void {
  void connection.sendNotification(LOG_MESSAGE, { type, message }).catch(() => {});
}
