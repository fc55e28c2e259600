import type { Readable, Writable } from 'node:stream';
import { Writable as Sink } from 'node:stream';
import { Interrupted } from '../failure.ts';
import type { Host } from '../host.ts';
import type { Canvas } from './canvas.ts';

/** What a prompt of @inquirer runs in. */
export interface PromptContext {
  readonly input: Readable;
  readonly output: Writable;
  readonly signal: AbortSignal;
}

/**
 * Waits for a prompt in the host's terminal; Ctrl-C, Ctrl-D and a terminal that goes away interrupt it.
 *
 * @inquirer reads the keys, and what it would draw goes nowhere: it breaks a line inside of a word, and
 * leaves the old lines behind when the terminal changes its width. The prompt draws on the canvas.
 *
 * @param closes Ctrl-D ends it, whatever was typed; false for a prompt that sees to it itself.
 */
export async function prompted<T>(
  host: Host,
  canvas: Canvas,
  ask: (context: PromptContext) => Promise<T>,
  closes = true,
): Promise<T> {
  const stop = new AbortController();
  const onEnd = (): void => stop.abort();
  const onKey = (_: unknown, key: { ctrl?: boolean; name?: string } | undefined): void => {
    if (key?.ctrl === true && key.name === 'd') stop.abort();
  };
  if (closes) host.stdin.on('keypress', onKey);
  host.stdin.on('end', onEnd);
  const unwatch = canvas.watch();
  try {
    const output = new Sink({ write: (_chunk, _encoding, done) => done() });
    return await ask({ input: host.stdin, output, signal: stop.signal });
  } catch (error) {
    const { name } = error as Error;
    if (name === 'ExitPromptError' || name === 'AbortPromptError') throw new Interrupted();
    throw error;
  } finally {
    unwatch();
    canvas.settle();
    host.stdin.off('keypress', onKey);
    host.stdin.off('end', onEnd);
  }
}
