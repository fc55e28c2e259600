import type { Repository } from './repository.ts';
import { runGit } from './run.ts';

function decode(bytes: Buffer): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/**
 * A file's text in the last commit, or undefined when it is not in it. What a checkout would convert
 * (line ends) is not converted.
 */
export async function committedText(
  { root, gitDir, env }: Repository,
  path: string,
  revision = 'HEAD',
): Promise<string | undefined> {
  const asked = ['cat-file', 'blob', `${revision}:${path}`];
  const { status, stdout } = await runGit(root || gitDir, asked, { env });
  return status === 0 ? decode(stdout) : undefined;
}

/** The commits that changed a file, newest first, at most so many. */
export async function commitsOf(
  { root, gitDir, env }: Repository,
  path: string,
  most: number,
): Promise<readonly string[]> {
  const asked = ['--literal-pathspecs', 'rev-list', `--max-count=${most}`, 'HEAD', '--', path];
  const { status, stdout } = await runGit(root || gitDir, asked, { env });
  return status === 0 ? stdout.toString().split('\n').filter(Boolean) : [];
}
