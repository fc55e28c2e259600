/** Large folders on all cores: this thread and its workers take the files in turns. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { workerFile } from '../files/package.ts';
import type { CheckMany, CheckSetup, Checked } from './check.ts';
import { checkFile } from './check.ts';

/** What a worker is started with. */
export interface PoolWork {
  readonly setup: CheckSetup;
  readonly paths: readonly string[];
  /** How many files have been taken; shared by all threads. */
  readonly taken: Int32Array;
}

const BATCH_SIZE = 50;
const MAX_WORKERS = 3;

/** Takes files, a batch at a time, until none is left. */
export function checkInTurns({ setup, paths, taken }: PoolWork): Checked[] {
  const checked: Checked[] = [];
  for (;;) {
    const from = Atomics.add(taken, 0, BATCH_SIZE);
    if (from >= paths.length) return checked;
    for (const path of paths.slice(from, from + BATCH_SIZE)) checked.push(checkFile(setup, path));
  }
}

/** Checks files on all cores. */
export const checkOnAllCores: CheckMany = async (setup, paths) => {
  const file = workerFile();
  const workers = Math.min(MAX_WORKERS, availableParallelism() - 1);
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const work: PoolWork = { setup, paths, taken };
  // The sources run without.
  if (workers < 1 || !existsSync(file)) return checkInTurns(work);
  const answers = Array.from({ length: workers }, () =>
    answerOf(new Worker(file, { workerData: work })),
  );
  const own = checkInTurns(work);
  const all = [own, ...(await Promise.all(answers))].flat();
  // A worker that died took files with it.
  if (all.length === paths.length) return all;
  const done = new Set(all.map(({ path }) => path));
  return [...all, ...paths.filter((path) => !done.has(path)).map((path) => checkFile(setup, path))];
};

function answerOf(worker: Worker): Promise<Checked[]> {
  return new Promise((done) => {
    worker.once('message', (text: string) => done(JSON.parse(text) as Checked[]));
    worker.once('error', () => done([]));
    worker.once('exit', () => done([]));
  });
}
