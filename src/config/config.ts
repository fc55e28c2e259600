/** Finds and reads the configuration: `.delegate.yaml` at the repository's root. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import type { Config } from './keys.ts';
import { DEFAULT_CONFIG } from './keys.ts';
import { parseConfig } from './parse.ts';
import type { KnownRule } from './settings.ts';
import { CONFIG_FILE } from './source.ts';

export { DEFAULT_CONFIG } from './keys.ts';
export type { Config } from './keys.ts';
export { parseConfig } from './parse.ts';
export { LEVELS } from './settings.ts';
export type { KnownRule, Level } from './settings.ts';
export { CONFIG_FILE } from './source.ts';

const MAX_CONFIG_BYTES = 256 * 1024;

/**
 * Reads the configuration of a root folder, and checks it in full.
 *
 * @param root The repository's root; `.delegate.yaml` stands there or nowhere.
 * @param rules All rules.
 * @returns The default when there is no file; a Failure when it is wrong.
 */
export function readConfig(root: string, rules: readonly KnownRule[]): Config {
  const text = readText(join(root, CONFIG_FILE));
  return text === undefined ? DEFAULT_CONFIG : parseConfig(text, rules);
}

/** Loads all rules, whose code is not worth loading where no rule is named. */
export type LoadRules = () => Promise<readonly KnownRule[]>;

/** As `readConfig`; the rules are loaded where the configuration names one. */
export async function loadConfig(root: string, loadRules: LoadRules): Promise<Config> {
  const text = readText(join(root, CONFIG_FILE));
  if (text === undefined) return DEFAULT_CONFIG;
  return parseConfig(text, namesRules(text) ? await loadRules() : []);
}

/** True also for what cannot be read: with the rules it is said what is wrong first. */
function namesRules(text: string): boolean {
  try {
    const { rules, words } = parseConfig(text);
    return Object.keys({ ...rules, ...words }).length > 0;
  } catch {
    return true;
  }
}

function readText(file: string): string | undefined {
  let bytes: Buffer;
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined) return undefined;
    if (!found.isFile()) throw new Failure(`${CONFIG_FILE} is not a regular file`);
    if (found.size > MAX_CONFIG_BYTES) throw new Failure(`${CONFIG_FILE} is larger than 256 KiB`);
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
