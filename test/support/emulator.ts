/** A terminal without a window: what is written to it stands on its screen as it would on a real one. */
import { PassThrough, Writable } from 'node:stream';
import xterm from '@xterm/headless';
import { onTestFinished } from 'vitest';
import type { Host } from '../../src/host.ts';
import { makeHost } from './program.ts';

export interface Emulator {
  /** Writes, and waits until it is on the screen. */
  readonly write: (data: string) => Promise<void>;
  /** Breaks the lines anew, as the terminal of VS Code does: all but the one with the cursor. */
  readonly resize: (columns: number) => Promise<void>;
  /** The rows of the screen, without the empty ones at the end. */
  readonly rows: () => readonly string[];
  /** All rows, with those that have left the screen. */
  readonly allRows: () => readonly string[];
  readonly cursor: () => { readonly row: number; readonly column: number };
}

export function openEmulator(columns: number, height: number): Emulator {
  const terminal = new xterm.Terminal({
    cols: columns,
    rows: height,
    allowProposedApi: true,
    convertEol: true,
  });
  const buffer = terminal.buffer.active;
  const write = (data: string): Promise<void> => new Promise((done) => terminal.write(data, done));
  function rowsFrom(first: number): string[] {
    const rows: string[] = [];
    for (let index = first; index < buffer.length; index++) {
      rows.push((buffer.getLine(index)?.translateToString(true) ?? '').trimEnd());
    }
    while (rows.at(-1) === '') rows.pop();
    return rows;
  }
  return {
    write,
    async resize(columns) {
      await write('');
      terminal.resize(columns, height);
    },
    rows: () => rowsFrom(buffer.baseY),
    allRows: () => rowsFrom(0),
    cursor: () => ({ row: buffer.cursorY, column: buffer.cursorX }),
  };
}

/**
 * A host in such a terminal, for a prompt that runs in this process. It goes away with its test: a prompt
 * that is still open when the process ends is interrupted then, and fails the whole run.
 */
export function emulatedHost(columns: number, height = 24): EmulatedHost {
  const emulator = openEmulator(columns, height);
  const input = new PassThrough();
  onTestFinished(() => void input.emit('end'));
  const output = Object.assign(
    new Writable({
      write(chunk: Buffer | string, _encoding, done) {
        void emulator.write(chunk.toString());
        done();
      },
    }),
    { columns, rows: height },
  );
  return {
    ...emulator,
    host: makeHost({
      host: { stdin: input, stdout: output, interactive: true, columns },
      env: { TERM_PROGRAM: 'vscode' },
    }),
    type: (keys) => input.write(keys),
    async resize(to) {
      await emulator.resize(to);
      output.columns = to;
      output.emit('resize');
    },
  };
}

export interface EmulatedHost extends Emulator {
  readonly host: Host;
  readonly type: (keys: string) => void;
}
