/** Repositories with long histories of briefs, to measure the log on. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seal } from '../src/brief/canonical.ts';
import { readBrief } from '../src/brief/read.ts';

export const ENV = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

export interface Size {
  readonly commits: number;
  readonly briefs: number;
  /** One commit in so many touches a brief; the others touch something else. */
  readonly every: number;
  /** How long a brief is, about. */
  readonly bytes: number;
}

const FILLER = 'The pipeline was measured again, and this is what was found this time. ';

/**
 * A brief in one of its versions: a draft, then accepted; from then on most edits are of the body, and
 * one of three moves a criterion and records it.
 */
function briefText(id: number, version: number, bytes: number): string {
  const moves = version < 2 ? 0 : Math.floor((version - 2) / 3);
  const matter = (move: number): string => `approach: problem-solving
goal: Cut the median deployment of service ${id} from 40 to ${20 + (move % 15)} minutes.
why: >
  Hotfixes wait 40 minutes, so teams batch risky releases.
scope:
  in: [The pipeline of service ${id}]
  out: [Build machines and other infrastructure]
quality:
  bar: good-enough
  criteria:
    - Deployment success rate stays at ${90 + (move % 9)} % or better
guardrails:
  - No new paid services
  - Escalate a blocker the day it appears
timeline:
  due: 2026-06-${String(1 + (move % 28)).padStart(2, '0')}
resources:
  - Two days a week
check-ins:
  every: 1 week
`;
  const sealAt = (move: number): string => seal(readBrief(`---\n${matter(move)}---\n`).values);
  const agreement = `agreement:
  date: 2026-04-03
  by: Bor Kos <bor@example.com>
  backbrief: I own the wait for a deployment.
  criteria: ${sealAt(0)}
`;
  const record = (
    move: number,
  ): string => `  - date: 2026-05-${String(1 + (move % 28)).padStart(2, '0')}
    fields: [goal, quality.criteria, timeline.due]
    reason: We know more than when we began, move ${move}.
    agreed-by: Bor Kos <bor@example.com>
    criteria: ${sealAt(move)}
`;
  const records = Array.from({ length: moves }, (_, index) => record(index + 1)).join('');
  return `---
id: b-${String(id).padStart(8, '0')}
title: Brief number ${id}
status: ${version < 2 ? 'draft' : 'accepted'}
delegator: Ana Novak <ana@example.com>
delegate: Bor Kos <bor@example.com>
${matter(moves)}${version < 2 ? '' : agreement}${moves === 0 ? '' : `changes:\n${records}`}---
## Context

${FILLER.repeat(Math.max(1, Math.round((bytes - 700) / FILLER.length)))}

Version ${version}.
`;
}

/** Makes the repository: straight lines with a branch that is merged every twenty commits. */
export function makeHistory({ commits, briefs, every, bytes }: Size): string {
  mkdirSync(tmpdir(), { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'delegate-bench-log-'));
  execFileSync('git', ['init', '-q', '-b', 'main', folder], { env: ENV });
  const versions = new Int32Array(briefs);
  const out: string[] = [];
  let state = 12345;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % limit;
  };
  const change = (mark: number): string => {
    if (mark % every !== 0) {
      return `M 100644 inline src/${below(300)}.txt\ndata ${String(mark).length}\n${mark}\n`;
    }
    const id = mark / every <= briefs ? mark / every - 1 : below(briefs);
    const text = briefText(id, (versions[id] = (versions[id] as number) + 1), bytes);
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
  importStream(folder, out);
  execFileSync('git', ['repack', '-adq'], { cwd: folder, env: ENV });
  return folder;
}

function importStream(folder: string, lines: readonly string[]): void {
  const stream = join(folder, '.git/bench-stream');
  writeFileSync(stream, lines.join(''));
  spawnSync('sh', ['-c', 'git fast-import --quiet < .git/bench-stream'], { cwd: folder, env: ENV });
  rmSync(stream);
  execFileSync('git', ['reset', '-q', '--hard'], { cwd: folder, env: ENV });
}

/** One brief with so many revisions, each of which moves a criterion: in silence, or with a record. */
export function makeRestless(revisions: number, isRecorded: boolean): string {
  mkdirSync(tmpdir(), { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'delegate-bench-log-'));
  execFileSync('git', ['init', '-q', '-b', 'main', folder], { env: ENV });
  const head = 'id: b-00000001\ntitle: One\nstatus: accepted\nwhy: x\n';
  const goalAt = (move: number): string => `goal: Ship version ${move} of it\n`;
  const records: string[] = [];
  const out: string[] = [];
  for (let move = 0; move < revisions; move++) {
    const own = seal(readBrief(`---\n${goalAt(move)}---\n`).values);
    // The file may be no longer than 1 MiB.
    if (isRecorded && move > 0) {
      records.push(`  - fields: [goal]\n    reason: r${move}\n    criteria: ${own}\n`);
    }
    const changes = records.length === 0 ? '' : `changes:\n${records.join('')}`;
    const text = `---\n${head}${goalAt(move)}${changes}---\n`;
    const from = move === 0 ? '' : `from :${move}\n`;
    out.push(
      `commit refs/heads/main\nmark :${move + 1}\ncommitter Ana <ana@example.com> ${1700000000 + move * 60} +0000\ndata 1\nx\n${from}M 100644 inline briefs/one.md\ndata ${Buffer.byteLength(text)}\n${text}\n`,
    );
  }
  importStream(folder, out);
  return folder;
}
