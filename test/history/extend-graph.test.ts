/** The order of a graph that is gone on with is the one that git gives to the whole. */
import { expect, test } from 'vitest';
import type { Graph } from '../../src/git/commit-graph.ts';
import { graphOf, packGraph } from '../../src/git/commit-graph.ts';
import type { CommitLine } from '../../src/git/history-commits.ts';
import { extendGraph } from '../../src/history/cache/extend-graph.ts';
import { git } from '../support/index.ts';
import { seeds } from '../support/size.ts';
import { generate } from './generate.ts';

const HISTORIES = seeds(4, 300);

/** The lines that git would have of it, children before parents. */
function linesOf({ count, idAt, parentsOf }: Graph): string[] {
  return Array.from({ length: count }, (_, commit) =>
    [idAt(commit), ...parentsOf(commit).map(idAt)].join(' '),
  ).toReversed();
}

test.each(HISTORIES)('seed %i', (seed) => {
  const repo = generate(seed, 40);
  const list = (...args: string[]): string[] =>
    git(repo, 'rev-list', '--parents', ...args)
      .split('\n')
      .filter(Boolean);
  const all = list('--topo-order', 'HEAD');
  const tip = (all[0] as string).slice(0, 40);
  for (const place of [0, 1, 5, 13, all.length - 1]) {
    const known = (all[place] as string).slice(0, 40);
    const before = packGraph(graphOf(list('--topo-order', known).toReversed(), 40, false));
    const lines = list(tip, `^${known}`).map((line) => line.split(' ') as [string, ...string[]]);
    const extended = extendGraph(before, lines satisfies readonly CommitLine[], tip);
    expect(extended && linesOf(extended.graph)).toEqual(all);
  }
  // What the tip does not descend from is not gone on with.
  const other = packGraph(graphOf(['f'.repeat(40)], 40, false));
  expect(
    extendGraph(
      other,
      list(tip).map((line) => line.split(' ') as [string]),
      tip,
    ),
  ).toBe(undefined);
});
