/** A real disk that is full, at each point at which it can be: a small one is mounted, where we may. */
import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { expectWhole, fileAt, withoutId } from '../support/after-fault.ts';
import { copyOf, runProgram, tempFolder, tempRepo } from '../support/index.ts';
import type { WritingCommand } from '../support/life-commands.ts';
import { BRIEF_PATH, NEW_PATH, WRITING_COMMANDS } from '../support/life-commands.ts';
import { LONG } from '../support/size.ts';

const SIZE = 1024 * 1024;
const mounted: string[] = [];

function mountDisk(): string | undefined {
  const folder = tempFolder();
  const args = ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder];
  if (spawnSync('mount', args, { stdio: 'ignore' }).status !== 0) return undefined;
  mounted.push(folder);
  return folder;
}

function unmountAll(): void {
  for (const folder of mounted.splice(0)) execFileSync('umount', [folder], { stdio: 'ignore' });
}

afterEach(unmountAll);

const canMount = mountDisk() !== undefined;
unmountAll();

/** Takes all space of a disk but for so many pages. */
function fill(folder: string, pages: number): void {
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(join(folder, 'filler'), Buffer.alloc(Math.max(0, (bavail - pages) * bsize), 1));
}

const SHORT: readonly string[] = ['check-in', 'new'];
const PAGES = LONG ? Array.from({ length: 24 }, (_, pages) => pages) : [0, 1, 3, 4, 6];
const commands: [string, WritingCommand][] = Object.entries(WRITING_COMMANDS);

test.skipIf(!canMount).each(commands.filter(([name]) => LONG || SHORT.includes(name)))(
  '%s, where the disk is full',
  async (name, { args, before, commits }) => {
    const path = name === 'new' ? NEW_PATH : BRIEF_PATH;
    const start = tempRepo({ [BRIEF_PATH]: before, '.gitignore': 'filler\n' });
    const whole = copyOf(start);
    expect((await runProgram(args, { cwd: whole })).status).toBe(0);
    const was = withoutId(fileAt(start, path));
    const after = withoutId(fileAt(whole, path));
    const statuses = new Set<number>();
    for (const pages of PAGES) {
      const repo = mountDisk() as string;
      execFileSync('cp', ['-a', `${start}/.`, repo]);
      fill(repo, pages);
      const ran = await runProgram(args, { cwd: repo });
      // Git needs some to look.
      rmSync(join(repo, 'filler'));
      expectWhole(repo, ran, { path, was, after, commits }, `${pages} pages left`);
      expect.soft(ran.err).not.toContain('another git');
      statuses.add(ran.status);
      unmountAll();
    }
    expect(statuses).toContain(2);
    if (LONG) expect(statuses).toContain(0);
  },
);
