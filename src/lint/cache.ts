import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckMany, Checked } from './check.ts';
import { checkFile } from './check.ts';

/** Checks files, and keeps what it found for as long as a file and the setup stay as they are. */
export function cachingCheck(): CheckMany {
  const known = new Map<string, { readonly stamp: string; readonly checked: Checked }>();
  let lastSetup = '';
  return (setup, paths) => {
    const now = JSON.stringify(setup);
    if (now !== lastSetup) known.clear();
    lastSetup = now;
    return paths.map((path) => {
      const stamp = stampOf(join(setup.root, path));
      const before = known.get(path);
      if (before !== undefined && stamp !== '' && before.stamp === stamp) return before.checked;
      const checked = checkFile(setup, path);
      known.set(path, { stamp, checked });
      return checked;
    });
  };
}

/** What changes when a file does; empty for what is no file. */
function stampOf(file: string): string {
  const stats = lstatSync(file, { throwIfNoEntry: false, bigint: true });
  return stats?.isFile() ? `${stats.ino} ${stats.size} ${stats.mtimeNs}` : '';
}
