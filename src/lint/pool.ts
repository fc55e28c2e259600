/** Large folders on all cores: this thread and its workers take the files in turns. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { workerFile } from '../files/package.ts';
import type { CheckMany, Checked } from './check.ts';
import type { CheckSetup } from './check-context.ts';
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

/** Takes files, a batch at a time, until none is left, and hands each batch over. */
export function checkInTurns(
  { setup, paths, taken }: PoolWork,
  hand: (batch: readonly Checked[]) => void,
): void {
  for (;;) {
    const from = Atomics.add(taken, 0, BATCH_SIZE);
    if (from >= paths.length) return;
    hand(paths.slice(from, from + BATCH_SIZE).map((path) => checkFile(setup, path)));
  }
}

/** Checks files on all cores. */
export const checkOnAllCores: CheckMany = async (setup, paths) => {
  const file = workerFile();
  const workers = Math.min(MAX_WORKERS, availableParallelism() - 1);
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const work: PoolWork = { setup, paths, taken };
  // The sources run without.
  const own: Checked[] = [];
  const keep = (batch: readonly Checked[]): unknown => own.push(...batch);
  if (workers < 1 || !existsSync(file)) {
    checkInTurns(work, keep);
    return own;
  }
  const answers = Array.from({ length: workers }, () =>
    answerOf(new Worker(file, { workerData: work })),
  );
  checkInTurns(work, keep);
  const all = [own, ...(await Promise.all(answers))].flat();
  // A worker that died took files with it.
  if (all.length === paths.length) return all;
  const done = new Set(all.map(({ path }) => path));
  return [...all, ...paths.filter((path) => !done.has(path)).map((path) => checkFile(setup, path))];
};

/** The words of rules come with each finding, and are the same in thousands of them. */
function sharedWords(): (checked: Checked) => Checked {
  const known = new Map<string, string>();
  const shared = (text: string): string => {
    const first = known.get(text);
    if (first === undefined) known.set(text, text);
    return first ?? text;
  };
  return (checked) => ({
    ...checked,
    findings: checked.findings.map((finding) => ({
      ...finding,
      rule: shared(finding.rule),
      message: shared(finding.message),
      help: shared(finding.help),
    })),
  });
}

/** What a worker has checked. Texts until they are needed: they take a fraction of the memory. */
function answerOf(worker: Worker): Promise<Checked[]> {
  return new Promise((done) => {
    const batches: string[] = [];
    const withShared = sharedWords();
    worker.on('message', (batch: string) => batches.push(batch));
    // What it leaves undone is done here.
    worker.once('error', () => {});
    worker.once('exit', () => {
      const checked: Checked[] = [];
      for (let batch = batches.pop(); batch !== undefined; batch = batches.pop()) {
        checked.push(...(JSON.parse(batch) as Checked[]).map(withShared));
      }
      done(checked);
    });
  });
}
