/**
 * This program against another build of it, such as an earlier version: BENCH_AGAINST names its
 * checkout, in which `npm ci` was run. Each figure is the median of ratios of runs in turn.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENV, makeHistory } from './log-repository.ts';
import { writeBriefs } from './made-briefs.ts';
import { costOf, median, ratio, tell } from './measure.ts';

const OWN = join(import.meta.dirname, '..');
const COLD: NodeJS.ProcessEnv = { ...ENV, DELEGATE_NO_CACHE: '1' };

/** Measures and prints, where BENCH_AGAINST is set. */
export function benchAgainst(): void {
  const other = process.env['BENCH_AGAINST'];
  if (other === undefined) {
    console.log('BENCH_AGAINST names no other checkout: nothing is compared');
    return;
  }
  const compare = comparing(other);
  const folder = mkdtempSync(join(tmpdir(), 'delegate-bench-against-'));
  const one = writeBriefs(folder, 10_000)[0] as string;
  execFileSync('git', ['init', '-q', folder]);
  const history = makeHistory({ commits: 10_000, briefs: 1000, every: 1, bytes: 2000 });
  try {
    compare('--version', folder, ['--version'], 21, '1.05');
    compare('--help', folder, ['--help'], 21, '1.05');
    compare('lint of one of 10,000 briefs', folder, ['lint', one], 11, '1.05');
    compare('lint of 10,000 briefs', folder, ['lint', '--format', 'json'], 7, '1.1');
    compare('list of 10,000 briefs', folder, ['list'], 7, '1.05');
    compare('log --json of 10,000 commits', history, ['log', '--json'], 5, '1.05');
  } finally {
    for (const each of [folder, history]) rmSync(each, { recursive: true, force: true });
  }
}

/** Measures a command of both, and prints how much longer this one takes: by the clock, and of the processor. */
function comparing(other: string) {
  return (
    name: string,
    cwd: string,
    args: readonly string[],
    rounds: number,
    aim: string,
  ): void => {
    const run = (root: string) =>
      costOf({
        name,
        command: [process.execPath, join(root, 'bin/delegate.js'), ...args],
        cwd,
        env: COLD,
      });
    const pairs = Array.from({ length: rounds + 1 }, () => [run(other), run(OWN)] as const).slice(
      1,
    );
    for (const what of ['wall', 'processor'] as const) {
      const ratios = pairs.map(([theirs, own]) => own[what] / theirs[what]);
      tell(`${name}, ${what}`, ratio(median(ratios), 1), aim);
    }
  };
}
