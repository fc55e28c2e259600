/** The law of ranges: `log A..B` is `log B`, filtered, whatever of it is read. */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workTreeOf } from '../../src/files/work-tree.ts';
import { readWindow } from '../../src/git/history-window.ts';
import { findRepository } from '../../src/git/repository.ts';
import { briefSummaries } from '../../src/history/brief-history.ts';
import { comparedFields } from '../../src/history/compared-fields.ts';
import { addCounts } from '../../src/history/filter.ts';
import { NO_COUNTS } from '../../src/history/tally.ts';
import { readRangeOf } from '../../src/history/range.ts';
import type { RepositoryHistory } from '../../src/history/reading.ts';
import { readHistory } from '../../src/history/repository-history.ts';
import { fieldsOf, selectHistories } from '../../src/history/select-histories.ts';
import type { BriefHistory } from '../../src/history/types.ts';
import { logJson } from '../../src/report/log-json.ts';
import { PLAIN } from '../../src/report/paint.ts';
import { logText } from '../../src/report/log-text.ts';
import { openWorkspace } from '../../src/lint/workspace.ts';
import { TEST_ENV, git, makeHost, tempRepo } from '../support/index.ts';
import { seeds } from '../support/size.ts';
import { generate } from './generate.ts';

const HISTORIES = seeds(3, 2000);
const RANGES = 8;
const WORK_TREES = seeds(1, 300);

const nobody = () => Promise.resolve(undefined);
const LOOK = { columns: 100, paint: PLAIN, patch: false, full: true };

interface Told {
  readonly commits: ReadonlySet<string>;
  /** What is not committed counts. */
  readonly uncommitted?: boolean;
  readonly withContext: boolean;
}

/** All that is printed of a range. */
async function printed(
  history: RepositoryHistory,
  { commits, withContext, uncommitted = false }: Told,
): Promise<string> {
  const filters = { commits, uncommitted, authors: [], fields: [], standings: [] };
  const briefs: BriefHistory[] = [];
  let counts = NO_COUNTS;
  const selection = {
    briefs: briefSummaries(history),
    filters,
    withContext,
    onlyNoteworthy: false,
  };
  for await (const brief of selectHistories(history, selection, nobody)) {
    briefs.push(brief);
    counts = addCounts(counts, brief);
  }
  const { shallow, warnings } = history;
  const result = { version: 1 as const, shallow, range: null, briefs, counts, warnings };
  return logJson(result) + logText(result, LOOK);
}

/** Moves, renames, copies, breaks or deletes a few files, some of them staged. */
function touchFiles(repo: string, seed: number): void {
  const paths = git(repo, 'ls-files', '-z', 'briefs').split('\0').filter(Boolean);
  for (const [index, path] of paths.entries()) {
    const file = join(repo, path);
    const text = readFileSync(file, 'utf8');
    const kind = (seed + index * 5) % 11;
    if (kind < 3) writeFileSync(file, text.replace(/^goal: .*$/m, 'goal: another one'));
    else if (kind === 3) writeFileSync(file, text.replace(/^title: /m, 'title: ['));
    else if (kind === 4) writeFileSync(join(repo, `briefs/copy${index}.md`), text);
    else if (kind === 5) rmSync(file);
    else if (kind === 6) git(repo, 'mv', path, `briefs/moved${index}.md`);
    else if (kind === 7) writeFileSync(file, `${text}more\n`);
    if (kind % 2 === 0 && kind !== 6) git(repo, 'add', '-A', 'briefs');
  }
}

/** Ranges of a history, the start being before its end or beside it. */
function rangesOf(repo: string, seed: number): [start: string, tip: string][] {
  const all = git(repo, 'rev-list', '--topo-order', 'HEAD').split('\n');
  return Array.from({ length: RANGES }, (_, index) => {
    // Several to each of a few commits: what all of the history tells is read once for each.
    const tip = ([0, seed * 7, seed * 7 + 11][index % 3] as number) % Math.ceil(all.length / 2);
    const length = index < 2 ? (seed * 5 + index * 9) % (all.length - tip - 1) : index % 4;
    return [all[tip + 1 + length], all[tip]] as [string, string];
  });
}

