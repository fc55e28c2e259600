/** The texts that one file had, through two processes of git, however many there are. */
import { batchParser } from './history-blobs.ts';
import { nameList, readGit, streamRepository } from './read.ts';
import type { Repository } from './repository.ts';

interface RevisionLimits {
  /** So many commits are looked at, the newest first. */
  readonly count: number;
  /** Longer revisions are passed over without being kept in memory. */
  readonly bytes: number;
}

/**
 * Looks through the committed revisions of a file, the newest first, and stops at the first that the
 * judge has an answer to.
 *
 * @param path Below the root, with `/`; what the file was called before is not looked for.
 * @returns Undefined when the judge has none to any, or git cannot tell.
 */
export async function findInRevisions<T>(
  repository: Repository,
  path: string,
  { count, bytes }: RevisionLimits,
  judge: (text: string) => T | undefined,
): Promise<T | undefined> {
  const commits = await commitsOf(repository, path, count);
  if (commits.length === 0) return undefined;
  const [flags, input] = nameList(commits.map((commit) => `${commit}:${path}`));
  const git = streamRepository(repository, ['cat-file', '--batch', ...flags], { input });
  let answer: T | undefined;
  const parse = batchParser(bytes, (_id, content) => {
    if (answer === undefined && typeof content !== 'string') answer = judge(content.toString());
  });
  git.stdout.on('data', (chunk: Buffer) => {
    if (answer !== undefined) return;
    parse(chunk);
    if (answer !== undefined) git.stop();
  });
  await git.ended;
  return answer;
}

/** The commits that changed a file, the newest first. */
async function commitsOf(repository: Repository, path: string, count: number): Promise<string[]> {
  const args = ['--literal-pathspecs', 'rev-list', `--max-count=${count}`, 'HEAD', '--', path];
  const { status, stdout } = await readGit(repository, args);
  return status === 0 ? stdout.toString().split('\n').filter(Boolean) : [];
}
