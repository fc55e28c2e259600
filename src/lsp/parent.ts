import { kill } from 'node:process';

/** How often the editor is looked for, in milliseconds. */
const EVERY = 2000;

function isAlive(id: number): boolean {
  try {
    kill(id, 0);
    return true;
  } catch (error) {
    // Somebody else's process is a process.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Calls back once the editor's process is gone: one that was killed says no goodbye, and its end of
 * the pipe may be held open by another.
 *
 * @param id As the editor gave it; one that cannot be seen from here (a container) is not watched.
 * @returns Ends the watch.
 */
export function watchParent(id: number | null | undefined, gone: () => void): () => void {
  if (typeof id !== 'number' || id <= 0 || !isAlive(id)) return () => {};
  const timer = setInterval(() => {
    if (isAlive(id)) return;
    clearInterval(timer);
    gone();
  }, EVERY);
  timer.unref();
  return () => clearInterval(timer);
}
