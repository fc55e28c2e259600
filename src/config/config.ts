/** Reads the configuration: the text of `.delegate.yaml` at the repository's root. */
import type { Config } from './keys.ts';
import { DEFAULT_CONFIG } from './keys.ts';
import { parseConfig } from './parse.ts';
import type { KnownRule } from './settings.ts';

export { DEFAULT_CONFIG } from './keys.ts';
export type { Config } from './keys.ts';
export { parseConfig } from './parse.ts';
export { LEVELS } from './settings.ts';
export type { KnownRule, Level } from './settings.ts';
export { CONFIG_FILE } from './source.ts';

/**
 * Reads a configuration, and checks it in full.
 *
 * @param text Undefined when there is no file.
 * @param rules All rules.
 * @returns The default when there is no file; a Failure when it is wrong.
 */
export function readConfig(text: string | undefined, rules: readonly KnownRule[]): Config {
  return text === undefined ? DEFAULT_CONFIG : parseConfig(text, rules);
}

/** Loads all rules, whose code is not worth loading where no rule is named. */
export type LoadRules = () => Promise<readonly KnownRule[]>;

/** As `readConfig`; the rules are loaded where the configuration names one. */
export async function loadConfig(text: string | undefined, loadRules: LoadRules): Promise<Config> {
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
