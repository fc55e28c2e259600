import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchPeers } from './lint-peers.ts';
import { madeBrief, writeBriefs } from './made-briefs.ts';
import type { Program } from './measure.ts';
import { median, medians, once, peakMemory, ratio, tell } from './measure.ts';

const PROGRAM = join(import.meta.dirname, '../bin/delegate.js');
const LOOP = join(import.meta.dirname, 'bare-loop.mjs');

/**
 * `delegate lint`, all rules on: one brief against a Node.js that does nothing, many against a bare
 * loop that only reads and parses them with the `yaml` package, and how the time grows.
 */
export function benchLint(): void {
  const folder = mkdtempSync(join(tmpdir(), 'delegate-bench-lint-'));
  try {
    oneBrief(join(folder, '1'));
    for (const count of [1000, 10_000]) manyBriefs(join(folder, String(count)), count);
    growth(folder);
    const peers = process.env['BENCH_PEERS'];
    if (peers !== undefined) benchPeers(peers, lint(join(folder, '1000')), 1000);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function made(folder: string, count: number): string {
  mkdirSync(folder, { recursive: true });
  writeBriefs(folder, count);
  execFileSync('git', ['init', '-q', folder]);
  return folder;
}

function lint(cwd: string, ...args: string[]): Program {
  const command = [process.execPath, PROGRAM, 'lint', '--format', 'json', ...args];
  return { name: `lint ${args[0] ?? ''}`, command, cwd };
}

function oneBrief(folder: string): void {
  const cwd = made(folder, 1);
  const input = madeBrief(0);
  const stdin = lint(cwd, '--stdin', '--stdin-filename', 'briefs/000/brief-000000.md');
  const programs: Program[] = [
    { name: 'floor', command: [process.execPath, '-e', '0'] },
    { ...stdin, input },
    lint(cwd, 'briefs/000/brief-000000.md'),
  ];
  const figures = medians(programs, 21);
  const floor = figures.get('floor');
  const from = (name: string): string => ratio(figures.get(name), floor);
  tell('lint of one brief from standard input, against node -e 0', from('lint --stdin'), '2');
  const file = from('lint briefs/000/brief-000000.md');
  tell('lint of one brief from a file, against node -e 0', file, '2');
}

function manyBriefs(folder: string, count: number): void {
  const cwd = made(folder, count);
  const all = lint(cwd);
  const loop: Program = { name: 'loop', command: [process.execPath, LOOP, join(cwd, 'briefs')] };
  const ratios: number[] = [];
  const times: number[] = [];
  for (let round = 0; round <= 5; round++) {
    const bare = once(loop);
    const ours = once(all);
    if (round === 0) continue;
    ratios.push(ours / bare);
    times.push(ours);
  }
  const named = count.toLocaleString('en');
  tell(`lint of ${named} briefs`, `${median(times).toFixed(0)} ms`);
  tell(`lint of ${named} briefs, against a bare yaml loop`, ratio(median(ratios), 1), '1');
  tell(`peak memory of ${named} briefs`, `${peakMemory(all)} MB`, 'below 250 MB');
}

/** How the time grows; the largest only when asked for, with BENCH_LARGE=1. */
function growth(folder: string): void {
  const counts = [100, 1000, 10_000, ...(process.env['BENCH_LARGE'] === '1' ? [100_000] : [])];
  for (const count of counts) {
    const cwd = join(folder, String(count));
    if (count !== 1000 && count !== 10_000) made(cwd, count);
    const all = lint(cwd);
    const time = median([once(all), once(all), once(all)]);
    tell(
      `lint of ${count.toLocaleString('en')} briefs, a brief`,
      `${(time / count).toFixed(3)} ms`,
    );
    if (count === 100_000) tell('peak memory of 100,000 briefs', `${peakMemory(all)} MB`);
  }
}
