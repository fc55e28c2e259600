/** The entry of a worker thread of `pool.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PoolWork } from './pool.ts';
import { checkInTurns } from './pool.ts';

for (const batch of checkInTurns(workerData as PoolWork)) {
  // A port has no origin, unlike a window.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(batch);
}
