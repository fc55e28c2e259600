/** Runs one check: a program and its arguments, with no shell between, and an end. */
import { spawn } from 'node:child_process';
import type { Verdict } from '../../brief/evidence-lines.ts';
import type { Check } from '../../config/checks.ts';
import { withoutLocalVariables } from '../../git/repository.ts';
import type { Host } from '../../host.ts';

/** How a check ended, and the last of what it wrote. */
export interface CheckRun {
  readonly verdict: Verdict;
  /** How it ended, where it did not pass: `exit 1`. */
  readonly detail: string | undefined;
  /** What it wrote last, as it came. */
  readonly output: string;
  /** It wrote more than that. */
  readonly cut: boolean;
  readonly seconds: number;
}

/** So much of what a check writes is kept. */
const MAX_OUTPUT_BYTES = 16_000;
/** What a check has started may hold on to its output for so long after its end. */
const GRACE_MS = 1000;

/** Called with the process id of what runs, and with undefined when it has ended. */
type Watch = (processId: number | undefined) => void;

/**
 * Runs a check in a folder. It is the first of a group of processes, which ends with it, or when its
 * time is over: nothing that it has started goes on.
 */
export function runCheck(
  check: Check,
  cwd: string,
  { env, endGroup, now }: Pick<Host, 'env' | 'endGroup' | 'now'>,
  watch: Watch,
): Promise<CheckRun> {
  const begun = now().getTime();
  const tail = newTail();
  return new Promise((done) => {
    let timedOut = false;
    let timer: NodeJS.Timeout | undefined;
    let settled = false;
    const settle = (verdict: Verdict, detail?: string): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      watch(undefined);
      const seconds = Math.max(0, Math.round((now().getTime() - begun) / 1000));
      done({ verdict, detail, ...tail.end(), seconds });
    };
    const [program, ...args] = check.run as [string, ...string[]];
    const child = spawn(program, args, {
      cwd,
      env: withoutLocalVariables(env),
      shell: false,
      detached: true,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', tail.add);
    child.stderr.on('data', tail.add);
    child.on('error', (error: NodeJS.ErrnoException) => settle('not-run', error.code ?? 'error'));
    const { pid } = child;
    if (pid === undefined) return;
    watch(pid);
    timer = setTimeout(() => {
      timedOut = true;
      endGroup(pid);
    }, check.timeout * 1000);
    child.on('exit', (code, signal) => {
      endGroup(pid);
      const end = (): void => {
        if (timedOut) settle('timed-out', `${check.timeout} s`);
        else if (code === 0) settle('passed');
        else settle('failed', signal === null ? `exit ${code}` : signal);
      };
      child.on('close', end);
      setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
        end();
      }, GRACE_MS).unref();
    });
  });
}

/** Keeps the last of what comes. */
function newTail(): {
  readonly add: (chunk: Buffer) => void;
  readonly end: () => Pick<CheckRun, 'output' | 'cut'>;
} {
  let kept: Buffer[] = [];
  let size = 0;
  let cut = false;
  return {
    add(chunk) {
      kept.push(chunk);
      size += chunk.length;
      if (size <= MAX_OUTPUT_BYTES * 4) return;
      kept = [Buffer.concat(kept).subarray(-MAX_OUTPUT_BYTES)];
      size = MAX_OUTPUT_BYTES;
      cut = true;
    },
    end() {
      const all = Buffer.concat(kept);
      const isLong = all.length > MAX_OUTPUT_BYTES;
      return { output: all.subarray(-MAX_OUTPUT_BYTES).toString('utf8'), cut: cut || isLong };
    },
  };
}
