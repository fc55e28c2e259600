/** The folder that all temporary folders of one run of the tests stand in: gone when they are done. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LONG } from './size.ts';

/** Called by Vitest before all tests; what it returns, after all of them. */
export default function makeTempRoot(): () => Promise<void> {
  const root = inMemory() ?? mkdtempSync(join(tmpdir(), 'delegate-tests-'));
  // Some tests run the program as somebody else.
  chmodSync(root, 0o755);
  // The processes that run the tests inherit it.
  process.env['TMPDIR'] = root;
  // Vitest waits for its workers to end meanwhile, and would not see it while files are removed.
  return () => rm(root, { recursive: true, force: true, maxRetries: 3 });
}

const MEMORY = '/dev/shm';
const ROOM = 2 ** 31;

/** A folder whose files are kept in memory, where a commit waits for no disk; undefined without one. */
function inMemory(): string | undefined {
  if (LONG || process.env['TMPDIR'] !== undefined || !existsSync(MEMORY)) return undefined;
  try {
    // A run that was killed cleared nothing away.
    for (const name of readdirSync(MEMORY)) {
      const [, run] = /^delegate-tests-(\d+)-/.exec(name) ?? [];
      if (run !== undefined && !existsSync(`/proc/${run}`)) {
        rmSync(join(MEMORY, name), { recursive: true, force: true });
      }
    }
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize < ROOM) return undefined;
    const root = mkdtempSync(join(MEMORY, `delegate-tests-${process.pid}-`));
    const program = join(root, 'program');
    writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
    try {
      execFileSync(program);
    } catch {
      // No program may run there (Docker has it so), and tests write some.
      rmSync(root, { recursive: true });
      return undefined;
    }
    rmSync(program);
    return root;
  } catch {
    return undefined;
  }
}
