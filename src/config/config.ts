/** Finds and reads the configuration: `.delegate.yaml` at the repository's root. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { parseConfig } from './parse.ts';
import type { KnownRule } from './parse.ts';
import type { Config } from './settings.ts';
import { DEFAULT_CONFIG } from './settings.ts';

export type { KnownRule } from './parse.ts';
export { parseConfig } from './parse.ts';
export { DEFAULT_CONFIG, LEVELS } from './settings.ts';
export type { Config, Level } from './settings.ts';

/** The name of the configuration file. */
export const CONFIG_FILE = '.delegate.yaml';

const LARGEST = 256 * 1024;

/**
 * Reads the configuration of a root folder.
 *
 * @param root The repository's root; `.delegate.yaml` stands there or nowhere.
 * @param knownRules All rules; without them the names of rules are not checked.
 * @returns The default when there is no file; a Failure when it is wrong.
 */
export function readConfig(root: string, knownRules?: readonly KnownRule[]): Config {
  const text = readText(join(root, CONFIG_FILE));
  return text === undefined ? DEFAULT_CONFIG : parseConfig(text, knownRules);
}

function readText(file: string): string | undefined {
  let bytes: Buffer;
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined) return undefined;
    if (!found.isFile()) throw new Failure(`${CONFIG_FILE} is not a regular file`);
    if (found.size > LARGEST) throw new Failure(`${CONFIG_FILE} is larger than 256 KiB`);
    bytes = readFileSync(file);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${CONFIG_FILE} cannot be read: ${(error as Error).message}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Failure(`${CONFIG_FILE} is not UTF-8 text`);
  }
}
