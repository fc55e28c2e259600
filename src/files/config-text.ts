import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_FILE } from '../config/config.ts';
import { Failure } from '../failure.ts';
import { isOwn } from './inside.ts';

const MAX_CONFIG_BYTES = 256 * 1024;

/**
 * The text of the configuration of a root folder; undefined where there is none. It is the repository's,
 * and perhaps a stranger's: a link that leads out of the repository is not followed.
 */
export function configText(root: string): string | undefined {
  const file = join(root, CONFIG_FILE);
  let bytes: Buffer;
  try {
    const entry = lstatSync(file, { throwIfNoEntry: false });
    if (entry === undefined) return undefined;
    if (entry.isSymbolicLink() && !isOwn(realpathSync.native(file), root)) {
      throw new Failure(
        `${CONFIG_FILE} is a symbolic link that leads out of the repository`,
        'Put the file itself there.',
      );
    }
    const found = statSync(file);
    if (!found.isFile()) throw new Failure(`${CONFIG_FILE} is not a regular file`);
    if (found.size > MAX_CONFIG_BYTES) throw new Failure(`${CONFIG_FILE} is larger than 256 KiB`);
    bytes = readFileSync(file);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${CONFIG_FILE} cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Failure(`${CONFIG_FILE} is not UTF-8 text`);
  }
}
