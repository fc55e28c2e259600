/** The entry of a worker thread of `pool.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PoolWork } from './pool.ts';
import { checkInTurns } from './pool.ts';

checkInTurns(workerData as PoolWork, (batch) => {
  // As a text: cloning as many small objects takes longer. A port has no origin, unlike a window.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(JSON.stringify(batch));
});