/** Commits, each by its number, with the time that its clock had and the numbers of its parents. */
function importCommits(repo: string, commits: readonly (readonly number[])[]): string[] {
  const input = commits.map(([number, time, from, ...merged]) => {
    const lines = [`commit refs/heads/c${number}`, `mark :${number}`];
    lines.push(`committer Ana <ana@example.com> ${time} +0000`, 'data 0');
    if (from !== undefined) lines.push(`from :${from}`);
    lines.push(...merged.map((parent) => `merge :${parent}`), '', '');
    return lines.join('\n');
  });
  execFileSync('git', ['fast-import', '--quiet'], {
    cwd: repo,
    env: TEST_ENV,
    input: input.join(''),
  });
  return commits.map(([number]) => git(repo, 'rev-parse', `c${number}`));
}

describe('a range is told as everything is, filtered', () => {
  let alone = 0;
  let told = 0;
  for (const seed of HISTORIES) {
    it(`seed ${seed}`, async () => {
      const repo = generate(seed, 16 + (seed % 5) * 8, seed % 2 === 0);
      const repository = await findRepository(repo, TEST_ENV);
      if (repository === undefined) throw new Error('no repository');
      const known = new Map<string, RepositoryHistory>();
      for (const [index, [start, tip]] of rangesOf(repo, seed).entries()) {
        const options = { tip, patterns: ['briefs'], workTree: undefined };
        const firstParent = index === 7;
        const withContext = index % 2 === 0;
        const range = await readRangeOf(repository, {
          ...options,
          firstParent,
          start,
          fields: fieldsOf({ filters: { fields: [] }, withContext }),
          withNet: true,
        });
        const args = ['rev-list', ...(firstParent ? ['--first-parent'] : []), tip, `^${start}`];
        const commits = new Set(
          git(repo, ...args)
            .split('\n')
            .filter(Boolean),
        );
        expect(range.commits).toEqual(commits);
        const key = `${tip} ${firstParent}`;
        const all = known.get(key) ?? (await readHistory(repository, { ...options, firstParent }));
        known.set(key, all);
        const asked = { commits, withContext };
        expect(await printed(range.history, asked)).toBe(await printed(all, asked));
        told++;
        if (range.history.graph.count < all.graph.count) alone++;
      }
    }, 60_000);
  }

  let few = 0;
  for (const seed of WORK_TREES) {
    it(`to the work tree, with what is not committed, seed ${seed}`, async () => {
      const repo = generate(seed, 20 + (seed % 3) * 8, seed % 2 === 0);
      git(repo, 'reset', '-q', '--hard', 'main');
      touchFiles(repo, seed);
      const workspace = await openWorkspace(makeHost({ cwd: repo }));
      const { repository } = workspace;
      if (repository?.head === undefined) throw new Error('no repository');
      const line = git(repo, 'rev-list', '--first-parent', 'HEAD').split('\n');
      const workTree = workTreeOf(workspace);
      const options = { tip: repository.head, patterns: ['briefs'], workTree };
      for (const [index, start] of line.slice(0, 8).entries()) {
        const firstParent = index % 3 === 1;
        const fields = comparedFields(false);
        const query = { ...options, firstParent, start, fields, withNet: true };
        const { history, commits } = await readRangeOf(repository, query);
        const all = await readHistory(repository, { ...options, firstParent });
        const asked = { commits, withContext: false, uncommitted: true };
        expect(await printed(history, asked)).toBe(await printed(all, asked));
        if (history.graph.count < all.graph.count) few++;
      }
    }, 120_000);
  }

  it('without a window where git lists, by wrong clocks, down to a root what the start has', async () => {
    const repo = tempRepo();
    const line = Array.from({ length: 9 }, (_, at) => [at + 1, at + 10, ...(at > 0 ? [at] : [])]);
    const [root, own, slow, slower, start, side, tip] = [20, 21, 22, 23, 24, 25, 26];
    const ids = importCommits(repo, [
      ...line,
      [root, 100],
      [own, 101, root],
      [slow, 3, own],
      [slower, 2, slow],
      [start, 1, 9, slower],
      [side, 102, own],
      [tip, 103, start, side],
    ]);
    const [to, , from] = ids.toReversed() as [string, string, string];
    expect(git(repo, 'rev-list', to, `^${from}`).split('\n')).toContain(ids.at(-7));
    const repository = await findRepository(repo, TEST_ENV);
    expect(repository && (await readWindow(repository, from, to))).toBeUndefined();
  });

  it('often without reading what was before', () => {
    expect([alone > told / 20, told > 0, few > 0]).toEqual([true, true, true]);
  });
});
