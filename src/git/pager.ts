import { readGit } from './read.ts';
import type { Repository } from './repository.ts';
import type { Env } from './run.ts';

/**
 * The pager that the person chose, as git looks for it: `GIT_PAGER`, `core.pager`, `PAGER`, `less`. Of
 * the settings only the person's own and the machine's count, never the repository's: it may be a
 * stranger's, and a pager is a shell command.
 *
 * @returns Undefined for none.
 */
export async function pagerOf(repository: Repository, env: Env): Promise<string | undefined> {
  const chosen = env['GIT_PAGER'] ?? (await configuredPager(repository)) ?? env['PAGER'] ?? 'less';
  const pager = chosen.trim();
  return pager === '' || pager === 'cat' ? undefined : pager;
}

const OWN = new Set(['system', 'global', 'command']);

async function configuredPager(repository: Repository): Promise<string | undefined> {
  const args = ['config', '--show-scope', '-z', '--get-all', 'core.pager'];
  const { status, stdout } = await readGit(repository, args);
  if (status !== 0) return undefined;
  const parts = stdout.toString().split('\0');
  let found: string | undefined;
  for (let at = 0; at + 1 < parts.length; at += 2) {
    if (OWN.has(parts[at] as string)) found = parts[at + 1];
  }
  return found;
}
