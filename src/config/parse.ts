import type { Pair } from '../brief/yaml/node.ts';
import { isNull } from '../brief/yaml/node.ts';
import { readTree } from '../brief/yaml/tree.ts';
import type { Config, ConfigKey } from './keys.ts';
import { DEFAULT_CONFIG, KEYS } from './keys.ts';
import type { KnownRule } from './settings.ts';
import type { ConfigSource } from './source.ts';
import { didYouMean, failureAt } from './source.ts';

const BY_NAME: ReadonlyMap<string, ConfigKey<unknown>> = new Map(Object.entries(KEYS));

/**
 * Reads the text of a configuration file, strictly: what it does not know is an error that says
 * where it stands and what was probably meant.
 *
 * @param rules All rules; without them the names of rules and of their options are not checked, as
 *   for a configuration of the past.
 */
export function parseConfig(text: string, rules?: readonly KnownRule[]): Config {
  const source: ConfigSource = { text, rules };
  const { root, problems } = readTree(text, {
    start: text.startsWith('\uFEFF') ? 1 : 0,
    end: text.length,
  });
  const [problem] = problems;
  if (problem) throw failureAt(source, problem.span, problem.message);
  const said = (root?.pairs ?? []).flatMap((pair) => readPair(source, pair));
  return { ...DEFAULT_CONFIG, ...Object.fromEntries(said) };
}

function readPair(source: ConfigSource, { key, value }: Pair): (readonly [string, unknown])[] {
  const known = BY_NAME.get(key.value);
  if (known === undefined) {
    const help = didYouMean(key.value, [...BY_NAME.keys()]);
    throw failureAt(source, key, `unknown key "${key.value}"`, help);
  }
  return isNull(value) ? [] : [[key.value, known.read(source, value)]];
}
