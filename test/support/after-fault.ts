/** What holds after whatever has gone wrong under a command that writes a brief. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Ran } from './program.ts';
import { git } from './repository.ts';

/** A file of a repository as it is; empty when there is none. */
export function fileAt(repo: string, path: string): string {
  return existsSync(join(repo, path)) ? readFileSync(join(repo, path), 'utf8') : '';
}

/** A file as the last commit has it; empty when it has none. */
export function committedAt(repo: string, path: string): string {
  try {
    return `${git(repo, 'show', `HEAD:${path}`)}\n`;
  } catch {
    return '';
  }
}

/** A brief without its id, which is made anew each time. */
export function withoutId(text: string): string {
  return text.replace(/^id: b-.*$/m, 'id: b-');
}

/** What a command makes of its brief, where nothing goes wrong. */
export interface Intended {
  readonly path: string;
  readonly was: string;
  readonly after: string;
  /** It is told by a commit. */
  readonly commits: boolean;
}

/** The brief is as it was or as it was to be, what is told is so, and nothing is left lying about. */
export function expectWhole(repo: string, ran: Ran, intended: Intended, fault: string): void {
  const { path, was, after, commits } = intended;
  const { status, err, out } = ran;
  const where = `${fault}: status ${status}, ${err}${out}`;
  expect.soft(commits ? [0, 2] : [0, 1, 2], where).toContain(status);
  expect.soft(`${err}${out}`, where).not.toMatch(/should not|^ {4}at /m);
  const [file, committed] = [fileAt(repo, path), committedAt(repo, path)].map(withoutId);
  expect.soft([was, after], where).toContain(file);
  if (status === 0) expect.soft(commits ? committed : file, where).toBe(after);
  if (status === 2) {
    expect.soft([was, file], where).toContain(committed);
    if (file === was) expect.soft(err, where).not.toContain('is kept');
    else expect.soft(err, where).toMatch(/kept|committed/);
  }
  const others = git(repo, 'status', '--porcelain', '-uall')
    .split('\n')
    .filter((line) => line !== '' && !line.endsWith(` ${path}`));
  expect.soft(others, where).toEqual([]);
  expect.soft(git(repo, 'diff', '--cached', '--name-only'), where).toBe('');
}
