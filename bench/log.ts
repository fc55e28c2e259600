/**
 * How quick `delegate log` is on long histories: a part of one against starting Node, everything against
 * reading the patches. Each figure is the median of ratios within one run.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ENV, makeHistory, makeRestless } from './log-repository.ts';
import type { Program } from './measure.ts';
import { medians, once, peakMemory, ratio, tell } from './measure.ts';

const PROGRAM = join(import.meta.dirname, '../bin/delegate.js');
const COLD: NodeJS.ProcessEnv = { ...ENV, DELEGATE_NO_CACHE: '1' };

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5);
const scale = Number(process.env['BENCH_LOG'] ?? 1);

function log(
  cwd: string,
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = COLD,
): Program {
  return { name, command: [process.execPath, PROGRAM, 'log', ...args], cwd, env };
}

function node(cwd: string): Program {
  return { name: 'node', command: [process.execPath, '-e', '0'], cwd, env: ENV };
}

function patches(cwd: string): Program {
  return { name: 'patches', command: ['git', 'log', '-p', '--', 'briefs'], cwd, env: ENV };
}

function inHistory(
  size: Parameters<typeof makeHistory>[0],
  measure: (folder: string) => void,
): void {
  const folder = makeHistory({
    ...size,
    commits: Math.round(size.commits * scale),
    briefs: Math.round(size.briefs * scale),
  });
  try {
    measure(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A part of a history, and all of it where most was read before. */
function benchParts(folder: string, name: string, isShort: boolean): void {
  const range = ['--json', 'HEAD~50..HEAD'];
  const found = medians([node(folder), log(folder, 'range', range)], rounds);
  tell(`log A..B, 50 commits, ${name}`, ratio(found.get('range'), found.get('node')), '4 x node');
  if (isShort) {
    const one = medians([node(folder), log(folder, 'one', ['brief-7'])], rounds);
    tell(`log BRIEF, ${name}`, ratio(one.get('one'), one.get('node')), '5 x node');
  }
  // What is kept of all but the ten newest commits: too few to be kept anew.
  once(log(folder, 'keep', ['--range', 'HEAD~10'], ENV));
  const programs = [
    node(folder),
    log(folder, 'warm', [], ENV),
    log(folder, 'one', ['brief-7'], ENV),
  ];
  const warm = medians(programs, rounds);
  tell(`log, warm, 10 new commits, ${name}`, ratio(warm.get('warm'), warm.get('node')), '5 x node');
  if (isShort)
    tell(`log BRIEF, warm, ${name}`, ratio(warm.get('one'), warm.get('node')), '5 x node');
}

function benchWhole(folder: string, name: string, aim: string): void {
  const programs = [patches(folder), log(folder, 'cold', ['--json'])];
  const found = medians(programs, Math.min(rounds, 3));
  tell(`log --json, cold, ${name}`, ratio(found.get('cold'), found.get('patches')), aim);
}

/** One brief that moves again and again: twice as many moves must not take four times as long. */
function benchGrowth(name: string, counts: readonly [number, number], isRecorded: boolean): void {
  const [few, many] = counts.map((count) => {
    const folder = makeRestless(Math.round(count * scale), isRecorded);
    try {
      const programs = [node(folder), log(folder, 'log', ['--json']), patches(folder)];
      return medians(programs, Math.min(rounds, 3));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
  const [one, other] = [few, many].map((found) => found?.get('log'));
  tell(`${name}, ${counts.join(' and ')}: twice the length`, ratio(other, one), '3 x');
  tell(`${name}, ${counts[1]}`, ratio(other, many?.get('patches')), '');
}

/** Measures and prints; the sizes come from the issue, smaller ones from `BENCH_LOG`. */
export function benchLog(): void {
  inHistory({ commits: 10_000, briefs: 1000, every: 1, bytes: 2000 }, (folder) => {
    benchParts(folder, '10,000 commits', true);
    benchWhole(folder, 'briefs of 2 kB', '2 x git log -p');
  });
  inHistory({ commits: 100_000, briefs: 1000, every: 20, bytes: 2000 }, (folder) => {
    benchParts(folder, '100,000 commits', false);
    benchWhole(folder, '100,000 commits, one in twenty', '1 x git log -p');
    tell(
      'log --json, 100,000 commits',
      `${peakMemory(log(folder, 'memory', ['--json']))} MB`,
      '250 MB',
    );
  });
  inHistory({ commits: 10_000, briefs: 1000, every: 1, bytes: 20_000 }, (folder) => {
    benchWhole(folder, 'briefs of 20 kB', '1 x git log -p');
  });
  benchGrowth('silent moves of one brief', [10_000, 20_000], false);
  benchGrowth('records of one brief', [500, 1000], true);
}
