import type { Host } from '../host.ts';

const PROGRESS_DELAY_MS = 1000;

/** Does some work; when it takes more than a second, a person at a terminal is told so meanwhile. */
export async function withProgress<T>(
  host: Host,
  message: string,
  work: () => Promise<T>,
): Promise<T> {
  if (!host.errTerminal) return work();
  let shown = false;
  const timer = setTimeout(() => {
    shown = true;
    host.stderr.write(`${message} …`);
  }, PROGRESS_DELAY_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    if (shown) host.stderr.write(`\r${' '.repeat(message.length + 2)}\r`);
  }
}
