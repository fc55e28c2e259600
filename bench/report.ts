/** The page of `delegate report`: how large, how quick to write beside the log, how quick to be seen. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { Program } from './measure.ts';
import { median, once, ratio, tell } from './measure.ts';
import { GIT_ENV, makeReportRepository } from './report-repository.ts';

const PROGRAM = join(import.meta.dirname, '../bin/delegate.js');
const CHROMIUM = '/usr/bin/chromium';
/** When all of the briefs are agreed, and some of them done. */
const TODAY = ['--today', '2026-05-18'];
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

interface Case {
  readonly briefs: number;
  readonly options: readonly string[];
  readonly bytes: number;
  /** In times of the log. */
  readonly time?: number;
}

const CASES: readonly Case[] = [
  { briefs: 100, options: [], bytes: 600_000, time: 1.5 },
  { briefs: 1000, options: ['--since', '2 weeks ago'], bytes: 4_000_000 },
];

/** Measures and prints. */
export async function benchReport(): Promise<void> {
  const rounds = Number(process.env['BENCH_ROUNDS'] ?? 7);
  const folder = mkdtempSync(join(tmpdir(), 'delegate-bench-page-'));
  const browser = existsSync(CHROMIUM)
    ? await chromium.launch({ executablePath: CHROMIUM, args: ARGS })
    : undefined;
  try {
    for (const one of CASES) await measure(one, folder, rounds, browser);
  } finally {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  { briefs, options, bytes, time }: Case,
  folder: string,
  rounds: number,
  browser: Browser | undefined,
): Promise<void> {
  const repo = makeReportRepository({ briefs, moves: 10 });
  const page = join(folder, `report-${briefs}.html`);
  try {
    const reportArgs = ['report', ...TODAY, ...options, '--out', page];
    const beside = (cache: readonly string[]): number => {
      const log = program('log', repo, ['log', '--json', ...cache]);
      const report = program('report', repo, [...reportArgs, ...cache]);
      const ratios = Array.from({ length: rounds + 1 }, () => {
        const floor = once(log);
        return once(report) / floor;
      });
      return median(ratios.slice(1));
    };
    const name = `report: ${briefs} briefs, ${briefs * 10} moves`;
    once(program('report', repo, reportArgs));
    const size = statSync(page).size;
    tell(`${name}: the page`, `${Math.round(size / 1000)} kB`, `${bytes / 1000} kB`);
    // As in CI, which has read nothing before; and as on Monday, when last week's is kept.
    tell(
      `${name}: beside log --json`,
      ratio(beside(['--no-cache']), 1),
      time === undefined ? undefined : `${time} x`,
    );
    tell(`${name}: beside log --json, with the cache`, ratio(beside([]), 1));
    if (browser === undefined) tell(`${name}: first paint`, 'no Chromium');
    else {
      const paints = await paintsOf(browser, folder, page, rounds);
      tell(`${name}: first paint beside an empty page`, ratio(paints.page, paints.empty), '3 x');
    }
  } finally {
    rmSync(repo, { recursive: true, force: true });
  }
}

function program(name: string, cwd: string, args: readonly string[]): Program {
  return { name, cwd, env: GIT_ENV, command: [process.execPath, PROGRAM, ...args] };
}

/** The medians of the first paint, in milliseconds. */
async function paintsOf(
  browser: Browser,
  folder: string,
  file: string,
  rounds: number,
): Promise<{ page: number; empty: number }> {
  const empty = join(folder, 'empty.html');
  writeFileSync(empty, '<!doctype html><title>empty</title><p>x</p>');
  const times: { page: number; empty: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    times.push({ empty: await firstPaint(browser, empty), page: await firstPaint(browser, file) });
  }
  const [, ...warm] = times;
  return { page: median(warm.map((run) => run.page)), empty: median(warm.map((run) => run.empty)) };
}

async function firstPaint(browser: Browser, file: string): Promise<number> {
  // What is read from the disk for the first time is not what is measured.
  readFileSync(file);
  const page = await browser.newPage();
  try {
    await page.goto(pathToFileURL(file).href);
    await page.waitForFunction(() => performance.getEntriesByName('first-paint').length > 0);
    return await page.evaluate(
      () => performance.getEntriesByName('first-paint')[0]?.startTime ?? Number.NaN,
    );
  } finally {
    await page.close();
  }
}
