/** The program run by an editor's command: what it does is what it does on the command line. */
import { fork } from 'node:child_process';
import { programFile } from '../files/package.ts';
import type { Host } from '../host.ts';

/** What a run of the program said. */
export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in a folder, without a terminal: it asks nothing. */
export function runProgram(
  { env }: Pick<Host, 'env'>,
  cwd: string,
  args: readonly string[],
): Promise<Ran> {
  return new Promise((done) => {
    const child = fork(programFile(), args, { cwd, env: { ...env }, silent: true });
    let [out, err] = ['', ''];
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', ({ message }) => done({ status: null, out, err: message }));
    child.on('close', (status) => done({ status, out, err }));
  });
}
