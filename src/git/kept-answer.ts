/** What git said of a long history, kept for as long as it would say the same. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUILD, VERSION } from '../version.ts';
import { cacheNames, digestText, isCacheOn, openCache, writeCache } from './cache-file.ts';
import { isPartial, shallowCommits } from './history-limits.ts';
import { hasMailmap } from './identity.ts';
import { resolveCommit } from './history-graph.ts';
import { readGit } from './read.ts';
import type { Repository } from './repository.ts';
import { OBJECT_ID } from './run.ts';

/** Raised whenever what is kept changes its meaning. */
const FORMAT = 1;
/** Fewer commits are read as quickly as what was kept of them. */
const LONG = 200;

/**
 * An answer that depends on nothing but the commit that is checked out and what is asked.
 *
 * @param kind What the files begin with: of each kind the newest are kept.
 * @param asked All that the answer depends on beside.
 * @param answer Works it out from a commit; what it is must be JSON.
 */
export async function keptAnswer<T>(
  repository: Repository,
  { kind, asked }: { readonly kind: string; readonly asked: unknown },
  answer: (tip: string) => Promise<T>,
): Promise<T> {
  if (!(await isWhole(repository))) return answer('HEAD');
  const head = await headNow(repository);
  if (head === undefined) return answer('HEAD');
  const name = kind + digestText(JSON.stringify([FORMAT, VERSION, BUILD, head, asked]));
  const known = cacheNames(repository, name).length > 0 ? openCache(repository, name) : undefined;
  if (known !== undefined) return JSON.parse(known.head.toString()) as T;
  const worked = await answer(head);
  if (await isLong(repository, head)) {
    writeCache(repository, kind, name, { head: Buffer.from(JSON.stringify(worked)), body: [] });
  }
  return worked;
}

/** Whether what git says depends on the commits alone: nothing is missing, and nobody is called otherwise. */
async function isWhole(repository: Repository): Promise<boolean> {
  if (!isCacheOn(repository)) return false;
  const [boundary, partial, mapped] = await Promise.all([
    shallowCommits(repository),
    isPartial(repository),
    hasMailmap(repository),
  ]);
  return boundary.size === 0 && !partial && !mapped;
}

/** The commit that is checked out now: it may be another than when the repository was found. */
async function headNow(repository: Repository): Promise<string | undefined> {
  const { gitDir, commonDir } = repository;
  const read = (folder: string, name: string): Promise<string> =>
    readFile(join(folder, name), 'latin1').then(
      (text) => text.trim(),
      () => '',
    );
  const head = await read(gitDir, 'HEAD');
  const id = head.startsWith(REF) ? await read(commonDir, head.slice(REF.length)) : head;
  return OBJECT_ID.test(id) ? id : resolveCommit(repository, 'HEAD');
}

const REF = 'ref: ';

async function isLong(repository: Repository, head: string): Promise<boolean> {
  const args = ['rev-list', '--count', `--max-count=${LONG}`, head, '--'];
  const { status, stdout } = await readGit(repository, args);
  return status === 0 && Number(stdout.toString()) >= LONG;
}
