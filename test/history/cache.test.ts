/** The law of the cache: with it and without, the same is told, whatever an earlier run had kept. */
import { chmodSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { git } from '../support/index.ts';
import { seeds, sized } from '../support/size.ts';
import { generate } from './generate.ts';
import { readQuickly, talliedOf, tallyQuickly } from './read-quickly.ts';

const HISTORIES = seeds(3, 2000);

const cacheOf = (repo: string): string => join(repo, '.git/delegate/cache');
const filesOf = (repo: string): string[] =>
  existsSync(cacheOf(repo)) ? readdirSync(cacheOf(repo)).toSorted() : [];

const cold = (repo: string, tip: string) => readQuickly(repo, { tip, cache: false });
/** The same, read once for each commit. */
const coldOnce = (repo: string): ((tip: string) => ReturnType<typeof cold>) => {
  const known = new Map<string, ReturnType<typeof cold>>();
  return (tip) => {
    const reading = known.get(tip) ?? cold(repo, tip);
    known.set(tip, reading);
    return reading;
  };
};
const warm = (repo: string, tip: string) => readQuickly(repo, { tip, cache: true, keepFrom: 1 });
/** From what was kept of the briefs that nothing new has to do with. */
const told = (repo: string, tip: string) =>
  readQuickly(repo, { tip, cache: true, keepFrom: Infinity, onlyStories: true });

describe('what an earlier run kept changes no answer', () => {
  for (const seed of HISTORIES) {
    it(`seed ${seed}`, async () => {
      const repo = generate(seed, 20 + (seed % 5) * 8, seed % 3 === 0);
      const all = git(repo, 'rev-list', '--topo-order', 'HEAD').split('\n').toReversed();
      // Forwards, aside to where branches fork, and back.
      const places = [0.3, 0.5, 0.45, 0.8, 1, 0.6, 1].map((part, index) =>
        Math.min(all.length - 1, Math.floor(part * all.length) + ((seed + index) % 3)),
      );
      const read = coldOnce(repo);
      for (const [index, place] of places.entries()) {
        const tip = all[place] as string;
        const whole = await read(tip);
        expect(await told(repo, tip)).toEqual(whole);
        const sum = await tallyQuickly(repo, { tip, cache: true, keepFrom: Infinity });
        expect(sum.briefs).toEqual(whole.map(talliedOf));
        expect(await warm(repo, tip)).toEqual(whole);
        const withContext = { tip, cache: true, withContext: true };
        if (index === 4) {
          expect(await readQuickly(repo, withContext)).toEqual(
            await readQuickly(repo, { ...withContext, cache: false }),
          );
        }
      }
      expect(filesOf(repo).length).toBeGreaterThan(0);
      expect(filesOf(repo).length).toBeLessThanOrEqual(4);
      // One brief, from what is kept of all.
      const tip = all.at(-1) as string;
      const isAsked = ({ path }: { readonly path: string }): boolean => path.endsWith('0.md');
      const only = () => ({ isPath: (path: string) => isAsked({ path }), isId: () => false });
      const alone = await readQuickly(repo, { tip, only, cache: false });
      for (const onlyStories of [true, false]) {
        const known = await readQuickly(repo, { tip, only, cache: true, onlyStories });
        expect(known.filter(isAsked)).toEqual(alone.filter(isAsked));
      }
    }, 120_000);
  }
});

describe('a cache that is not as it was written', () => {
  it('is not taken for what it says, at any byte', async () => {
    const repo = generate(3, 40);
    const whole = await warm(repo, 'HEAD');
    const [name] = filesOf(repo) as [string];
    const file = join(cacheOf(repo), name);
    const bytes = readFileSync(file);
    const places = sized(10, 100);
    for (let index = 0; index < places; index++) {
      const damaged = Buffer.from(bytes);
      const at = Math.floor((index / places) * bytes.length);
      damaged[at] = (damaged[at] as number) ^ (1 + (index % 255));
      writeFileSync(file, index % 5 === 4 ? damaged.subarray(0, at) : damaged);
      expect(await readQuickly(repo, { cache: true, keepFrom: Infinity })).toEqual(whole);
    }
  }, 60_000);

  it('is written anew where a branch is rewritten, and never where nobody may write', async () => {
    const repo = generate(4, 40);
    await warm(repo, 'HEAD');
    const before = filesOf(repo);
    git(repo, 'reset', '-q', '--soft', 'HEAD~1');
    git(repo, 'commit', '-q', '--allow-empty', '-m', 'rewritten');
    expect(await warm(repo, 'HEAD')).toEqual(await cold(repo, 'HEAD'));
    expect(filesOf(repo)).not.toEqual(before);
    chmodSync(cacheOf(repo), 0o500);
    git(repo, 'commit', '-q', '--allow-empty', '-m', 'more');
    expect(await warm(repo, 'HEAD')).toEqual(await cold(repo, 'HEAD'));
    chmodSync(cacheOf(repo), 0o700);
  }, 60_000);

  it('is left alone where it is switched off', async () => {
    const repo = generate(5, 40);
    await readQuickly(repo, { cache: false, keepFrom: 1 });
    expect(filesOf(repo)).toEqual([]);
  }, 60_000);
});
