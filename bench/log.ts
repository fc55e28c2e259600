/**
 * How quick `delegate log` is on long histories: against reading the patches, and against the floor,
 * which is git handing out the rows of change and the blobs with nobody looking at them.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ENV = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};
const PROGRAM = join(import.meta.dirname, '../bin/delegate.js');

interface Size {
  readonly commits: number;
  readonly briefs: number;
  /** One commit in so many touches a brief; the others touch something else. */
  readonly every: number;
}

function briefText(id: number, version: number): string {
  // Most edits are of the body; the frontmatter changes in one of three.
  const matter = Math.floor(version / 3);
  const filler = 'The pipeline was measured again, and this is what was found this time. ';
  return `---
id: b-${String(id).padStart(8, '0')}
title: Brief number ${id}
status: ${version > 2 ? 'accepted' : 'draft'}
delegator: Ana Novak <ana@example.com>
delegate: Bor Kos <bor@example.com>
approach: problem-solving
goal: Cut the median deployment of service ${id} from 40 to ${20 + (matter % 15)} minutes.
why: >
  Hotfixes wait 40 minutes, so teams batch risky releases.
scope:
  in: [The pipeline of service ${id}]
  out: [Build machines and other infrastructure]
quality:
  bar: good-enough
  criteria:
    - Deployment success rate stays at ${90 + (matter % 9)} % or better
guardrails:
  - No new paid services
  - Escalate a blocker the day it appears
timeline:
  due: 2026-06-${String(1 + (matter % 28)).padStart(2, '0')}
resources:
  - Two days a week
check-ins:
  every: 1 week
---
## Context

${filler.repeat(24)}

Version ${version}.
`;
}

/** Makes the repository: straight lines with a branch that is merged every twenty commits. */
function make({ commits, briefs, every }: Size): string {
  const folder = mkdtempSync(join(tmpdir(), 'delegate-bench-log-'));
  execFileSync('git', ['init', '-q', '-b', 'main', folder], { env: ENV });
  const versions = new Int32Array(briefs);
  const out: string[] = [];
  let state = 12345;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state % limit;
  };
  const change = (mark: number): string => {
    if (mark % every !== 0) {
      return `M 100644 inline src/${below(300)}.txt\ndata ${String(mark).length}\n${mark}\n`;
    }
    const id = mark / every <= briefs ? mark / every - 1 : below(briefs);
    const text = briefText(id, (versions[id] = (versions[id] as number) + 1));
    return `M 100644 inline briefs/${id % 20}/brief-${id}.md\ndata ${Buffer.byteLength(text)}\n${text}\n`;
  };
  const commit = (mark: number, parents: readonly number[], files: string): string => {
    const message = `change ${mark}`;
    const from = parents.map((parent, at) => `${at === 0 ? 'from' : 'merge'} :${parent}\n`);
    return `commit refs/heads/main\nmark :${mark}\ncommitter Ana <ana@example.com> ${1700000000 + mark * 600} +0000\ndata ${message.length}\n${message}\n${from.join('')}${files}\n`;
  };
  let main = 0;
  let mark = 1;
  while (mark <= commits) {
    const isBranch = main > 0 && mark % 20 === 0 && mark + 3 < commits;
    if (isBranch) {
      const fork = main;
      const side = change(mark);
      out.push(commit(mark, [fork], side));
      const mainline = change(mark + 1);
      out.push(commit(mark + 1, [fork], mainline));
      // The merge has what its second parent changed.
      out.push(commit(mark + 2, [mark + 1, mark], side));
      main = mark + 2;
      mark += 3;
    } else {
      out.push(commit(mark, main === 0 ? [] : [main], change(mark)));
      main = mark++;
    }
  }
  const stream = join(folder, '.git/bench-stream');
  writeFileSync(stream, out.join(''));
  spawnSync('sh', ['-c', `git fast-import --quiet < .git/bench-stream`], {
    cwd: folder,
    env: ENV,
  });
  rmSync(stream);
  execFileSync('git', ['reset', '-q', '--hard'], { cwd: folder, env: ENV });
  execFileSync('git', ['repack', '-adq'], { cwd: folder, env: ENV });
  return folder;
}

function seconds(command: string, cwd: string): number {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync('sh', ['-c', `${command} > /dev/null`], {
    cwd,
    env: ENV,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e9;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

/** The largest memory of the program, in MB. */
function peak(cwd: string): number {
  const file = join(tmpdir(), `delegate-bench-peak-${process.pid}`);
  const script = `process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(file)}, String(process.resourceUsage().maxRSS)))`;
  const preload = `${file}.cjs`;
  writeFileSync(preload, script);
  spawnSync(process.execPath, ['--require', preload, PROGRAM, 'log', '--json'], {
    cwd,
    env: ENV,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const kilobytes = existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN;
  rmSync(file, { force: true });
  rmSync(preload, { force: true });
  return Math.round(kilobytes / 1024);
}

const LOG = `${process.execPath} ${PROGRAM} log --json`;
const PATCHES = 'git log -p -- briefs';
const FLOOR = [
  'git log --full-history --raw -z --no-abbrev --no-renames -c --format= -- briefs > .git/rows',
  "tr '\\0' '\\n' < .git/rows | grep -a '^:' | awk '{print $4}' | sort -u > .git/ids",
  'git cat-file --batch --buffer < .git/ids',
].join(' && ');

/** Measures and prints; the sizes come from the issue, smaller ones from `BENCH_LOG`. */
export function benchLog(): void {
  const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5);
  const scale = Number(process.env['BENCH_LOG'] ?? 1);
  const sizes: Size[] = [
    { commits: 10_000 * scale, briefs: 1000 * scale, every: 1 },
    { commits: 100_000 * scale, briefs: 1000 * scale, every: 20 },
  ];
  const growth: Size[] = [
    { commits: 2500 * scale, briefs: 1000 * scale, every: 1 },
    { commits: 5000 * scale, briefs: 1000 * scale, every: 1 },
    { commits: 10_000 * scale, briefs: 100 * scale, every: 1 },
  ];
  mkdirSync(tmpdir(), { recursive: true });
  for (const size of [...sizes, ...growth]) {
    const folder = make(size);
    try {
      const full = sizes.includes(size);
      const runs = Array.from({ length: full ? rounds : 3 }, () => ({
        log: seconds(LOG, folder),
        patches: seconds(PATCHES, folder),
        floor: seconds(FLOOR, folder),
      }));
      const log = median(runs.map((run) => run.log));
      const patches = median(runs.map((run) => run.log / run.patches));
      const floor = median(runs.map((run) => run.log / run.floor));
      const name = `log: ${size.commits} commits, ${size.briefs} briefs, one in ${size.every}`;
      console.log(
        `${name}: ${log.toFixed(2)} s; ${patches.toFixed(2)} of git log -p; ${floor.toFixed(2)} of the bare reading; ${peak(folder)} MB`,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
