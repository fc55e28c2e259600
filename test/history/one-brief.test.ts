/** The law of one brief: read alone, it has the story that it has among all, whatever became of it. */
import { describe, expect, it } from 'vitest';
import { slugAt } from '../../src/brief/brief-name.ts';
import type { BriefHistory } from '../../src/history/types.ts';
import { seeds } from '../support/size.ts';
import { git, runDelegate, write } from '../support/index.ts';
import { generate } from './generate.ts';
import type { JsonBrief } from './log-json.ts';
import { logOf } from './log-json.ts';
import { readQuickly } from './read-quickly.ts';

const HISTORIES = seeds(8, 2000);

describe('one brief that is read alone', () => {
  for (const seed of HISTORIES) {
    it(`seed ${seed}`, async () => {
      const repo = generate(seed, 16 + (seed % 5) * 8, seed % 3 === 0);
      const wanted = { withContext: seed % 2 === 0, firstParent: seed % 7 === 0 };
      const all = await readQuickly(repo, wanted);
      for (const brief of all.filter((_, index) => index % 3 === seed % 3)) {
        const { id, path } = brief;
        const byPath = (one: Pick<BriefHistory, 'path'>): boolean => one.path === path;
        const alone = await readQuickly(repo, {
          ...wanted,
          only: () => ({ isPath: (other) => byPath({ path: other }), isId: () => false }),
        });
        expect(alone.filter(byPath)).toEqual(all.filter(byPath));
        if (id !== null) {
          const byId = await readQuickly(repo, {
            ...wanted,
            only: () => ({ isPath: () => false, isId: (other) => other === id }),
          });
          const isSame = (one: BriefHistory): boolean => one.id === id;
          expect(byId.filter(isSame)).toEqual(all.filter(isSame));
        }
        const bySlug = await readQuickly(repo, {
          ...wanted,
          only: () => ({ isPath: (other) => slugAt(other) === slugAt(path), isId: () => false }),
        });
        const isCalled = (one: BriefHistory): boolean => slugAt(one.path) === slugAt(path);
        expect(bySlug.filter(isCalled)).toEqual(all.filter(isCalled));
      }
    }, 60_000);
  }
});

describe('delegate log NAME', () => {
  it('finds what it finds among all, and says the same of what means none or several', async () => {
    const repo = generate(9, 60);
    git(repo, 'reset', '-q', '--hard');
    const { briefs } = await logOf(repo);
    const [standing, gone] = [
      briefs.filter(({ deleted }) => !deleted),
      briefs.filter(({ deleted }) => deleted),
    ];
    expect([standing.length, gone.length]).toEqual([3, 1]);
    for (const { id, path } of [...standing, ...gone]) {
      const alone = await logOf(repo, [path]);
      expect(alone.briefs).toEqual(briefs.filter((one) => one.path === path));
      const same = briefs.filter((one) => one.id === id);
      expect((await logOf(repo, [id as string])).briefs).toEqual(same);
    }
    write(repo, (standing[0] as JsonBrief).path, 'no brief');
    const { briefs: now } = await logOf(repo);
    const path = (standing[0] as JsonBrief).path;
    expect((await logOf(repo, [path])).briefs).toEqual(now.filter((one) => one.path === path));
    const none = await runDelegate(['log', 'nothing-such'], { cwd: repo });
    expect([none.status, none.err]).toEqual([
      2,
      expect.stringContaining('no brief "nothing-such"'),
    ]);
    const many = await runDelegate(['log', 'b-000'], { cwd: repo });
    expect([many.status, many.err]).toEqual([2, expect.stringContaining('briefs: b-0000')]);
  }, 60_000);
});
