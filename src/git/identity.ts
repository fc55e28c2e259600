import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contactOf, parsePerson, writePerson } from '../brief/people.ts';
import { readGit } from './read.ts';
import type { Repository } from './repository.ts';

export interface Identity {
  readonly name: string;
  readonly email: string;
}

/**
 * Who works here, as git would write it into a commit, through the repository's mailmap; undefined
 * when git does not know or would only guess.
 */
export async function whoAmI(repository: Repository): Promise<Identity | undefined> {
  const { ident, hasMailmap } = await variablesOf(repository);
  const own = ident ?? (await configuredIdent(repository));
  if (own === undefined || !hasMailmap) return own;
  const { status, stdout } = await readGit(repository, ['check-mailmap', contactOf(own)]);
  return (status === 0 && parseIdentity(stdout.toString())) || own;
}

/** Whether a mailmap may make other names of those in commits. */
export async function hasMailmap(repository: Repository): Promise<boolean> {
  return (await variablesOf(repository)).hasMailmap;
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
  if (asked.length === 0 || !(await variablesOf(repository)).hasMailmap) return new Map();
  const input = asked.map(({ contact }) => `${contact}\n`).join('');
  const { status, stdout } = await readGit(repository, ['check-mailmap', '--stdin'], input);
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

/** A guess from the machine's name is nobody. */
const NO_GUESS = ['-c', 'user.useConfigOnly=true'];

async function configuredIdent(repository: Repository): Promise<Identity | undefined> {
  const args = [...NO_GUESS, 'var', 'GIT_AUTHOR_IDENT'];
  const { status, stdout } = await readGit(repository, args);
  return status === 0 ? parseIdentity(stdout.toString()) : undefined;
}

/** What git's variables and settings say of people. */
interface Variables {
  /** Undefined where it may be a guess. */
  readonly ident: Identity | undefined;
  /** Whether a mailmap may have something to say. */
  readonly hasMailmap: boolean;
  /** The branches that follow one elsewhere. */
  readonly following: ReadonlySet<string>;
}

const VARIABLES = new WeakMap<Repository, Promise<Variables>>();

/** Asks once for each repository that is opened. */
function variablesOf(repository: Repository): Promise<Variables> {
  const known = VARIABLES.get(repository) ?? readVariables(repository);
  VARIABLES.set(repository, known);
  return known;
}

/** The repository with a variable more that is none of git's: what git said of people still holds. */
export function withOwnVariable(repository: Repository, name: string, value: string): Repository {
  const copy = { ...repository, env: { ...repository.env, [name]: value } };
  const known = VARIABLES.get(repository);
  if (known !== undefined) VARIABLES.set(copy, known);
  return copy;
}

async function readVariables(repository: Repository): Promise<Variables> {
  const { status, stdout } = await readGit(repository, [...NO_GUESS, 'var', '-l']);
  if (status !== 0) return { ident: undefined, hasMailmap: true, following: new Set() };
  // Its own variables stand behind the settings: what a setting's further lines say is overruled.
  const said = new Map(
    stdout
      .toString()
      .split('\n')
      .map((line) => line.split(/=(.*)/s, 2) as [string, string | undefined]),
  );
  const { root, bare, env } = repository;
  const isSaid = (what: 'name' | 'email'): boolean =>
    [
      env[`GIT_AUTHOR_${what.toUpperCase()}`],
      said.get(`author.${what}`),
      said.get(`user.${what}`),
    ].some(Boolean);
  const hasMailmap =
    bare ||
    said.has('mailmap.file') ||
    said.has('mailmap.blob') ||
    existsSync(join(root, '.mailmap'));
  const ident =
    isSaid('name') && isSaid('email')
      ? parseIdentity(said.get('GIT_AUTHOR_IDENT') ?? '')
      : undefined;
  const following = new Set(
    [...said.keys()].flatMap((key) => /^branch\.(.+)\.merge$/.exec(key)?.[1] ?? []),
  );
  return { ident, hasMailmap, following };
}

/** Whether the branch that HEAD is on follows one elsewhere, and has commits which that had not when it was last heard of. */
export async function isAhead(repository: Repository, branch: string): Promise<boolean> {
  const { following } = await variablesOf(repository);
  if (!following.has(branch)) return false;
  const { status, stdout } = await readGit(repository, [
    'rev-list',
    '--max-count=1',
    '@{upstream}..HEAD',
    '--',
  ]);
  return status === 0 && stdout.toString().trim() !== '';
}

function parseIdentity(text: string): Identity | undefined {
  const open = text.lastIndexOf('<');
  const close = text.indexOf('>', open);
  if (open < 0 || close < 0) return undefined;
  const name = text.slice(0, open).trim();
  return name === '' ? undefined : { name, email: text.slice(open + 1, close).trim() };
}

/** Further back than this nobody's commits are looked for. */
const YEARS = 3;

/** Whether somebody who is called so, by address or else by name, has committed here of late. */
export async function hasCommitted(
  repository: Repository,
  names: readonly string[],
): Promise<boolean> {
  const authors = names.map((name) => `--author=${name}`);
  const { status, stdout } = await readGit(repository, [
    'log',
    '--max-count=1',
    '--format=%H',
    `--since=${YEARS}.years`,
    '--fixed-strings',
    '--regexp-ignore-case',
    ...authors,
    'HEAD',
  ]);
  return status !== 0 || stdout.toString().trim() !== '';
}
