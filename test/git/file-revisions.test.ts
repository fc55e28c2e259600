import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findInRevisions } from '../../src/git/file-revisions.ts';
import type { Repository } from '../../src/git/repository.ts';
import { findRepository } from '../../src/git/repository.ts';
import { TEST_ENV, commitAll, git, tempFolder, tempRepo, write } from '../support/index.ts';

const LIMITS = { count: 500, bytes: 1024 };

async function revisions(
  path: string,
  texts: readonly string[],
): Promise<{ repository: Repository; repo: string }> {
  const repo = tempRepo();
  for (const text of texts) {
    write(repo, path, text);
    commitAll(repo, text.slice(0, 20));
  }
  return { repo, repository: (await findRepository(repo, TEST_ENV)) as Repository };
}

/** All texts that are looked at, the newest first. */
async function seen(
  repository: Repository,
  path: string,
  limits: Partial<typeof LIMITS> = {},
): Promise<string[]> {
  const texts: string[] = [];
  const judge = (text: string): undefined => void texts.push(text);
  expect(await findInRevisions(repository, path, { ...LIMITS, ...limits }, judge)).toBeUndefined();
  return texts;
}

describe('the revisions of a file', () => {
  it('are looked at from the newest on, up to the first that fits', async () => {
    const { repository } = await revisions('a.md', ['one', 'two', 'three', 'four']);
    const looked: string[] = [];
    const found = await findInRevisions(repository, 'a.md', LIMITS, (text) => {
      looked.push(text);
      return text.startsWith('t') ? text.toUpperCase() : undefined;
    });
    expect([found, looked]).toEqual(['THREE', ['four', 'three']]);
  });

  it('are bounded in number and in size', async () => {
    const large = 'x'.repeat(1025);
    const { repository } = await revisions('a.md', ['one', large, 'three', 'four']);
    expect(await seen(repository, 'a.md')).toEqual(['four', 'three', 'one']);
    expect(await seen(repository, 'a.md', { count: 1 })).toEqual(['four']);
  });

  it.each(['a b 12.md', 'x blob 5', 'line\nend.md', '*.md'])(
    'of a file named %j, also when it was deleted in between',
    async (path) => {
      const { repo, repository } = await revisions(path, ['one', 'two']);
      git(repo, '--literal-pathspecs', 'rm', '-q', '--', path);
      commitAll(repo, 'gone');
      write(repo, path, 'three');
      commitAll(repo, 'back');
      expect(await seen(repository, path)).toEqual(['three', 'two', 'one']);
    },
  );

  it('are none where there is no commit or no such file', async () => {
    const { repository } = await revisions('a.md', ['one']);
    expect(await seen(repository, 'b.md')).toEqual([]);
    const empty = (await findRepository(tempRepo(), TEST_ENV)) as Repository;
    expect(await seen(empty, 'a.md')).toEqual([]);
  });

  it('take as many processes of git for many as for few', async () => {
    const texts = Array.from({ length: 12 }, (_, index) => `text ${index}`);
    const { repository } = await revisions('a.md', texts);
    const processes = async (count: number): Promise<number> => {
      const trace = join(tempFolder(), 'trace');
      const traced = { ...repository, env: { ...repository.env, GIT_TRACE2: trace } };
      expect(await seen(traced, 'a.md', { count })).toHaveLength(count);
      return readFileSync(trace, 'utf8').match(/ start /g)?.length ?? 0;
    };
    expect([await processes(2), await processes(12)]).toEqual([2, 2]);
  });
});
