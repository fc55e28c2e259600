/** The index as it was before a file was added to it, kept for a disk that has no room to write it anew. */
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { indexFile } from './commit-state.ts';
import type { Repository } from './repository.ts';

/** A second name of the index: git never writes into one, it puts another in its place. */
export interface KeptIndex {
  /** To be called when git has written its own: what somebody else writes after that is theirs. */
  readonly noteWritten: () => void;
  /** Puts it back, where nobody has written the index since; needs no room on the disk. */
  readonly restore: () => void;
  readonly drop: () => void;
}

/** Keeps the index by a second name. Where none can be made, it does nothing. */
export function keepIndex(repository: Repository): KeptIndex {
  const index = indexFile(repository);
  const folder = join(repository.gitDir, 'delegate', 'tmp');
  // Named as what a crash leaves behind there, so that it is cleared away as that is.
  const kept = join(folder, `index.${randomBytes(6).toString('hex')}.delegate-tmp`);
  let written: string | undefined;
  attempt(() => {
    mkdirSync(folder, { recursive: true });
    linkSync(index, kept);
  });
  return {
    noteWritten: () => attempt(() => (written = identityOf(index))),
    restore: () =>
      attempt(() => {
        // As git does it: who makes the lock first may put it in the place of the index.
        linkSync(kept, `${index}.lock`);
        const isOurs = written !== undefined && identityOf(index) === written;
        if (isOurs) renameSync(`${index}.lock`, index);
        else rmSync(`${index}.lock`);
      }),
    drop: () => attempt(() => rmSync(kept, { force: true })),
  };
}

function identityOf(file: string): string {
  const { ino, mtimeNs, size } = statSync(file, { bigint: true });
  return `${ino} ${mtimeNs} ${size}`;
}

/** It is the second way out of a fault: where it is barred, the first one's word stands. */
function attempt(step: () => void): void {
  try {
    step();
  } catch {
    // Told already: the commit was not made.
  }
}
