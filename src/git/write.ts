/**
 * Runs git to do what a person would do by hand: with their own settings, hooks and signing, so
 * without the hardening of `run.ts`. Through simple-git, which is loaded only then.
 */
import type { Readable } from 'node:stream';
import { getSystemErrorName } from 'node:util';
import type { outputHandler, SimpleGitOptions } from 'simple-git';
import type { Env } from './run.ts';
import { cannotStart } from './run.ts';

export interface WriteResult {
  readonly status: number;
  /** Standard output and standard error as they came: a hook uses either. */
  readonly output: string;
}

/** A hook may leave a process behind that keeps its output open; nobody waits for that one. */
const LEFTOVER_TIMEOUT_MS = 500;
const MAX_OUTPUT_BYTES = 64 * 1024;

/** Runs git with the person's own settings. A Failure only when it cannot be started. */
export async function writeGit(
  cwd: string,
  args: readonly string[],
  options: { readonly env: Env; readonly input?: string },
): Promise<WriteResult> {
  const { GitConstructError, simpleGit } = await import('simple-git');
  const env = Object.fromEntries(
    Object.entries(options.env).filter(([, value]) => value !== undefined),
  );
  const output = collectOutput();
  let status = 0;
  try {
    const git = simpleGit({
      baseDir: cwd,
      allowEnvironment: Object.keys(env),
      unsafe: UNGUARDED,
      // Its own wait for output after the exit would keep the program alive.
      completion: { onClose: true, onExit: true },
      // A buffer, since only that ends standard input when it is empty.
      input: () => Buffer.from(options.input ?? ''),
      // The status alone tells: simple-git calls a hook that refuses without a word a success.
      errors: (_error, { exitCode }) => void (status = exitCode ?? 128),
    });
    await git
      .env(env)
      .outputHandler(output.handler)
      .raw([...args]);
    await output.complete();
  } catch (error) {
    if (error instanceof GitConstructError) status = NO_FOLDER;
    else throw error;
  } finally {
    output.close();
  }
  // libuv's number of why there is no process.
  if (status < 0) {
    const code = getSystemErrorName(status);
    throw cannotStart(Object.assign(new Error(`spawn git ${code}`), { code }), cwd);
  }
  return { status, output: output.text() };
}

const NO_FOLDER = -2;

/**
 * simple-git guards programs that pass a stranger's words on to git. The arguments of this one are
 * made in this folder; the environment and what it sets (an editor, an ssh command, a configuration
 * file) are the person's, and count as they do in their own shell.
 */
const UNGUARDED: Required<NonNullable<SimpleGitOptions['unsafe']>> = {
  allowAbbreviatedOptions: true,
  allowUnsafeAlias: true,
  allowUnsafeAskPass: true,
  allowUnsafeCommandBinaries: true,
  allowUnsafeConfigEnvCount: true,
  allowUnsafeConfigPaths: true,
  allowUnsafeCredentialHelper: true,
  allowUnsafeCustomBinary: false,
  allowUnsafeDiffExternal: true,
  allowUnsafeDiffTextConv: true,
  allowUnsafeEditor: true,
  allowUnsafeExec: true,
  allowUnsafeFilter: true,
  allowUnsafeFsMonitor: true,
  allowUnsafeGitProxy: true,
  allowUnsafeGpgProgram: true,
  allowUnsafeHooksPath: true,
  allowUnsafeInclude: true,
  allowUnsafeMergeDriver: true,
  allowUnsafePack: true,
  allowUnsafePager: true,
  allowUnsafeProtocolOverride: true,
  allowUnsafeSshCommand: true,
  allowUnsafeSubmodule: true,
  allowUnsafeTemplateDir: true,
  allowUnsafeUrlRewrite: true,
};

interface OutputCollector {
  readonly handler: outputHandler;
  /** Waits for what is still in the pipes once git has ended. */
  readonly complete: () => Promise<void>;
  readonly text: () => string;
  /** Lets go of the pipes, which a process that a hook left behind may still hold. */
  readonly close: () => void;
}

/** Collects what a git prints on either stream, in order, up to a bound. */
function collectOutput(): OutputCollector {
  const chunks: Buffer[] = [];
  let length = 0;
  let streams: readonly Readable[] = [];
  let ends: Promise<unknown> = Promise.resolve();
  const keep = (chunk: Buffer): void => {
    if (length < MAX_OUTPUT_BYTES) chunks.push(chunk);
    length += chunk.length;
  };
  return {
    handler: (_command, stdout, stderr) => {
      streams = [stdout as Readable, stderr as Readable];
      for (const stream of streams) {
        // simple-git's own listener keeps everything, and has no bound.
        stream.removeAllListeners('data');
        stream.on('data', keep);
      }
      ends = Promise.all(
        streams.map((stream) => new Promise<void>((done) => stream.once('close', done))),
      );
      // Where nothing was printed it waits another 50 ms; most of ours print nothing.
      queueMicrotask(() => stdout.emit('data', Buffer.alloc(0)));
    },
    complete: async () => {
      let timer: NodeJS.Timeout | undefined;
      const timeout = new Promise<void>((done) => {
        timer = setTimeout(done, LEFTOVER_TIMEOUT_MS);
      });
      await Promise.race([ends, timeout]);
      clearTimeout(timer);
    },
    text: () => Buffer.concat(chunks).toString().trim(),
    close: () => {
      for (const stream of streams) stream.destroy();
    },
  };
}
