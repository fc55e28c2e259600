/** The language server: takes what an editor says over a pair of streams to the functions beside it. */
import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type {
  CancellationToken,
  ClientCapabilities,
  Connection,
  InitializeResult,
  ShowMessageParams,
  TextDocumentPositionParams,
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
  createConnection,
} from 'vscode-languageserver';
import {
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { idFrom } from '../brief/id.ts';
import { currentSeal, goalpostMoved } from '../brief/lifecycle.ts';
import type { Values } from '../brief/fields.ts';
import { CONFIG_FILE } from '../config/config.ts';
import { LARGEST, loadSync } from '../files/load.ts';
import { pathInside } from '../files/workspace.ts';
import type { Host, Result } from '../host.ts';
import { EXIT } from '../host.ts';
import type { Finding } from '../rules/index.ts';
import { checkBrief } from '../rules/index.ts';
import { VERSION } from '../version.ts';
import { FIX_ALL, REVEAL, actionsAt } from './actions.ts';
import { completionAt } from './completion.ts';
import { idAt } from './definition.ts';
import { diagnosticOf } from './diagnostics.ts';
import { isBriefPath } from './folder.ts';
import { hoverAt } from './hover.ts';
import { foldingOf, lensesOf, symbolsOf } from './outline.ts';
import { pageOf } from './pages.ts';
import { watchParent } from './parent.ts';
import { fileOf, uriOf } from './places.ts';
import type { Home, Root } from './roots.ts';
import { createRoots } from './roots.ts';
import { sealedValues } from './sealed.ts';
import type { View } from './view.ts';
import { toOffset, toRange, viewOf } from './view.ts';

/** How long the server waits for the next key stroke before it checks, in milliseconds. */
const PAUSE = 8;

type Status = NonNullable<Result['status']>;

/** Serves an editor until it says goodbye, closes its end, or dies. */
export async function serve(host: Host): Promise<Status> {
  return new Promise<Status>((done) => {
    let shutdown = false;
    let stopWatch = (): void => {};
    let ended = false;
    const end = (code: number): void => {
      if (ended) return;
      ended = true;
      stopWatch();
      stop();
      connection.dispose();
      host.stdin.destroy();
      // The protocol's own statuses: 1 for an end without a goodbye.
      done(code === 0 ? EXIT.ok : EXIT.findings);
    };
    const connection = createConnection(
      (logger) =>
        createProtocolConnection(
          new StreamMessageReader(host.stdin),
          new StreamMessageWriter(host.stdout),
          logger,
        ),
      {
        initialize: ({ processId }) => {
          stopWatch = watchParent(processId, () => end(1));
        },
        get shutdownReceived() {
          return shutdown;
        },
        set shutdownReceived(value) {
          shutdown = value;
        },
        exit: end,
      },
    );
    const gone = (): void => end(shutdown ? 0 : 1);
    for (const event of ['end', 'close', 'error']) host.stdin.once(event, gone);
    const stop = attach(connection, host, () => shutdown);
    connection.listen();
  });
}

/** An open document: its text as it was last read, and what was found in it. */
interface Open {
  readonly version: number;
  readonly home: Home;
  readonly view: View;
  readonly findings: readonly Finding[];
}

/** Puts the answers behind the protocol's questions; returns what ends the work in the background. */
function attach(connection: Connection, host: Host, isOver: () => boolean): () => void {
  const documents = new TextDocuments(TextDocument);
  const open = new Map<string, Open>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const sealed = new Map<string, Promise<Values | undefined>>();
  const warned = new Set<string>();
  let client: ClientCapabilities = {};
  let folders: string[] = [];
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
    return {
      serverInfo: { name: 'delegate', version: VERSION },
      capabilities: {
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
      },
    };
  });

  connection.onInitialized(() => {
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
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
    const view = viewOf(uri, home.path, text.length > LARGEST ? '' : text);
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
    const diagnostics = findings.map((finding) =>
      diagnosticOf(view, finding, pageOf(finding.rule)),
    );
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
    const before = open.get(uri);
    if (before !== undefined && roots.reload(before.home.root)) open.clear();
    const entry = await look(document);
    if (entry !== undefined) publish(entry);
  }

  documents.onDidOpen(({ document }) => {
    void validate(document.uri).catch(report);
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
    // An editor that does not watch files may have saved others meanwhile.
    if (basename(document.uri) === CONFIG_FILE) reloadAll();
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

  /** Answers about a place in a brief, and with nothing elsewhere. */
  async function at<T>(
    { textDocument, position }: TextDocumentPositionParams,
    token: CancellationToken,
    answer: (entry: Open, offset: number) => T | Promise<T>,
  ): Promise<T | null> {
    const entry = await opened(textDocument.uri, token);
    return entry === undefined ? null : answer(entry, toOffset(entry.view, position));
  }

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

  connection.onCompletion((params, token) =>
    at(params, token, ({ view, home }, offset) => {
      const { folder } = home.root;
      const others = folder.summaries() ?? [];
      return completionAt(view, offset, {
        today: today(),
        people: folder.people(),
        briefs: others.flatMap(({ id, title, path }) =>
          id === undefined || path === view.path ? [] : [{ id, title: title ?? path, path }],
        ),
        snippets: client.textDocument?.completion?.completionItem?.snippetSupport === true,
      });
    }),
  );

  connection.onHover((params, token) =>
    at(params, token, async ({ view, home }, offset) => {
      const known = {
        briefOf: (id: string) => {
          const found = home.root.folder.briefOf(id);
          return found && { title: found.title ?? found.path, path: found.path };
        },
        sealed: await sealedOf(view, home),
      };
      return hoverAt(view, offset, known) ?? null;
    }),
  );

  /** What was agreed to, looked up in git only where the criteria are another. */
  async function sealedOf(view: View, home: Home): Promise<Values | undefined> {
    const { values } = view.brief;
    const seal = goalpostMoved(values) ? currentSeal(values) : undefined;
    if (seal === undefined) return undefined;
    const key = `${home.root.workspace.root}\n${view.path}\n${seal}`;
    let found = sealed.get(key);
    if (found === undefined) {
      found = sealedValues(home.root.workspace, view.path, seal).catch(() => undefined);
      sealed.set(key, found);
      // It may be committed a minute later.
      void found.then((known) => known ?? setTimeout(() => sealed.delete(key), 10_000).unref());
    }
    return found;
  }

  connection.onCodeAction(async ({ textDocument, range, context }, token) => {
    const entry = await opened(textDocument.uri, token);
    if (entry === undefined) return null;
    const { view, home, findings } = entry;
    const span = { start: toOffset(view, range.start), end: toOffset(view, range.end) };
    const actions = actionsAt(view, span, findings, {
      today: today(),
      sealed: await sealedOf(view, home),
      pageOf,
    });
    const canShow = client.window?.showDocument?.support === true;
    return actions
      .filter(({ kind }) => wanted(kind ?? '', context.only))
      .map(({ command, ...action }) =>
        canShow && command !== undefined ? { ...action, command } : action,
      );
  });

  connection.onExecuteCommand(async ({ command, arguments: [uri, selection] = [] }) => {
    if (command !== REVEAL || typeof uri !== 'string') return;
    await connection.window.showDocument({ uri, selection, takeFocus: true });
  });

  connection.onDefinition((params, token) =>
    at(params, token, ({ view, home }, offset) => {
      const id = idAt(view.brief.text, offset)?.id;
      const found = id === undefined ? undefined : home.root.folder.briefOf(id);
      if (found === undefined) return null;
      const { workspace } = home.root;
      const uri = uriOf(workspace.root, found.path);
      const text = documents.get(uri)?.getText() ?? textOf(home.root, found.path);
      const target = viewOf(uri, found.path, text);
      const place = target.brief.places.get('id');
      return { uri, range: toRange(target, place?.node ?? { start: 0, end: 0 }) };
    }),
  );

  connection.onDocumentSymbol(async ({ textDocument }, token) => {
    const entry = await opened(textDocument.uri, token);
    return entry === undefined ? null : symbolsOf(entry.view);
  });
  connection.onFoldingRanges(async ({ textDocument }, token) => {
    const entry = await opened(textDocument.uri, token);
    return entry === undefined ? null : foldingOf(entry.view);
  });
  connection.onCodeLens(async ({ textDocument }, token) => {
    const entry = await opened(textDocument.uri, token);
    return entry === undefined ? null : lensesOf(entry.view);
  });

  documents.listen(connection);
  return () => {
    for (const timer of timers.values()) clearTimeout(timer);
    roots.stop();
  };
}

function textOf(root: Root, path: string): string {
  const loaded = loadSync(root.workspace, path);
  return 'text' in loaded ? loaded.text : '';
}

/** `quickfix` asks for all kinds below it as well. */
function wanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
}
