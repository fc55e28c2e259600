/** Problems for an editor that asks for them, of a document or of the whole folder, and is told when to ask again. */
import { createHash } from 'node:crypto';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import type {
  Diagnostic,
  DocumentDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { createDebounced } from './debounce.ts';
import type { Editor } from './editor.ts';
import { ALL_PROBLEMS, ASK_AGAIN, PROBLEMS } from './messages.ts';

/** What is known of the problems now. */
interface Known {
  /** Of a document that is open; undefined for what is no brief. */
  readonly ofOpen: (uri: string) => Promise<readonly Diagnostic[] | undefined>;
  /** The addresses of the briefs that are open. */
  readonly open: () => readonly string[];
  /** Of those that are not. */
  readonly closed: () => ReadonlyMap<string, readonly Diagnostic[]>;
}

/** An editor that asks. */
export interface Pull {
  /** True where it asks for the problems of an open document. */
  readonly isAsking: () => boolean;
  /** True once it has asked for those of the whole folder. */
  readonly isAskingForAll: () => boolean;
  /** Tells it to ask again, once one pauses. */
  readonly changed: () => void;
  readonly stop: () => void;
}

const PAUSE_MS = 100;

/** Answers an editor that asks for problems. */
export function attachPull(connection: MessageConnection, editor: Editor, known: Known): Pull {
  const debounced = createDebounced(PAUSE_MS);
  let isAskingForAll = false;

  connection.onRequest(PROBLEMS, async ({ textDocument, previousResultId }) => {
    const found = await known.ofOpen(textDocument.uri);
    return report(found ?? [], previousResultId);
  });

  connection.onRequest(ALL_PROBLEMS, async ({ previousResultIds }) => {
    isAskingForAll = true;
    const before = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const all = new Map(known.closed());
    for (const uri of known.open()) {
      const found = await known.ofOpen(uri);
      if (found !== undefined) all.set(uri, found);
    }
    // What was told and is there no more has no problems.
    for (const uri of before.keys()) if (!all.has(uri)) all.set(uri, []);
    return {
      items: Array.from(all, ([uri, found]): WorkspaceDocumentDiagnosticReport => {
        return { uri, version: null, ...report(found, before.get(uri)) };
      }),
    };
  });

  return {
    isAsking: editor.pullsDiagnostics,
    isAskingForAll: () => isAskingForAll,
    changed() {
      const { diagnostics } = editor.capabilities().workspace ?? {};
      if (!editor.pullsDiagnostics() || diagnostics?.refreshSupport !== true) return;
      debounced.later('', () => {
        void connection.sendRequest(ASK_AGAIN).catch(() => {});
      });
    },
    stop: debounced.stop,
  };
}

function report(
  found: readonly Diagnostic[],
  before: string | undefined,
): DocumentDiagnosticReport {
  const resultId = createHash('sha256').update(JSON.stringify(found)).digest('base64url');
  return resultId === before
    ? { kind: 'unchanged', resultId }
    : { kind: 'full', resultId, items: [...found] };
}
