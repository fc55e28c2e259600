import { Failure } from '../failure.ts';
import { firstLine, withoutLocalVariables } from './repository.ts';
import type { Repository } from './repository.ts';
import { readGit } from './read.ts';
import type { Env } from './run.ts';
import { writeGit } from './write.ts';

/** Makes a folder a repository, as `git init` does with the person's settings. */
export async function initRepository(folder: string, env: Env): Promise<void> {
  const { status, output } = await writeGit(folder, ['init', '--quiet'], {
    env: withoutLocalVariables(env),
  });
  if (status !== 0) throw new Failure(`git init did not work in ${folder}: ${firstLine(output)}`);
}

/** The absolute folder in which git looks for hooks: `core.hooksPath`, or that of the git directory. */
export async function hooksFolder(repository: Repository): Promise<string> {
  const args = ['rev-parse', '--path-format=absolute', '--git-path', 'hooks'];
  const { status, stdout, stderr } = await readGit(repository, args);
  if (status !== 0) throw new Failure(`git does not tell where hooks go: ${firstLine(stderr)}`);
  return stdout.toString().replace(/\n$/, '');
}
