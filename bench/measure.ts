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

/** Peak memory of a process in megabytes, as the kernel counts it (through python3). */
export function peakMemory(program: Program): number {
  const [file, ...args] = program.command;
  const { stderr } = spawnSync(
    'python3',
    [
      '-c',
      'import resource,subprocess,sys;subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL);sys.stderr.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))',
      file as string,
      ...args,
    ],
    { cwd: program.cwd, env: program.env ?? process.env, encoding: 'utf8' },
  );
  return Math.round(Number(stderr) / 1024);
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
