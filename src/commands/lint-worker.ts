/** The entry of a worker thread of `lint-pool.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PoolWork } from './lint-pool.ts';
import { takeTurns } from './lint-pool.ts';

// A thread's port has no origin, unlike a window.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(takeTurns(workerData as PoolWork));
