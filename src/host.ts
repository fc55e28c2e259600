/**
 * What the program needs of the world around it, handed in so that a test can hand in another one:
 * nothing else reads the process, the terminal or the clock.
 */
import type { Readable, Writable } from 'node:stream';

export interface Host {
  /** The folder that the command works in; `-C` changes it. */
  readonly cwd: string;
  /** The folder that the person stands in, where `-C` named another to work in. */
  readonly startedIn?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Standard input and output are both terminals: questions may be asked. */
  readonly interactive: boolean;
  /** Standard output is a terminal. */
  readonly terminal: boolean;
  /** Standard error is a terminal: what takes long may be told there, and wiped out again. */
  readonly errTerminal: boolean;
  /** Width of the terminal in columns; 80 where there is none. */
  readonly columns: number;
  /** The single file that the program runs from, as it is named from where it was called. */
  readonly singleFile?: string;
  /** Colours for standard output and for standard error: 0 none, 1 sixteen, 2 and 3 more. */
  readonly colors: { readonly out: 0 | 1 | 2 | 3; readonly err: 0 | 1 | 2 | 3 };
  readonly now: () => Date;
  /** The id of the program's own process. */
  readonly processId: number;
  /** Whether a process with this id runs, be it somebody else's. */
  readonly isRunning: (processId: number) => boolean;
  /** Leaves Ctrl-C to a program that was started, until the function that it returns is called. */
  readonly ignoreInterrupts: () => () => void;
  /** Calls back in place of ending the program when it is told to end, until the function that it returns is called. */
  readonly onInterrupt: (stop: () => void) => () => void;
  /** Ends a process that was started as the first of a group, and all that it started, at once. */
  readonly endGroup: (processId: number) => void;
}

/** The statuses that the program ends with: the one home of their numbers. */
export const EXIT = { ok: 0, findings: 1, failed: 2, interrupted: 130 } as const;

/** What a command hands back: text for standard output and standard error, and the status. */
export interface Result {
  /** In parts where it can be too long to be held at once. */
  readonly out?: string | Iterable<string>;
  readonly err?: string;
  /** To be said last on standard error, and quietly. */
  readonly aside?: string;
  readonly status?: (typeof EXIT)[keyof typeof EXIT];
}

/** Writes and waits until it is written; a reader that went away (`| head`) is not an error, a full disk is. */
export async function write(stream: Host['stdout'], text: string | undefined): Promise<void> {
  if (!text || stream.destroyed) return;
  await new Promise<void>((done, fail) => {
    stream.write(text, (error) => {
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') fail(error);
      else done();
    });
  });
}

const PACKAGE_NAME = 'delegate-briefs';

/**
 * How the program was called, for a command that is shown and can be typed as it is: `delegate`, a
 * single file, or through npm.
 */
export function calledAs({ env, singleFile }: Pick<Host, 'env' | 'singleFile'>): string {
  if (singleFile !== undefined) return `node ${singleFile}`;
  if (!env['npm_command']) return 'delegate';
  // What is installed nowhere is run from a folder of npm's own; so is the project that npm stands in.
  const isItself = env['npm_package_name'] === PACKAGE_NAME;
  const isFetched = !isItself && /[/\\]_npx[/\\]/.test(env['PATH'] ?? '');
  return isFetched ? `npx --package ${PACKAGE_NAME} delegate` : 'npx delegate';
}
