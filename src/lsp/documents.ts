import { Emitter } from 'vscode-jsonrpc/node';
import type { Event, MessageConnection } from 'vscode-jsonrpc/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CHANGED, CLOSED, OPENED, SAVED } from './messages.ts';

/** The documents that an editor has open, as they stand in it. */
export interface Documents {
  readonly get: (uri: string) => TextDocument | undefined;
  readonly all: () => readonly TextDocument[];
  readonly onOpen: Event<TextDocument>;
  /** When one was opened, too. */
  readonly onContent: Event<TextDocument>;
  readonly onSave: Event<TextDocument>;
  readonly onClose: Event<TextDocument>;
}

/** Follows the documents of an editor. */
export function attachDocuments(connection: MessageConnection): Documents {
  const documents = new Map<string, TextDocument>();
  const opened = new Emitter<TextDocument>();
  const content = new Emitter<TextDocument>();
  const saved = new Emitter<TextDocument>();
  const closed = new Emitter<TextDocument>();

  connection.onNotification(OPENED, ({ textDocument: { uri, languageId, version, text } }) => {
    const document = TextDocument.create(uri, languageId, version, text);
    documents.set(uri, document);
    opened.fire(document);
    content.fire(document);
  });
  connection.onNotification(CHANGED, ({ textDocument: { uri, version }, contentChanges }) => {
    const before = documents.get(uri);
    if (before === undefined || contentChanges.length === 0) return;
    const document = TextDocument.update(before, contentChanges, version);
    documents.set(uri, document);
    content.fire(document);
  });
  connection.onNotification(SAVED, ({ textDocument: { uri } }) => {
    const document = documents.get(uri);
    if (document !== undefined) saved.fire(document);
  });
  connection.onNotification(CLOSED, ({ textDocument: { uri } }) => {
    const document = documents.get(uri);
    if (document !== undefined && documents.delete(uri)) closed.fire(document);
  });
  return {
    get: (uri) => documents.get(uri),
    all: () => [...documents.values()],
    onOpen: opened.event,
    onContent: content.event,
    onSave: saved.event,
    onClose: closed.event,
  };
}
