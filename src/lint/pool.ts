/** Large folders on all cores: this thread and its workers take the files in turns. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { workerFile } from '../files/package.ts';
import type { CheckMany, Checked } from './check.ts';
import { checkFile, checkedAsJson } from './check.ts';
import type { CheckSetup } from './check-context.ts';

/** What a worker is started with. */
export interface PoolWork {
  readonly setup: CheckSetup;
  readonly paths: readonly string[];
  /** How many files have been taken; shared by all threads. */
  readonly taken: Int32Array;
}

const BATCH_SIZE = 50;
const MAX_WORKERS = 3;

/**
 * Takes files, a batch at a time, until none is left. Each batch as a text: to clone as many small objects
 * takes longer.
 */
export function* checkInTurns({ setup, paths, taken }: PoolWork): Iterable<string> {
  for (;;) {
    const from = Atomics.add(taken, 0, BATCH_SIZE);
    if (from >= paths.length) return;
    const batch = paths.slice(from, from + BATCH_SIZE);
    yield `[${batch.map((path) => checkedAsJson(setup, path)).join(',')}]`;
  }
}

/** Checks files on all cores. */
export const checkOnAllCores: CheckMany = async (setup, paths) => {
  const file = workerFile();
  // The sources run without.
  const workers = existsSync(file) ? Math.min(MAX_WORKERS, availableParallelism() - 1) : 0;
  const work: PoolWork = { setup, paths, taken: new Int32Array(new SharedArrayBuffer(4)) };
  const all: Checked[] = [];
  const withShared = sharedWords();
  const keep = (batch: string): void => {
    for (const one of JSON.parse(batch) as Checked[]) all.push(withShared(one));
  };
  const ends = Array.from({ length: workers }, () =>
    endOf(new Worker(file, { workerData: work }), keep),
  );
  for (const batch of checkInTurns(work)) {
    keep(batch);
    // Else what the workers send waits until the end, and takes the room of all of it twice.
    // oxlint-disable-next-line no-await-in-loop
    if (workers > 0) await setImmediate();
  }
  await Promise.all(ends);
  // A worker that died took files with it.
  if (all.length === paths.length) return all;
  const done = new Set(all.map(({ path }) => path));
  return [...all, ...paths.filter((path) => !done.has(path)).map((path) => checkFile(setup, path))];
};

/** The words of rules come with each finding, and are the same in thousands of them; so is a file's path. */
function sharedWords(): (checked: Checked) => Checked {
  const known = new Map<string, string>();
  const shared = (text: string): string => {
    const first = known.get(text);
    if (first === undefined) known.set(text, text);
    return first ?? text;
  };
  return ({ path, findings, summary, disables }) => ({
    path,
    findings: findings.map((finding) => ({
      ...finding,
      rule: shared(finding.rule),
      message: shared(finding.message),
      help: shared(finding.help),
      path,
    })),
    summary: summary && { ...summary, path },
    disables,
  });
}

/** Hands over what a worker has checked, until it ends. */
function endOf(worker: Worker, keep: (batch: string) => void): Promise<void> {
  return new Promise((done) => {
    worker.on('message', keep);
    // What it leaves undone is done here.
    worker.once('error', () => {});
    worker.once('exit', () => done());
  });
}
