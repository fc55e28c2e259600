import type { Host } from '../host.ts';

const POLL_MS = 2000;

/**
 * Calls back once the editor's process is gone: one that was killed says no goodbye, and its end of
 * the pipe may be held open by another.
 *
 * @param id As the editor gave it; one that cannot be seen from here (a container) is not watched.
 * @returns Ends the watch.
 */
export function watchParent(
  { isRunning }: Host,
  id: number | null | undefined,
  gone: () => void,
): () => void {
  if (typeof id !== 'number' || id <= 0 || !isRunning(id)) return () => {};
  const timer = setInterval(() => {
    if (isRunning(id)) return;
    clearInterval(timer);
    gone();
  }, POLL_MS);
  timer.unref();
  return () => clearInterval(timer);
}
