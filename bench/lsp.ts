/** The language server, as an editor feels it: from the key stroke to the findings. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  DidChangeTextDocumentNotification,
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
import { madeBrief, writeBriefs } from './made-briefs.ts';
import { median, tell } from './measure.ts';

const PROGRAM = join(import.meta.dirname, '../bin/delegate.js');
const STROKES = Number(process.env['BENCH_STROKES'] ?? 300);
const EDITS = Number(process.env['BENCH_EDITS'] ?? 10_000);

interface Session {
  /** Milliseconds from the start of the process to the first findings. */
  readonly first: number;
  /** Types one character and waits for the findings: milliseconds. */
  readonly stroke: () => Promise<number>;
  /** Megabytes that the server holds. */
  readonly memory: () => number;
  readonly end: () => Promise<void>;
}

/** Opens a brief of 200 lines in a folder of others. */
async function openSession(root: string): Promise<Session> {
  const lines = madeBrief(123_456).split('\n');
  while (lines.length < 200)
    lines.push(`One more line, number ${lines.length}, of what was found out.`);
  const uri = pathToFileURL(join(root, 'briefs/open.md')).href;
  const started = performance.now();
  const child = spawn(process.execPath, [PROGRAM, 'lsp'], { cwd: root, stdio: 'pipe' });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  let version = 1;
  let told: ((version: number) => void) | undefined;
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    if (params.uri === uri) told?.(params.version ?? 0);
  });
  connection.listen();
  const until = (wanted: number): Promise<void> =>
    new Promise((done) => {
      told = (seen) => {
        if (seen >= wanted) done();
      };
    });
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: pathToFileURL(root).href,
    capabilities: {},
    workspaceFolders: null,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  const answered = until(1);
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'markdown', version, text: lines.join('\n') },
  });
  await answered;
  const first = performance.now() - started;
  const goal = lines.findIndex((line) => line.startsWith('goal:'));
  const column = (lines[goal] as string).length;
  let typed = 0;
  let step = 1;
  return {
    first,
    async stroke() {
      // To and fro, so that the brief stays as long as it is.
      if (typed === 20) step = -1;
      if (typed === 0) step = 1;
      const at = { line: goal, character: column + typed };
      const before = { line: goal, character: column + typed - 1 };
      const change =
        step < 0
          ? { range: { start: before, end: at }, text: '' }
          : { range: { start: at, end: at }, text: 'x' };
      typed += step;
      const from = performance.now();
      const answer = until(++version);
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [change],
      });
      await answer;
      return performance.now() - from;
    },
    memory() {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    },
    async end() {
      const gone = new Promise((done) => child.on('close', done));
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      await gone;
      connection.dispose();
    },
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
}

/** Start to first findings, key stroke to findings, and memory, in folders of 10 and 10,000 briefs. */
export async function benchLsp(): Promise<void> {
  for (const count of [10, 10_000]) {
    const root = mkdtempSync(join(tmpdir(), 'delegate-bench-'));
    try {
      writeBriefs(root, count);
      writeFileSync(join(root, '.delegate.yaml'), 'folder: briefs\n');
      const starts: number[] = [];
      for (let round = 0; round < 5; round++) {
        const session = await openSession(root);
        starts.push(session.first);
        await session.end();
      }
      const name = `in ${count.toLocaleString('en')} briefs`;
      tell(`lsp: start to first finding, ${name}`, `${median(starts).toFixed(0)} ms`);
      const session = await openSession(root);
      const times: number[] = [];
      for (let stroke = 0; stroke < STROKES; stroke++) times.push(await session.stroke());
      // The other briefs are read in the background during the first strokes: they count as well.
      tell(
        `lsp: key stroke to finding, ${name}, median`,
        `${median(times).toFixed(1)} ms`,
        '50 ms',
      );
      tell(`lsp: the same, 99th percentile`, `${percentile(times, 0.99).toFixed(1)} ms`, '50 ms');
      if (count === 10) {
        const before = session.memory();
        for (let edit = 0; edit < EDITS; edit++) await session.stroke();
        tell(
          `lsp: memory before and after ${EDITS.toLocaleString('en')} edits`,
          `${before.toFixed(0)}, ${session.memory().toFixed(0)} MB`,
        );
      }
      await session.end();
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }
}
