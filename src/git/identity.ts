import { contactOf, parsePerson, writePerson } from '../brief/people.ts';
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
  const mapped = await runGit(cwd, ['check-mailmap', contactOf(own)], { env });
  return (mapped.status === 0 && parseIdentity(mapped.stdout.toString())) || own;
}

/** What the mailmap makes of texts that name people, those of which it makes another. */
export async function mailmapped(
  repository: Repository,
  texts: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(texts)].flatMap((text) => {
    const { name, email } = parsePerson(text);
    // git ends at the first line that is no contact to it.
    const isContact = email !== undefined && !/[<>\p{Cc}]/u.test(name + email);
    return isContact ? [{ text, contact: contactOf({ name, email }) }] : [];
  });
  if (asked.length === 0) return new Map();
  const { status, stdout } = await runGit(
    repository.root || repository.gitDir,
    ['check-mailmap', '--stdin'],
    { env: repository.env, input: asked.map(({ contact }) => `${contact}\n`).join('') },
  );
  const lines = stdout.toString().split('\n');
  if (status !== 0) return new Map();
  return new Map(
    asked.flatMap(({ text, contact }, index) => {
      const line = lines[index] ?? contact;
      const mapped = line === contact ? undefined : parseIdentity(line);
      return mapped === undefined ? [] : [[text, writePerson(mapped)]];
    }),
  );
}

function parseIdentity(text: string): Identity | undefined {
  const open = text.lastIndexOf('<');
  const close = text.indexOf('>', open);
  if (open < 0 || close < 0) return undefined;
  const name = text.slice(0, open).trim();
  return name === '' ? undefined : { name, email: text.slice(open + 1, close).trim() };
}
