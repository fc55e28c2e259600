import { streamRepository } from './read.ts';
import type { Repository } from './repository.ts';

function decode(bytes: Buffer): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/**
 * A file's text in a commit, or undefined when it is not in it or larger than a brief may be. What a
 * checkout would convert (line ends) is not converted.
 */
export async function textAt(
  repository: Repository,
  commit: string,
  path: string,
  maxBytes: number,
): Promise<string | undefined> {
  const args = ['cat-file', 'blob', `${commit}:${path}`];
  const git = streamRepository(repository, args, { input: '' });
  const chunks: Buffer[] = [];
  let size = 0;
  git.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBytes) git.stop();
    else chunks.push(chunk);
  });
  const { status } = await git.ended;
  return status === 0 && size <= maxBytes ? decode(Buffer.concat(chunks)) : undefined;
}

/** A file's text in the last commit, or undefined when it is not in it or larger than a brief may be. */
export function committedText(
  repository: Repository,
  path: string,
  maxBytes: number,
): Promise<string | undefined> {
  return textAt(repository, 'HEAD', path, maxBytes);
}
