/** Git, run to read a repository: in its folder, in its environment. */
import type { Repository } from './repository.ts';
import type { Env, GitResult, RunningGit } from './run.ts';
import { OBJECT_ID, runGit, streamGit } from './run.ts';

/** The folder that git processes run in. */
function folderOf({ root, gitDir }: Repository): string {
  return root === '' ? gitDir : root;
}

/** Runs git and hands out what it said, whatever its status. */
export function readGit(
  repository: Repository,
  args: readonly string[],
  input?: string,
): Promise<GitResult> {
  const options = { env: repository.env, ...(input !== undefined && { input }) };
  return runGit(folderOf(repository), args, options);
}

interface StreamOptions {
  /** All that git is asked on its standard input; without it, that is left open. */
  readonly input?: string;
  readonly env?: Env;
}

/** Starts git and hands out its streams. */
export function streamRepository(
  repository: Repository,
  args: readonly string[],
  { input, env }: StreamOptions = {},
): RunningGit {
  return streamGit(folderOf(repository), args, {
    env: { ...repository.env, ...env },
    ...(input !== undefined && { input }),
  });
}

/**
 * The ids of what `NAME` stands for, in the order of the names: a revision, `REVISION:PATH`, or
 * `:STAGE:PATH` of the index. Undefined where there is no such thing, and where git cannot tell.
 */
export async function objectIds(
  repository: Repository,
  names: readonly string[],
): Promise<readonly (string | undefined)[]> {
  const [flags, input] = nameList(names);
  const args = ['cat-file', '--batch-check=%(objectname)', ...flags];
  const { status, stdout } = await readGit(repository, args, input);
  if (status !== 0) return names.map(() => undefined);
  // Of what is not there a line has the name, which may have line ends, and ` missing`.
  let rest = stdout.toString();
  return names.map((name) => {
    const missing = [`${name} missing\n`, `${name} ambiguous\n`].find((text) =>
      rest.startsWith(text),
    );
    const line = missing ?? rest.slice(0, rest.indexOf('\n') + 1);
    rest = rest.slice(line.length);
    const id = line.trimEnd();
    return missing === undefined && OBJECT_ID.test(id) ? id : undefined;
  });
}

/**
 * Names for `cat-file`, and the flags that go with them: it reads them in lines, and only one with a
 * line end needs the newer git that takes NUL.
 */
export function nameList(names: readonly string[]): [flags: readonly string[], input: string] {
  return names.some((name) => name.includes('\n'))
    ? [['-z'], names.map((name) => `${name}\0`).join('')]
    : [[], names.map((name) => `${name}\n`).join('')];
}
