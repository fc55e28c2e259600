import { contactOf } from '../brief/people.ts';
import type { Repository } from './repository.ts';
import { runGit } from './run.ts';

export interface Identity {
  readonly name: string;
  readonly email: string;
}

/**
 * Who works here, as git would write it into a commit, through the repository's mailmap; undefined
 * when git does not know or would only guess.
 */
export async function whoAmI(repository: Repository): Promise<Identity | undefined> {
  const cwd = repository.root || repository.gitDir;
  const { env } = repository;
  // A guess from the machine's name is nobody.
  const args = ['-c', 'user.useConfigOnly=true', 'var', 'GIT_AUTHOR_IDENT'];
  const ident = await runGit(cwd, args, { env });
  if (ident.status !== 0) return undefined;
  const own = parseIdentity(ident.stdout.toString());
  if (own === undefined) return undefined;
  const contact = contactOf(own);
  const mapped = await runGit(cwd, ['check-mailmap', contact], { env });
  return (mapped.status === 0 && parseIdentity(mapped.stdout.toString())) || own;
}

function parseIdentity(text: string): Identity | undefined {
  const open = text.lastIndexOf('<');
  const close = text.indexOf('>', open);
  if (open < 0 || close < 0) return undefined;
  const name = text.slice(0, open).trim();
  return name === '' ? undefined : { name, email: text.slice(open + 1, close).trim() };
}
