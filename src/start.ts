/** Makes the host of a real process and runs `main` in it: the only file that touches `process`. */
import { relative } from 'node:path';
import { isatty } from 'node:tty';
import { setFlagsFromString } from 'node:v8';
import { Failure } from './failure.ts';
import { packed } from './files/package.ts';
import { shellQuote } from './git/shell.ts';
import type { Host } from './host.ts';
import { EXIT } from './host.ts';
import { main } from './main.ts';

function colors(stream: NodeJS.WriteStream): 0 | 1 | 2 | 3 {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') {
    if (FORCE_COLOR === '0' || FORCE_COLOR === 'false') return 0;
    return FORCE_COLOR === '2' ? 2 : FORCE_COLOR === '3' ? 3 : 1;
  }
  if (NO_COLOR !== undefined && NO_COLOR !== '') return 0;
  if (!stream.isTTY || process.env['TERM'] === 'dumb') return 0;
  return stream.hasColors(2 ** 24) ? 3 : stream.hasColors(256) ? 2 : 1;
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // It is there, and not ours to signal.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function ignoreInterrupts(): () => void {
  const ignore = (): void => {};
  process.on('SIGINT', ignore);
  return () => process.off('SIGINT', ignore);
}

const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function onInterrupt(stop: () => void): () => void {
  for (const signal of ENDINGS) process.on(signal, stop);
  return () => {
    for (const signal of ENDINGS) process.off(signal, stop);
  };
}

function endGroup(processId: number): void {
  try {
    // Windows has no groups: what the process has started may go on there.
    process.kill(process.platform === 'win32' ? processId : -processId, 'SIGKILL');
  } catch {
    // Nothing of it runs any more.
  }
}

/** The working folder; undefined where it is gone. */
function folderNow(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

/** Asked when it is needed: a command then says what is wrong with it. */
function workingFolder(): string {
  const folder = folderNow();
  if (folder !== undefined) return folder;
  throw new Failure('the folder that you are in is there no more', 'Go to one that is: cd ~');
}

/** How the person names the single file that this runs from. */
function singleFile(): Pick<Host, 'singleFile'> {
  if (packed === undefined) return {};
  const { file } = packed;
  const near = relative(folderNow() ?? '/', file);
  return {
    singleFile: shellQuote((near.length < file.length ? near : file).replaceAll('\\', '/')),
  };
}

// A reader that goes away early (`delegate log | head`) ends the program quietly. Where the disk is full behind
// `>`, whoever writes is told, and nothing that was not printed looks as if it were.
let isCutOff = false;
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    isCutOff = true;
    process.exitCode = EXIT.failed;
  });
}

// Most runs end before code that was compiled to run quickly has paid for its compiling, which in Node 20
// begins early and takes a fifth of the time; later ones have no such flag. A lint of thousands and a server
// go on for longer.
const GO_ON = ['lint', 'lsp', 'mcp'];
const isNode20 = process.versions.node.startsWith('20.');
if (isNode20 && !process.argv.some((one) => GO_ON.includes(one))) {
  setFlagsFromString('--interrupt-budget=1500000');
}
// What is found stays until it is told: of 100,000 briefs a heap that doubles in between takes 110 MB more.
if (isNode20 && process.argv.includes('lint')) setFlagsFromString('--heap-growing-percent=30');

const host: Host = {
  get cwd() {
    return workingFolder();
  },
  env: process.env,
  // Most commands read nothing, and to open it takes longer than all else here.
  get stdin() {
    return process.stdin;
  },
  stdout: process.stdout,
  stderr: process.stderr,
  interactive: isatty(0) && process.stdout.isTTY,
  terminal: process.stdout.isTTY,
  errTerminal: process.stderr.isTTY,
  columns: process.stdout.columns || 80,
  ...singleFile(),
  colors: { out: colors(process.stdout), err: colors(process.stderr) },
  now: () => new Date(),
  processId: process.pid,
  isRunning,
  ignoreInterrupts,
  onInterrupt,
  endGroup,
};

// Kept where the program ends before its work does.
process.exitCode = EXIT.failed;
void run();

async function run(): Promise<void> {
  try {
    const status = await main(process.argv.slice(2), host);
    process.exitCode = isCutOff ? EXIT.failed : status;
  } catch (error) {
    // There is nowhere left to say it.
    if (!isCutOff) throw error;
  }
}
