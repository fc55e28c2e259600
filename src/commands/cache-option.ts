/** `--no-cache`: nothing is taken from what earlier runs kept under the git directory. */
import { NO_CACHE_VARIABLE } from '../git/cache-file.ts';
import type { Host } from '../host.ts';

export const NO_CACHE = [
  '--no-cache',
  'read all of the history anew, and keep nothing for the next time',
] as const;

/** The host, as a command that reads history has to see it. */
export function heedingCache(host: Host, { cache }: { readonly cache: boolean }): Host {
  return cache ? host : { ...host, env: { ...host.env, [NO_CACHE_VARIABLE]: '1' } };
}
