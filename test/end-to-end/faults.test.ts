/**
 * The file system fails under a command, at any of its calls: the brief is as it was or as it was to be,
 * what is told is so, and nothing is left lying about.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { expectWhole, fileAt, withoutId } from '../support/after-fault.ts';
import { copyOf, runProgram, tempFolder, tempRepo } from '../support/index.ts';
import type { WritingCommand } from '../support/life-commands.ts';
import { BRIEF_PATH, NEW_PATH, WRITING_COMMANDS } from '../support/life-commands.ts';
import { LONG } from '../support/size.ts';

const PRELOAD = pathToFileURL(join(import.meta.dirname, '../support/fault-at.mjs')).href;
const SHORT: readonly string[] = ['check-in', 'new'];
const CODES = LONG ? ['EIO', 'EACCES', 'ENOSPC', 'EMFILE'] : ['EIO'];

/** Every call, or a few that matter. */
function chosen(calls: readonly string[]): number[] {
  const all = calls.map((_, at) => at);
  if (LONG) return all;
  const last = (name: string): number => calls.lastIndexOf(name);
  return [last('closeSync'), last('writeSync'), last('renameSync'), last('linkSync')].filter(
    (at) => at >= 0,
  );
}

const commands: [string, WritingCommand][] = Object.entries(WRITING_COMMANDS);

test.each(commands.filter(([name]) => LONG || SHORT.includes(name)))(
  '%s, where the file system fails',
  async (name, { args, before, commits }) => {
    const path = name === 'new' ? NEW_PATH : BRIEF_PATH;
    const start = tempRepo({ [BRIEF_PATH]: before });
    const whole = copyOf(start);
    const counted = join(tempFolder(), 'calls');
    const options = `--import=${PRELOAD}`;
    const done = await runProgram(args, {
      cwd: whole,
      env: { NODE_OPTIONS: options, FAULT_CALLS: counted },
    });
    expect(done.status, done.err).toBe(0);
    const was = withoutId(fileAt(start, path));
    const after = withoutId(fileAt(whole, path));
    expect(after).not.toBe(was);
    const calls = readFileSync(counted, 'utf8').split('\n');
    for (const code of CODES) {
      for (const at of chosen(calls)) {
        const repo = copyOf(start);
        const env = { NODE_OPTIONS: options, FAULT_AT: String(at), FAULT_CODE: code };
        const ran = await runProgram(args, { cwd: repo, env });
        expectWhole(repo, ran, { path, was, after, commits }, `${code} at ${at}, ${calls[at]}`);
      }
    }
  },
);
