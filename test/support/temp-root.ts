/** The folder that all temporary folders of one run of the tests stand in: gone when they are done. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Called by Vitest before all tests; what it returns, after all of them. */
export default function makeTempRoot(): () => void {
  const root = mkdtempSync(join(tmpdir(), 'delegate-tests-'));
  // Some tests run the program as somebody else.
  chmodSync(root, 0o755);
  // The processes that run the tests inherit it.
  process.env['TMPDIR'] = root;
  return () => rmSync(root, { recursive: true, force: true, maxRetries: 3 });
}
