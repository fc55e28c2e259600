/** The open documents of an editor: read, checked and told of as one types. */
import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type {
  CancellationToken,
  ClientCapabilities,
  Connection,
  InitializeResult,
  ServerCapabilities,
  ShowMessageParams,
} from 'vscode-languageserver';
import {
  CodeActionKind,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { idFrom } from '../brief/id.ts';
import { CONFIG_FILE } from '../config/config.ts';
import { MAX_FILE_BYTES } from '../files/bytes.ts';
import { pathInside } from '../files/workspace.ts';
import type { Host } from '../host.ts';
import type { Finding } from '../rules/index.ts';
import { checkBrief } from '../rules/index.ts';
import { VERSION } from '../version.ts';
import { FIX_ALL, REVEAL } from './actions.ts';
import { diagnosticOf } from './diagnostics.ts';
import { isBriefPath } from './folder.ts';
import { pageOf } from './pages.ts';
import { fileOf } from './places.ts';
import type { Home, Root } from './roots.ts';
import { createRoots } from './roots.ts';
import type { View } from './view.ts';
import { viewOf } from './view.ts';

/** How long the server waits for the next key stroke before it checks, in milliseconds. */
const PAUSE = 8;
/** How often all briefs are read again for an editor that does not watch files, in milliseconds. */
const EVERY = 5000;
/** Nobody reads more findings of one brief; a hostile one has a hundred thousand. */
const MOST = 500;

const CAPABILITIES: ServerCapabilities = {
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
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
  executeCommandProvider: { commands: [REVEAL] },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** An open document: its text as it was last read, and what was found in it. */
export interface Open {
  readonly version: number;
  readonly home: Home;
  readonly view: View;
  readonly findings: readonly Finding[];
}

/** What the answers to an editor's questions are made from. */
export interface Session {
  /** The newest reading of a document; undefined for one that is no brief. */
  readonly opened: (uri: string, token: CancellationToken) => Promise<Open | undefined>;
  /** The text of an open document, brief or not. */
  readonly textOf: (uri: string) => string | undefined;
  readonly client: () => ClientCapabilities;
  /** `YYYY-MM-DD`. */
  readonly today: () => string;
  /** Ends the work in the background. */
  readonly stop: () => void;
}

/** Follows the documents of an editor. */
export function attachSession(connection: Connection, host: Host, isOver: () => boolean): Session {
  const documents = new TextDocuments(TextDocument);
  const open = new Map<string, Open>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const warned = new Set<string>();
  let client: ClientCapabilities = {};
  let folders: string[] = [];
  let looked = host.now().getTime();
  const watches = (): boolean =>
    client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  const roots = createRoots(host, {
    folders: () => folders,
    changed: (root) => recheck(root),
    warn(message) {
      if (warned.has(message)) return;
      warned.add(message);
      const said: ShowMessageParams = {
        type: MessageType.Warning,
        message: `delegate: ${message}`,
      };
      void connection.sendNotification(ShowMessageNotification.type, said).catch(() => {});
    },
  });
  const today = (): string => {
    const now = host.now();
    const two = (part: number): string => String(part).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    const uris = params.workspaceFolders?.map(({ uri }) => uri) ?? [params.rootUri ?? ''];
    folders = uris.map(fileOf).filter((folder) => folder !== undefined);
    return { serverInfo: { name: 'delegate', version: VERSION }, capabilities: CAPABILITIES };
  });

  connection.onInitialized(() => {
    if (watches()) {
      const watchers = [{ globPattern: '**/*.md' }, { globPattern: `**/${CONFIG_FILE}` }];
      void connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers })
        .catch(() => {});
    }
    if (client.workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => fileOf(uri)));
        const fresh = added.map(({ uri }) => fileOf(uri)).filter((folder) => folder !== undefined);
        folders = [...folders.filter((folder) => !gone.has(folder)), ...fresh];
      });
    }
  });

  /** Reads a document's newest text and checks it; undefined for markdown that is no brief. */
  async function look(document: TextDocument): Promise<Open | undefined> {
    const { uri, version } = document;
    const known = open.get(uri);
    if (known?.version === version) return known;
    const file = fileOf(uri);
    const home = known?.home ?? (file === undefined ? undefined : await roots.homeOf(file));
    // While the workspace was looked for, one may have typed on, or closed it.
    const now = documents.get(uri);
    if (home === undefined || now === undefined) return undefined;
    return read(now, home);
  }

  function read(document: TextDocument, home: Home): Open | undefined {
    const { uri, version } = document;
    const known = open.get(uri);
    if (known?.version === version) return known;
    const text = document.getText();
    // As lint has it: a file of this size is no brief.
    const view = viewOf(uri, home.path, text.length > MAX_FILE_BYTES ? '' : text);
    if (!isBriefPath(home.root.workspace, home.path) && view.brief.values.id === undefined) {
      if (open.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
      return undefined;
    }
    const told = home.root.folder.open(home.path, view.brief);
    const entry = { version, home, view, findings: check(view, home.root) };
    open.set(uri, entry);
    if (told) later(() => recheck(home.root, uri), home.root.workspace.root);
    return entry;
  }

  function check(view: View, root: Root): readonly Finding[] {
    const others = root.folder.summaries();
    return checkBrief(view.brief, {
      path: view.path,
      today: today(),
      newId: () => idFrom(randomBytes(5)),
      config: root.workspace.config,
      ...(others === undefined ? {} : { others: () => others }),
    });
  }

  function publish({ view, version, findings }: Open): void {
    const diagnostics = findings
      .slice(0, MOST)
      .map((finding) => diagnosticOf(view, finding, pageOf(finding.rule)));
    void connection.sendDiagnostics({ uri: view.uri, version, diagnostics }).catch(() => {});
  }

  /** Checks the open briefs of a workspace again, after something around them changed. */
  function recheck(root: Root, except?: string): void {
    for (const [uri, entry] of open) {
      if (entry.home.root !== root || uri === except) continue;
      const findings = check(entry.view, root);
      const fresh = { ...entry, findings };
      open.set(uri, fresh);
      if (JSON.stringify(findings) !== JSON.stringify(entry.findings)) publish(fresh);
    }
  }

  function later(work: () => void, key: string, wait = PAUSE): void {
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => {
        timers.delete(key);
        work();
      }, wait),
    );
  }

  async function validate(uri: string): Promise<void> {
    const document = documents.get(uri);
    if (document === undefined) return;
    const root = open.get(uri)?.home.root;
    if (root !== undefined && roots.reload(root)) {
      reopen(root);
      return;
    }
    const entry = await look(document);
    if (entry !== undefined) publish(entry);
  }

  /** An editor that does not watch files may have changed others meanwhile. */
  function lookAround(): void {
    if (watches() || host.now().getTime() - looked < EVERY) return;
    looked = host.now().getTime();
    for (const { folder } of roots.all()) {
      // The first reading goes on: starting it anew each time, a large folder would never be read.
      if (folder.summaries() !== undefined) void folder.refresh().catch(report);
    }
  }

  documents.onDidOpen(({ document }) => {
    void validate(document.uri).catch(report);
    lookAround();
  });
  documents.onDidChangeContent(({ document }) => {
    later(() => void validate(document.uri).catch(report), document.uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(timers.get(uri));
    const entry = open.get(uri);
    open.delete(uri);
    if (entry === undefined) return;
    entry.home.root.folder.close(entry.home.path);
    void connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => {});
  });
  documents.onDidSave(({ document }) => {
    if (basename(document.uri) === CONFIG_FILE) reloadAll();
    lookAround();
  });

  function report(error: unknown): void {
    connection.console.error(
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    );
  }

  function reloadAll(): void {
    for (const root of roots.all()) if (roots.reload(root)) reopen(root);
  }

  /** After another configuration nothing that was read counts. */
  function reopen(root: Root): void {
    for (const [uri, entry] of open) if (entry.home.root === root) open.delete(uri);
    for (const { uri } of documents.all()) void validate(uri).catch(report);
  }

  connection.onDidChangeWatchedFiles(({ changes }) => {
    reloadAll();
    for (const root of roots.all()) {
      const paths = changes.flatMap(({ uri }) => {
        const file = fileOf(uri);
        const path = file && pathInside(root.workspace, file);
        return path !== undefined && path !== '' && isBriefPath(root.workspace, path) ? [path] : [];
      });
      if (paths.length > 0) void root.folder.refresh(paths).catch(report);
    }
  });

  async function opened(uri: string, token: CancellationToken): Promise<Open | undefined> {
    // One turn, so that a cancellation that came right behind the question is seen.
    await new Promise<void>((done) => setImmediate(done));
    if (token.isCancellationRequested) {
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    }
    if (isOver()) throw new ResponseError(ErrorCodes.InvalidRequest, 'the server is shut down');
    const document = documents.get(uri);
    return document === undefined ? undefined : look(document);
  }

  documents.listen(connection);
  return {
    opened,
    textOf: (uri) => documents.get(uri)?.getText(),
    client: () => client,
    today,
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
      roots.stop();
    },
  };
}
