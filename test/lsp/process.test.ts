import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  CompletionRequest,
  DocumentSymbolRequest,
  ExitNotification,
  LSPErrorCodes,
  ShutdownRequest,
} from 'vscode-languageserver/node';
import { GOOD_BRIEF, PACKAGE, TEST_ENV, buildOnce, tempRepo } from '../support/index.ts';
import { connect, startProcess } from './client.ts';

const GOOD = 'briefs/good.md';

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

function frame(message: object): string {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

describe('the server as a process', () => {
  it('speaks the protocol from initialize to exit', async () => {
    const root = tempRepo({ [GOOD]: GOOD_BRIEF });
    const { child, status } = startProcess(root);
    const client = await connect(root, child.stdout, child.stdin);
    client.open(GOOD, GOOD_BRIEF);
    await client.diagnostics(GOOD);

    // One edit after the other, as key strokes come: the server's text is the sum of them.
    const line = GOOD_BRIEF.split('\n').indexOf('guardrails:');
    for (let character = 9; character > 5; character--) {
      const range = { start: { line, character }, end: { line, character: character + 1 } };
      client.change(GOOD, [{ range, text: '' }]);
    }
    const found = await client.diagnostics(GOOD, (_, version) => version === 5);
    expect(JSON.stringify(found)).toContain('\\"guardr\\" is not a field');
    const page = found.find(({ code }) => code === 'unknown-field')?.codeDescription?.href ?? '';
    expect(readFileSync(fileURLToPath(page), 'utf8')).toContain('# `unknown-field`\n');

    // A question and its cancellation in one breath, as an editor sends them while one types.
    const textDocument = { uri: client.uri(GOOD) };
    const answered = new Promise<string>((done) => {
      let read = '';
      child.stdout.on('data', (chunk: Buffer) => {
        read += chunk.toString();
        const answer = /\{[^{]*"id":"asked".*?\}\}/.exec(read)?.[0];
        if (answer !== undefined) done(answer);
      });
    });
    child.stdin.write(
      frame({
        id: 'asked',
        method: CompletionRequest.method,
        params: { textDocument, position: { line, character: 0 } },
      }) + frame({ method: '$/cancelRequest', params: { id: 'asked' } }),
    );
    expect(await answered).toContain(`"code":${LSPErrorCodes.RequestCancelled}`);
    // And goes on.
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument,
    });
    expect(symbols?.length).toBeGreaterThan(5);

    await client.connection.sendRequest(ShutdownRequest.type);
    await expect(
      client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
    ).rejects.toThrow('shut down');
    await client.connection.sendNotification(ExitNotification.type);
    expect(await status).toBe(0);
    expect(existsSync(fileURLToPath(page))).toBe(false);
  });

  it('ends with 1 when nobody said goodbye', async () => {
    const root = tempRepo();
    const { child, status } = startProcess(root);
    const client = await connect(root, child.stdout, child.stdin);
    await client.connection.sendNotification(ExitNotification.type);
    expect(await status).toBe(1);
  });

  it('ends when the client closes its end', async () => {
    const root = tempRepo({ [GOOD]: GOOD_BRIEF });
    const { child, status } = startProcess(root);
    const client = await connect(root, child.stdout, child.stdin);
    client.open(GOOD, GOOD_BRIEF);
    await client.diagnostics(GOOD);
    child.stdin.end();
    expect(await status).toBe(1);
  });

  it.each([
    ['no', 'X: 1\r\n\r\n{}'],
    ['a negative', 'Content-Length: -5\r\n\r\n{}'],
    ['an absurd', 'Content-Length: 99999999999999\r\n\r\n{}'],
    ['no number for a', 'Content-Length: 1e3\r\n\r\n{}'],
    ['an endless header for a', 'x'.repeat(20_000)],
  ])('ends with a word when a message has %s length', async (_, bytes) => {
    const { child, status } = startProcess(tempRepo());
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    // Broken off within the header, and after a message that is whole; the pipe stays open.
    child.stdin.write(frame({ method: '$/nothing' }) + bytes.slice(0, 9));
    child.stdin.write(bytes.slice(9));
    expect(await status).toBe(2);
    expect(err).toMatch(/^delegate: a message has .*\n.*see docs\/editors\.md\.\n$/);
  });

  it('ends when the client goes in the middle of a message', async () => {
    const { child, status } = startProcess(tempRepo());
    child.stdin.end('Content-Length: 100\r\n\r\n{');
    expect(await status).toBe(1);
  });

  it('is gone soon after its editor was killed, though the pipe is held open', async () => {
    buildOnce();
    const root = tempRepo({ [GOOD]: GOOD_BRIEF });
    // An editor that is killed while another process still holds the pipe: only its id tells.
    const editor = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      stdio: 'ignore',
    });
    const server = spawn(process.execPath, [join(PACKAGE, 'bin/delegate.js'), 'lsp'], {
      cwd: root,
      env: { ...TEST_ENV },
      stdio: 'pipe',
    });
    const status = new Promise<number | null>((done) => server.on('close', done));
    const answered = new Promise((done) => server.stdout.once('data', done));
    server.stdin.write(
      frame({
        id: 1,
        method: 'initialize',
        params: { processId: editor.pid, rootUri: null, capabilities: {} },
      }),
    );
    await answered;
    editor.kill('SIGKILL');
    expect(await status).toBe(1);
    expect(isAlive(server.pid as number)).toBe(false);
  });
});
