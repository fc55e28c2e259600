/** The editor at the other end: what it can do, which folders it has open, what it is told. */
import type { MessageConnection } from 'vscode-jsonrpc/node';
import type { ClientCapabilities, InitializeResult, MessageType } from 'vscode-languageserver';
import { CONFIG_FILE } from '../config/config.ts';
import { noticeText } from '../report/escape.ts';
import { VERSION } from '../version.ts';
import { CAPABILITIES, PULLED } from './capabilities.ts';
import {
  FILES_CHANGED,
  FOLDERS_CHANGED,
  INITIALIZE,
  INITIALIZED,
  MESSAGE,
  REGISTER,
  SHOW_MESSAGE,
  logTo,
} from './messages.ts';
import { fileOf } from './places.ts';

/** An editor, as it has introduced itself. */
export interface Editor {
  readonly capabilities: () => ClientCapabilities;
  /** The folders that it has open, absolute and real. */
  readonly folders: () => readonly string[];
  /** Told of each folder that it has open, once it is ready, and of each that it opens later. */
  readonly onFolder: (opened: (folder: string) => void) => void;
  /** True where it tells of files that change. */
  readonly watchesFiles: () => boolean;
  /** True where it asks for problems, rather than to be told of them. */
  readonly pullsDiagnostics: () => boolean;
  /** Shows what was done, or why it was not. */
  readonly tell: (kind: 'done' | 'refused', message: string) => void;
  /** Shows a warning, each once. */
  readonly warn: (message: string) => void;
  /** Writes what went wrong to the editor's log of the server. */
  readonly logError: (error: unknown) => void;
}

/**
 * Answers the editor's introduction, and asks it to watch the files that matter.
 *
 * @param began Told the id of the editor's process, as it gives it.
 */
export function attachEditor(
  connection: MessageConnection,
  began: (id: number | null) => void,
): Editor {
  const warned = new Set<string>();
  let client: ClientCapabilities = {};
  let folders: readonly string[] = [];
  let opened: (folder: string) => void = () => {};
  let pulls = false;
  const watchesFiles = (): boolean =>
    client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;

  function show(type: MessageType, message: string): void {
    const shown = { type, message: noticeText(message) };
    void connection.sendNotification(SHOW_MESSAGE, shown).catch(() => {});
  }

  connection.onRequest(INITIALIZE, (params): InitializeResult => {
    began(params.processId);
    client = params.capabilities;
    folders = filesOf(params.workspaceFolders ?? [{ uri: params.rootUri ?? '' }]);
    pulls =
      client.textDocument?.diagnostic !== undefined && !wantsPush(params.initializationOptions);
    return {
      serverInfo: { name: 'delegate', version: VERSION },
      capabilities: pulls ? { ...CAPABILITIES, diagnosticProvider: PULLED } : CAPABILITIES,
    };
  });

  connection.onNotification(INITIALIZED, () => {
    if (watchesFiles()) {
      const watchers = [{ globPattern: '**/*.md' }, { globPattern: `**/${CONFIG_FILE}` }];
      const { method } = FILES_CHANGED;
      const registrations = [{ id: method, method, registerOptions: { watchers } }];
      void connection.sendRequest(REGISTER, { registrations }).catch(() => {});
    }
    if (client.workspace?.workspaceFolders === true) {
      connection.onNotification(FOLDERS_CHANGED, ({ event: { added, removed } }) => {
        const gone = new Set(filesOf(removed));
        folders = [...folders.filter((folder) => !gone.has(folder)), ...filesOf(added)];
        for (const folder of filesOf(added)) opened(folder);
      });
    }
    for (const folder of folders) opened(folder);
  });

  return {
    capabilities: () => client,
    folders: () => folders,
    onFolder(listener) {
      opened = listener;
    },
    watchesFiles,
    pullsDiagnostics: () => pulls,
    tell: (kind, message) => {
      show(kind === 'done' ? MESSAGE.info : MESSAGE.warning, message);
    },
    warn(message) {
      if (warned.has(message)) return;
      warned.add(message);
      show(MESSAGE.warning, `delegate: ${message}`);
    },
    logError(error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      logTo(connection, MESSAGE.error, text);
    },
  };
}

/** An editor that could ask may say that it would rather be told: `{"diagnostics": "push"}`. */
function wantsPush(options: unknown): boolean {
  return (options as { readonly diagnostics?: unknown } | null | undefined)?.diagnostics === 'push';
}

function filesOf(places: readonly { readonly uri: string }[]): readonly string[] {
  return places.map(({ uri }) => fileOf(uri)).filter((file) => file !== undefined);
}
