/** An editor's session: follows its documents, and has what the answers to its questions are made from. */
import { basename } from 'node:path';
import { ErrorCodes, ResponseError } from 'vscode-jsonrpc/node';
import type { CancellationToken, MessageConnection } from 'vscode-jsonrpc/node';
import type { Diagnostic } from 'vscode-languageserver';
import { localDate } from '../brief/dates/calendar.ts';
import { CONFIG_FILE } from '../config/config.ts';
import { pathInside } from '../files/workspace.ts';
import type { Host } from '../host.ts';
import type { FixedText } from '../lint/fix.ts';
import { isBriefPath } from './brief-cache.ts';
import { createClosedBriefs } from './closed-briefs.ts';
import type { Debounced } from './debounce.ts';
import { createDebounced } from './debounce.ts';
import { diagnosticOf } from './diagnostics.ts';
import { attachDocuments } from './documents.ts';
import type { Documents } from './documents.ts';
import { attachEditor } from './editor.ts';
import type { Editor } from './editor.ts';
import { FILES_CHANGED, FOUND, REQUEST_CANCELLED } from './messages.ts';
import type { OpenBrief, OpenBriefs } from './open-briefs.ts';
import { createOpenBriefs } from './open-briefs.ts';
import { createRulePages } from './pages.ts';
import { attachPull } from './pull.ts';
import { fileOf } from './places.ts';
import type { Root, Roots } from './roots.ts';
import { createRoots } from './roots.ts';

/** How long the server waits for the next key stroke before it checks. */
const PAUSE_MS = 8;
/** How often all briefs are read again for an editor that does not watch files. */
const REFRESH_MS = 5000;
/** Nobody reads more findings of one brief; a hostile one has a hundred thousand. */
const MAX_DIAGNOSTICS = 500;

/** What the answers to an editor's questions are made from. */
export interface Session {
  readonly host: Host;
  readonly editor: Editor;
  /** The newest reading of a document; undefined for one that is no brief. */
  readonly opened: (uri: string, token: CancellationToken) => Promise<OpenBrief | undefined>;
  /** The text of an open document, brief or not. */
  readonly textOf: (uri: string) => string | undefined;
  /** The text of a brief after its safe fixes. */
  readonly fixedText: (brief: OpenBrief) => FixedText;
  /** The address of a rule's page. */
  readonly pageOf: (rule: string) => string | undefined;
  /** `YYYY-MM-DD`. */
  readonly today: () => string;
  /** Ends the work in the background. */
  readonly stop: () => void;
}

/** How far it is. */
interface Course {
  /** Told the id of the editor's process. */
  readonly began: (id: number | null) => void;
  /** True once the editor has said that it will end it. */
  readonly isOver: () => boolean;
}

/** Follows the documents of an editor. */
export function attachSession(
  connection: MessageConnection,
  host: Host,
  { began, isOver }: Course,
): Session {
  const documents = attachDocuments(connection);
  const debounced = createDebounced(PAUSE_MS);
  const editor = attachEditor(connection, began);
  const today = (): string => localDate(host.now());
  const roots = createRoots(host, {
    folders: editor.folders,
    changed(root) {
      briefs.recheck(root);
      closed.later(root);
    },
    warn: editor.warn,
  });
  const pages = createRulePages();
  const diagnosticsOf = diagnosticsWith(pages.of);
  const shown = diagnosticsOn(connection, diagnosticsOf);
  const pull = attachPull(connection, editor, {
    async ofOpen(uri) {
      const document = documents.get(uri);
      const brief = document && (await briefs.read(document));
      return brief && diagnosticsOf(brief);
    },
    open: () => briefs.uris(),
    closed: () => closed.found(),
  });
  const closed = createClosedBriefs({
    isOpen: (uri) => documents.get(uri) !== undefined,
    today,
    now: () => host.now().getTime(),
    pageOf: pages.of,
    show(uri, diagnostics) {
      if (pull.isAskingForAll()) pull.changed();
      else shown.send(uri, diagnostics);
    },
    logError: editor.logError,
  });
  const briefs = createOpenBriefs({
    documentOf: (uri) => documents.get(uri),
    homeOf: roots.homeOf,
    today,
    clear: shown.clear,
    show(brief) {
      if (pull.isAsking()) pull.changed();
      else shown.show(brief);
    },
    afterPause(root, work) {
      debounced.later(root.workspace.root, work);
      closed.later(root);
    },
  });
  const followed: Followed = { connection, documents, editor, roots };
  const reopen = followDocuments(followed, briefs, debounced, {
    show: (brief) => (pull.isAsking() ? shown.clear(brief.view.uri) : shown.show(brief)),
    recheck: closed.later,
  });
  editor.onFolder((folder) => void roots.open(folder).catch(editor.logError));
  documents.onClose(({ uri }) => closed.forget(uri));
  followFiles(followed, reopen, () => host.now().getTime());
  return {
    host,
    editor,
    async opened(uri, token) {
      // One turn, so that a cancellation that came right after the question is seen.
      await new Promise<void>((done) => setImmediate(done));
      if (token.isCancellationRequested) {
        throw new ResponseError(REQUEST_CANCELLED, 'cancelled');
      }
      if (isOver()) throw new ResponseError(ErrorCodes.InvalidRequest, 'the server is shut down');
      const document = documents.get(uri);
      return document === undefined ? undefined : briefs.read(document);
    },
    textOf: (uri) => documents.get(uri)?.getText(),
    fixedText: briefs.fixedText,
    pageOf: pages.of,
    today,
    stop() {
      debounced.stop();
      closed.stop();
      pull.stop();
      roots.stop();
      pages.stop();
    },
  };
}

