/** A client of another kind than an editor: the protocol itself, as VS Code speaks it. */
import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterEach } from 'vitest';
import {
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializeRequest,
  InitializedNotification,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
} from 'vscode-languageserver/node';
import type {
  ClientCapabilities,
  Diagnostic,
  ProtocolConnection,
  PublishDiagnosticsParams,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { serve } from '../../src/lsp/server.ts';
import { PACKAGE, TEST_ENV, buildOnce, makeHost } from '../support/index.ts';

export interface Client {
  readonly connection: ProtocolConnection;
  readonly uri: (path: string) => string;
  readonly open: (path: string, text: string) => void;
  readonly change: (path: string, changes: TextDocumentContentChangeEvent[]) => void;
  readonly close: (path: string) => void;
  /** Waits until the diagnostics of a document fit, and returns them. */
  readonly diagnostics: (
    path: string,
    fits?: (diagnostics: readonly Diagnostic[], version: number | undefined) => boolean,
  ) => Promise<readonly Diagnostic[]>;
  readonly shutdown: () => Promise<void>;
}

const CAPABILITIES: ClientCapabilities = {
  textDocument: { completion: { completionItem: { snippetSupport: true } } },
  window: { showDocument: { support: true } },
};

/** Speaks to a server over a pair of streams. */
export async function connect(
  root: string,
  input: Readable,
  output: Writable,
  capabilities: ClientCapabilities = CAPABILITIES,
): Promise<Client> {
  const connection = createProtocolConnection(
    new StreamMessageReader(input),
    new StreamMessageWriter(output),
  );
  const latest = new Map<string, PublishDiagnosticsParams>();
  const waiting = new Set<() => void>();
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    latest.set(params.uri, params);
    for (const look of waiting) look();
  });
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: pathToFileURL(root).href,
    capabilities,
    workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'root' }],
  });
  await connection.sendNotification(InitializedNotification.type, {});
  const uri = (path: string) => pathToFileURL(join(root, path)).href;
  const versions = new Map<string, number>();
  return {
    connection,
    uri,
    open(path, text) {
      versions.set(path, 1);
      const textDocument = { uri: uri(path), languageId: 'markdown', version: 1, text };
      void connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    },
    change(path, contentChanges) {
      const version = (versions.get(path) ?? 0) + 1;
      versions.set(path, version);
      const textDocument = { uri: uri(path), version };
      void connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument,
        contentChanges,
      });
    },
    close(path) {
      const textDocument = { uri: uri(path) };
      void connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
    },
    diagnostics(path, fits = () => true) {
      return new Promise((done) => {
        const look = (): void => {
          const found = latest.get(uri(path));
          if (found === undefined || !fits(found.diagnostics, found.version)) return;
          waiting.delete(look);
          done(found.diagnostics);
        };
        waiting.add(look);
        look();
      });
    },
    async shutdown() {
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
    },
  };
}

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** A server in this process, with a client attached; ended after the test. */
export async function startHere(
  root: string,
  capabilities?: ClientCapabilities,
  now?: () => Date,
): Promise<Client & { readonly status: Promise<number> }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const status = serve(
    makeHost({ cwd: root, host: { stdin: input, stdout: output, ...(now && { now }) } }),
  );
  const client = await connect(root, output, input, capabilities);
  cleanups.push(async () => {
    client.connection.dispose();
    input.end();
    await status;
  });
  return { ...client, status };
}

export interface Process {
  readonly child: ChildProcessWithoutNullStreams;
  readonly status: Promise<number | null>;
}

/** `delegate lsp` as a process of its own. */
export function startProcess(root: string): Process {
  buildOnce();
  const child = spawn(process.execPath, [join(PACKAGE, 'bin/delegate.js'), 'lsp', '--stdio'], {
    cwd: root,
    env: { ...TEST_ENV },
    stdio: 'pipe',
  });
  child.stdin.on('error', () => {});
  const status = new Promise<number | null>((done) => child.on('close', done));
  cleanups.push(async () => {
    child.kill('SIGKILL');
    await status;
  });
  return { child, status };
}
