/** The open documents of an editor: read, and checked by the engine, as one types. */
import { basename } from 'node:path';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { ErrorCodes, LSPErrorCodes, ResponseError, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { localDate } from '../brief/dates/calendar.ts';
import { CONFIG_FILE } from '../config/config.ts';
import { MAX_FILE_BYTES } from '../files/bytes.ts';
import { pathInside } from '../files/workspace.ts';
import type { Host } from '../host.ts';
import { checkSetup, findingsOf } from '../lint/check.ts';
import type { FixedText } from '../lint/fix.ts';
import { fixText } from '../lint/fix.ts';
import type { Finding } from '../rules/index.ts';
import { isBriefPath } from './brief-cache.ts';
import { createDebounced } from './debounce.ts';
import { diagnosticOf } from './diagnostics.ts';
import { attachEditor } from './editor.ts';
import type { Editor } from './editor.ts';
import { pageOf } from './pages.ts';
import { fileOf } from './places.ts';
import type { Home, Root } from './roots.ts';
import { createRoots } from './roots.ts';
import type { View } from './view.ts';
import { viewOf } from './view.ts';

/** How long the server waits for the next key stroke before it checks. */
const PAUSE_MS = 8;
/** How often all briefs are read again for an editor that does not watch files. */
const REFRESH_MS = 5000;
/** Nobody reads more findings of one brief; a hostile one has a hundred thousand. */
const MAX_DIAGNOSTICS = 500;

/** An open brief: its text as it was last read, and what was found in it. */
export interface OpenBrief {
  readonly version: number;
  readonly home: Home;
  readonly view: View;
  readonly findings: readonly Finding[];
}

/** What the answers to an editor's questions are made from. */
export interface Session {
  readonly editor: Editor;
  /** The newest reading of a document; undefined for one that is no brief. */
  readonly opened: (uri: string, token: CancellationToken) => Promise<OpenBrief | undefined>;
  /** The text of an open document, brief or not. */
  readonly textOf: (uri: string) => string | undefined;
  /** The text of a brief after its safe fixes. */
  readonly fixedText: (brief: OpenBrief) => FixedText;
  /** `YYYY-MM-DD`. */
  readonly today: () => string;
  /** Ends the work in the background. */
  readonly stop: () => void;
}

/** Follows the documents of an editor. */
export function attachSession(connection: Connection, host: Host, isOver: () => boolean): Session {
  const documents = new TextDocuments(TextDocument);
  const open = new Map<string, OpenBrief>();
  const debounced = createDebounced(PAUSE_MS);
  const editor = attachEditor(connection);
  const roots = createRoots(host, {
    folders: editor.folders,
    changed: (root) => recheck(root),
    warn: editor.warn,
  });
  let refreshed = host.now().getTime();
  const today = (): string => localDate(host.now());

  /** The newest reading of a document; undefined for markdown that is no brief. */
  async function read(document: TextDocument): Promise<OpenBrief | undefined> {
    const { uri, version } = document;
    const known = open.get(uri);
    if (known?.version === version) return known;
    const file = fileOf(uri);
    const home = known?.home ?? (file === undefined ? undefined : await roots.homeOf(file));
    // While the workspace was looked for, one may have typed on, or closed it.
    const now = documents.get(uri);
    return home === undefined || now === undefined ? undefined : readAt(now, home);
  }

  function readAt(document: TextDocument, home: Home): OpenBrief | undefined {
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
    const concernsOthers = home.root.briefs.open(home.path, view.brief);
    const entry = { version, home, view, findings: check(view, home.root) };
    open.set(uri, entry);
    if (concernsOthers) {
      debounced.later(home.root.workspace.root, () => recheck(home.root, uri));
    }
    return entry;
  }

  function check({ path, brief }: View, { workspace, briefs }: Root): readonly Finding[] {
    return findingsOf(checkSetup(workspace, today(), today()), path, brief, briefs.summaries());
  }

  function fixedText({ view, home: { root } }: OpenBrief): FixedText {
    const setup = checkSetup(root.workspace, today(), today());
    return fixText(setup, view.path, view.brief.text, root.briefs.summaries());
  }

  function publish({ view, version, findings }: OpenBrief): void {
    const diagnostics = findings
      .slice(0, MAX_DIAGNOSTICS)
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

  async function validate(uri: string): Promise<void> {
    const document = documents.get(uri);
    if (document === undefined) return;
    const root = open.get(uri)?.home.root;
    if (root !== undefined && roots.reload(root)) {
      reopen(root);
      return;
    }
    const entry = await read(document);
    if (entry !== undefined) publish(entry);
  }

  /** An editor that does not watch files may have changed others meanwhile. */
  function refreshUnwatched(): void {
    if (editor.watchesFiles() || host.now().getTime() - refreshed < REFRESH_MS) return;
    refreshed = host.now().getTime();
    for (const { briefs } of roots.all()) {
      // The first reading goes on: starting it anew each time, a large folder would never be read.
      if (briefs.summaries() !== undefined) void briefs.refresh().catch(editor.logError);
    }
  }

  function reloadAll(): void {
    for (const root of roots.all()) if (roots.reload(root)) reopen(root);
  }

  /** After another configuration nothing that was read counts. */
  function reopen(root: Root): void {
    for (const [uri, entry] of open) if (entry.home.root === root) open.delete(uri);
    for (const { uri } of documents.all()) void validate(uri).catch(editor.logError);
  }

  function close(uri: string): void {
    debounced.cancel(uri);
    const entry = open.get(uri);
    open.delete(uri);
    if (entry === undefined) return;
    entry.home.root.briefs.close(entry.home.path);
    void connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => {});
  }

  documents.onDidOpen(({ document }) => {
    void validate(document.uri).catch(editor.logError);
    refreshUnwatched();
  });
  documents.onDidChangeContent(({ document }) => {
    debounced.later(document.uri, () => void validate(document.uri).catch(editor.logError));
  });
  documents.onDidClose(({ document }) => close(document.uri));
  documents.onDidSave(({ document }) => {
    if (basename(document.uri) === CONFIG_FILE) reloadAll();
    refreshUnwatched();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    reloadAll();
    for (const root of roots.all()) {
      const paths = changes.flatMap(({ uri }) => briefAt(root, uri) ?? []);
      if (paths.length > 0) void root.briefs.refresh(paths).catch(editor.logError);
    }
  });

  async function opened(uri: string, token: CancellationToken): Promise<OpenBrief | undefined> {
    // One turn, so that a cancellation that came right after the question is seen.
    await new Promise<void>((done) => setImmediate(done));
    if (token.isCancellationRequested) {
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    }
    if (isOver()) throw new ResponseError(ErrorCodes.InvalidRequest, 'the server is shut down');
    const document = documents.get(uri);
    return document === undefined ? undefined : read(document);
  }

  documents.listen(connection);
  return {
    editor,
    opened,
    textOf: (uri) => documents.get(uri)?.getText(),
    fixedText,
    today,
    stop() {
      debounced.stop();
      roots.stop();
    },
  };
}

/** The path of a document where the configuration has briefs; undefined anywhere else. */
function briefAt({ workspace }: Root, uri: string): string | undefined {
  const file = fileOf(uri);
  const path = file && pathInside(workspace, file);
  return path !== undefined && path !== '' && isBriefPath(workspace, path) ? path : undefined;
}