/** Shows an editor what was found, and takes it away again. */
function diagnosticsOn(
  connection: MessageConnection,
  diagnosticsOf: DiagnosticsOf,
): {
  readonly show: (brief: OpenBrief) => void;
  readonly clear: (uri: string) => void;
  readonly send: (uri: string, diagnostics: readonly Diagnostic[]) => void;
} {
  const send = (uri: string, diagnostics: readonly Diagnostic[], version?: number): void => {
    const shown = { uri, diagnostics: [...diagnostics], ...(version !== undefined && { version }) };
    void connection.sendNotification(FOUND, shown).catch(() => {});
  };
  return {
    show(brief) {
      send(brief.view.uri, diagnosticsOf(brief), brief.version);
    },
    clear: (uri) => send(uri, []),
    send,
  };
}

type DiagnosticsOf = (brief: OpenBrief) => readonly Diagnostic[];

function diagnosticsWith(pageOf: Session['pageOf']): DiagnosticsOf {
  return ({ view, findings }) =>
    findings
      .slice(0, MAX_DIAGNOSTICS)
      .map((finding) => diagnosticOf(view, finding, pageOf(finding.rule)));
}

/** What is told of the documents. */
interface Told {
  readonly show: (brief: OpenBrief) => void;
  /** Another configuration: the briefs that are not open have to be checked again. */
  readonly recheck: (root: Root) => void;
}

/** What takes part in following an editor. */
interface Followed {
  readonly connection: MessageConnection;
  readonly documents: Documents;
  readonly editor: Editor;
  readonly roots: Roots;
}

/**
 * Checks each document when it is opened, and as one types.
 *
 * @returns Reads the documents of a workspace anew, after another configuration.
 */
function followDocuments(
  { documents, editor, roots }: Followed,
  briefs: OpenBriefs,
  debounced: Debounced,
  { show, recheck }: Told,
): (root: Root) => void {
  async function validate(uri: string): Promise<void> {
    const document = documents.get(uri);
    if (document === undefined) return;
    const root = briefs.rootOf(uri);
    if (root !== undefined && roots.reload(root)) {
      reopen(root);
      return;
    }
    const brief = await briefs.read(document);
    if (brief !== undefined) show(brief);
  }

  function reopen(root: Root): void {
    recheck(root);
    briefs.forget(root);
    for (const { uri } of documents.all()) void validate(uri).catch(editor.logError);
  }

  documents.onOpen(({ uri }) => void validate(uri).catch(editor.logError));
  documents.onContent(({ uri }) => {
    debounced.later(uri, () => void validate(uri).catch(editor.logError));
  });
  documents.onClose(({ uri }) => {
    debounced.cancel(uri);
    briefs.close(uri);
  });
  return reopen;
}

/** Follows the files around the documents: the configuration, and the other briefs. */
function followFiles(
  { connection, documents, editor, roots }: Followed,
  reopen: (root: Root) => void,
  now: () => number,
): void {
  let refreshed = now();

  function reloadAll(): void {
    for (const root of roots.all()) if (roots.reload(root)) reopen(root);
  }

  /** An editor that does not watch files may have changed others meanwhile. */
  function refreshUnwatched(): void {
    if (editor.watchesFiles() || now() - refreshed < REFRESH_MS) return;
    refreshed = now();
    for (const { briefs } of roots.all()) {
      // The first reading goes on: starting it anew each time, a large folder would never be read.
      if (briefs.summaries() !== undefined) void briefs.refresh().catch(editor.logError);
    }
  }

  documents.onOpen(refreshUnwatched);
  documents.onSave(({ uri }) => {
    if (basename(uri) === CONFIG_FILE) reloadAll();
    refreshUnwatched();
  });
  connection.onNotification(FILES_CHANGED, ({ changes }) => {
    reloadAll();
    for (const root of roots.all()) {
      const paths = changes.flatMap(({ uri }) => briefAt(root, uri) ?? []);
      if (paths.length > 0) void root.briefs.refresh(paths).catch(editor.logError);
    }
  });
}

/** The path of a document where the configuration has briefs; undefined anywhere else. */
function briefAt({ workspace }: Root, uri: string): string | undefined {
  const file = fileOf(uri);
  const path = file && pathInside(workspace, file);
  return path !== undefined && path !== '' && isBriefPath(workspace, path) ? path : undefined;
}
