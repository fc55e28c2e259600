/** The folder that all temporary folders of one run of the tests stand in: gone when they are done. */
import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Called by Vitest before all tests; what it returns, after all of them. */
export default function makeTempRoot(): () => Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'delegate-tests-'));
  // Some tests run the program as somebody else.
  chmodSync(root, 0o755);
  // The processes that run the tests inherit it.
  process.env['TMPDIR'] = root;
  // Vitest waits for its workers to end meanwhile, and would not see it while files are removed.
  return () => rm(root, { recursive: true, force: true, maxRetries: 3 });
}
