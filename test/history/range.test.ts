/** The law of ranges: `log A..B` is `log B`, filtered, whatever of it is read. */
import { describe, expect, it } from 'vitest';
import { findRepository } from '../../src/git/repository.ts';
import { briefSummaries } from '../../src/history/brief-history.ts';
import { addCounts, NO_COUNTS } from '../../src/history/filter.ts';
import { readRangeOf } from '../../src/history/range.ts';
import type { RepositoryHistory } from '../../src/history/reading.ts';
import { readHistory } from '../../src/history/repository-history.ts';
import { fieldsOf, selectHistories } from '../../src/history/select-histories.ts';
import type { BriefHistory } from '../../src/history/types.ts';
import { logJson } from '../../src/report/log-json.ts';
import { PLAIN } from '../../src/report/paint.ts';
import { logText } from '../../src/report/log-text.ts';
import { TEST_ENV, git } from '../support/index.ts';
import { seeds } from '../support/size.ts';
import { generate } from './generate.ts';

const HISTORIES = seeds(8, 2000);
const RANGES = 8;

const nobody = () => Promise.resolve(undefined);
const LOOK = { columns: 100, paint: PLAIN, patch: false, full: true };

interface Told {
  readonly commits: ReadonlySet<string>;
  readonly withContext: boolean;
}

/** All that is printed of a range. */
async function printed(
  history: RepositoryHistory,
  { commits, withContext }: Told,
): Promise<string> {
  const filters = { commits, uncommitted: false, authors: [], fields: [], standings: [] };
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

  it('often without reading what was before', () => {
    expect([alone > told / 20, told > 0]).toEqual([true, true]);
  });
});
