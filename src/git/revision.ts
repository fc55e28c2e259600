import { readGit } from './read.ts';
import type { Repository } from './repository.ts';

function decode(bytes: Buffer): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/**
 * A file's text in the last commit, or undefined when it is not in it. What a checkout would convert
 * (line ends) is not converted.
 */
export async function committedText(
  repository: Repository,
  path: string,
): Promise<string | undefined> {
  const args = ['cat-file', 'blob', `HEAD:${path}`];
  const { status, stdout } = await readGit(repository, args);
  return status === 0 ? decode(stdout) : undefined;
}
