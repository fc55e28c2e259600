/** Runs the program in a real pseudo-terminal. */
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { openEmulator } from './emulator.ts';
import { PACKAGE, buildOnce } from './program.ts';
import { TEST_ENV } from './repository.ts';

export interface Terminal {
  /** Waits until the text is shown behind what was waited for before. */
  readonly see: (text: string) => Promise<void>;
  /** Types keys, as they are. */
  readonly type: (keys: string) => void;
  /** Makes the terminal another size, as somebody does who drags its window. */
  readonly resize: (columns: number) => Promise<void>;
  /** Waits until the screen shows what is looked for; its rows, without the empty ones at the end. */
  readonly screen: (isThere: (rows: readonly string[]) => boolean) => Promise<readonly string[]>;
  readonly kill: (signal: string) => void;
  /** The exit status, when it has ended. */
  readonly status: Promise<number>;
  /** All that was shown, without colours and movements. */
  readonly shown: () => string;
}

interface TerminalOptions {
  readonly cwd: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Keys that have no letter. */
export const KEY = { enter: '\r', down: '\u001B[B', ctrlC: '\u0003', ctrlD: '\u0004' } as const;

/** Starts `delegate ARGS` in a terminal of its own. */
export function openTerminal(args: readonly string[], options: TerminalOptions): Terminal {
  buildOnce();
  return openProgram([process.execPath, join(PACKAGE, 'bin/delegate.js'), ...args], options);
}

/** Starts any program in a terminal of its own, a shell for instance. */
export function openProgram(
  [file = '', ...args]: readonly string[],
  options: TerminalOptions,
): Terminal {
  const { cwd, columns = 80, rows = 50, env = {} } = options;
  const emulator = openEmulator(columns, rows);
  const child = spawn(file, args, {
    name: 'xterm',
    cols: columns,
    rows,
    cwd,
    env: { ...TEST_ENV, TERM: 'xterm', NO_COLOR: '1', TERM_PROGRAM: 'vscode', ...env },
  });
  let raw = '';
  let from = 0;
  let ended = false;
  let look = (): void => {};
  let lookAtScreen = (): void => {};
  const shown = (): string => stripVTControlCharacters(raw).replaceAll('\r', '');
  child.onData((data) => {
    raw += data;
    look();
    void emulator.write(data).then(() => lookAtScreen());
  });
  const status = new Promise<number>((done) => {
    child.onExit(({ exitCode, signal }) => {
      ended = true;
      done(signal ? 128 + signal : exitCode);
      look();
    });
  });
  const see = (text: string): Promise<void> =>
    new Promise((done, fail) => {
      const gone = setTimeout(() => {
        fail(new Error(`no "${text}" in:\n${shown().slice(from)}`));
      }, 20_000);
      look = () => {
        const at = shown().indexOf(text, from);
        if (at < 0 && !ended) return;
        clearTimeout(gone);
        look = () => {};
        if (at < 0) fail(new Error(`it ended without "${text}":\n${shown().slice(from)}`));
        else {
          from = at + text.length;
          done();
        }
      };
      look();
    });
  const screen: Terminal['screen'] = (isThere) =>
    new Promise((done, fail) => {
      const gone = setTimeout(
        () => fail(new Error(`not on the screen:\n${emulator.rows().join('\n')}`)),
        20_000,
      );
      lookAtScreen = () => {
        const rows = emulator.rows();
        if (!isThere(rows)) return;
        clearTimeout(gone);
        lookAtScreen = () => {};
        done(rows);
      };
      lookAtScreen();
    });
  const resize = async (columns: number): Promise<void> => {
    // The terminal is resized first, and then it tells the program.
    await emulator.resize(columns);
    child.resize(columns, rows);
  };
  const type = (keys: string): void => child.write(keys);
  return {
    see,
    type,
    resize,
    screen,
    kill: (signal) => child.kill(signal),
    status,
    shown,
  };
}
