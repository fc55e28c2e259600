/** Revisions by their names, and the commits that one descends from. */
import { Failure } from '../failure.ts';
import type { Repository } from './repository.ts';
import { objectIds, readGit, streamRepository } from './read.ts';
import { firstLine } from './repository.ts';
import { OBJECT_ID } from './run.ts';

/** The commit that a revision names; undefined when it names none. */
export async function resolveCommit(
  repository: Repository,
  revision: string,
): Promise<string | undefined> {
  // What begins with a dash is no revision to git either, and must not become an option.
  if (revision.startsWith('-') || revision.includes('\0')) return undefined;
  const args = ['rev-parse', '-q', '--verify', `${revision}^{commit}`];
  const { status, stdout } = await readGit(repository, args);
  const id = stdout.toString().trim();
  return status === 0 && OBJECT_ID.test(id) ? id : undefined;
}

/** The commits that revisions name, each undefined where it names none. */
export async function resolveCommits(
  repository: Repository,
  revisions: readonly string[],
): Promise<readonly (string | undefined)[]> {
  const isAsked = (revision: string): boolean =>
    !revision.startsWith('-') && !/[\0\n]/.test(revision) && revision !== 'HEAD';
  const asked = revisions.filter(isAsked);
  const [ids, head] = await Promise.all([
    asked.length === 0
      ? []
      : objectIds(
          repository,
          asked.map((revision) => `${revision}^{commit}`),
        ),
    revisions.includes('HEAD') ? headCommit(repository) : undefined,
  ]);
  return revisions.map((revision) =>
    revision === 'HEAD' ? head : isAsked(revision) ? ids[asked.indexOf(revision)] : undefined,
  );
}

/** The last commit as the repository was found; undefined when there is none yet. */
export async function headCommit(repository: Repository): Promise<string | undefined> {
  return repository.head ?? resolveCommit(repository, 'HEAD');
}

/** Calls back with each line of a git that runs; a Failure when it does not end well. */
export async function eachLine(
  repository: Repository,
  args: readonly string[],
  take: (line: string) => void,
): Promise<void> {
  const running = streamRepository(repository, args, { env: { GIT_FLUSH: '0' }, input: '' });
  let rest = '';
  for await (const chunk of running.stdout as AsyncIterable<Buffer>) {
    const text = rest + chunk.toString('latin1');
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      take(text.slice(from, end));
      from = end + 1;
    }
    rest = text.slice(from);
  }
  const { status, stderr } = await running.ended;
  if (status !== 0) throw unreadableHistory(stderr);
}

/** What to say when git cannot read its own history. */
export function unreadableHistory(stderr: string): Failure {
  const said = firstLine(stderr);
  const missing = /promisor|lazy fetch|transport '[^']*' not allowed|missing|unable to read/i.test(
    stderr,
  );
  return new Failure(
    `git cannot read the history: ${said}`,
    missing
      ? 'A partial clone lacks objects that the log needs: "git fetch --refetch --no-filter" brings them. delegate never fetches.'
      : undefined,
  );
}

/** The ids of the commits that `include` has and `exclude` has not. */
export async function readRange(
  repository: Repository,
  include: string,
  exclude: readonly string[],
  firstParent: boolean,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  // With a commit graph this order goes by what descends from what, not by clocks.
  const args = ['rev-list', '--topo-order', ...(firstParent ? ['--first-parent'] : []), include];
  await eachLine(repository, [...args, ...exclude.map((id) => `^${id}`), '--'], (line) =>
    found.add(line),
  );
  return found;
}
