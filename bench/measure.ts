/** Measuring on shared and noisy machines: medians of ratios within one run, interleaved. */
import { spawnSync } from 'node:child_process';

/** One thing to measure: a whole process, from start to exit. */
export interface Program {
  readonly name: string;
  readonly command: readonly string[];
  readonly cwd?: string;
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** The middle value; of an even number of values the upper middle one. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

/** Runs a program once: milliseconds. Throws when it could not run at all. */
export function once(program: Program): number {
  const [file, ...args] = program.command;
  const start = performance.now();
  const { error, status, stderr } = spawnSync(file as string, args, {
    cwd: program.cwd,
    input: program.input ?? '',
    env: program.env ?? process.env,
    stdio: ['pipe', 'pipe', 'pipe'],
    maxBuffer: 1 << 30,
  });
  if (error) throw error;
  if (status !== 0 && status !== 1) {
    throw new Error(`${program.name} ended with ${status}: ${String(stderr).slice(0, 500)}`);
  }
  return performance.now() - start;
}

/**
 * Runs every program in turn, `rounds` times, after one round to warm the caches.
 *
 * @returns The medians in milliseconds, by name.
 */
export function medians(programs: readonly Program[], rounds: number): Map<string, number> {
  const times = new Map(programs.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round++) {
    for (const program of programs) {
      const time = once(program);
      if (round > 0) times.get(program.name)?.push(time);
    }
  }
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}

/** What one run of a program takes, as the kernel counts it. */
export interface Cost {
  /** From start to exit, in milliseconds. */
  readonly wall: number;
  /** Of all processors, in milliseconds: another program's load is not in it. */
  readonly processor: number;
  /** At its peak, in megabytes. */
  readonly memory: number;
}

const COUNT = `
import resource, subprocess, sys, time
start = time.monotonic()
status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
wall = time.monotonic() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(status, wall * 1000, (used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / 1024)
`;

/** Runs a program once, through python3, and counts. Throws when it could not do its work. */
export function costOf(program: Program): Cost {
  const { stdout } = spawnSync('python3', ['-c', COUNT, ...program.command], {
    cwd: program.cwd,
    input: program.input ?? '',
    env: program.env ?? process.env,
    encoding: 'utf8',
  });
  const [status, wall, processor, memory] = stdout.split(' ').map(Number);
  if (status !== 0 && status !== 1) throw new Error(`${program.name} ended with ${status}`);
  return { wall: wall ?? 0, processor: processor ?? 0, memory: memory ?? 0 };
}

/** Peak memory of a process in megabytes. */
export function peakMemory(program: Program): number {
  return Math.round(costOf(program).memory);
}

/** Prints a figure in one line: what, the ratio or value, and the aim it is measured against. */
export function tell(what: string, value: string, aim?: string): void {
  console.log(
    `${what.padEnd(58)} ${value.padStart(14)}${aim === undefined ? '' : `   aim ${aim}`}`,
  );
}

/** A ratio with two digits. */
export function ratio(value: number | undefined, floor: number | undefined): string {
  return `${((value ?? Number.NaN) / (floor ?? Number.NaN)).toFixed(2)} x`;
}
