/** Real git repositories for tests, in temporary folders. */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What git and the program see of the machine: no settings of the user's, fixed dates. */
export const TEST_ENV: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '/usr/bin:/bin',
  HOME: join(tmpdir(), 'no-such-home'),
  TZ: 'UTC',
  LC_ALL: 'C.UTF-8',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_AUTHOR_DATE: '2026-04-03T10:00:00+00:00',
  GIT_COMMITTER_DATE: '2026-04-03T10:00:00+00:00',
};

/** An empty folder that is no repository (and in none). */
export function tempFolder(): string {
  return realpathSync.native(mkdtempSync(join(tmpdir(), 'delegate-test-')));
}

/** A copy of a folder, of a repository for instance: one made once serves several tests. */
export function copyOf(folder: string): string {
  const copy = tempFolder();
  copyInto(folder, copy);
  return copy;
}

/** Copies what a folder holds; for many small files quicker than `cpSync`, which asks more. */
function copyInto(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      mkdirSync(target);
      copyInto(source, target);
    } else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else copyFileSync(source, target);
  }
}

/** What was made before, by what it was made of: a copy is quicker than a git. */
const originals = new Map<string, string>();

/**
 * A new repository with the branch `main` and no commit. Its person is Ana Novak <ana@example.com>.
 *
 * @param files Files to write (path: text); they are committed when there are any.
 * @returns Its folder.
 */
export function tempRepo(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const key = JSON.stringify(files);
  let original = originals.get(key);
  if (original === undefined) {
    original = key === '{}' ? tempFolder() : tempRepo();
    originals.set(key, original);
    if (key === '{}') initRepo(original);
    for (const [path, text] of Object.entries(files)) write(original, path, text);
    if (Object.keys(files).length > 0) commitAll(original, 'start');
  }
  return copyOf(original);
}

/** Makes a repository of a folder, as `tempRepo` does. */
export function initRepo(folder: string): void {
  git(folder, 'init', '-q', '-b', 'main', '--template=');
  appendFileSync(
    join(folder, '.git/config'),
    '[user]\n\tname = Ana Novak\n\temail = ana@example.com\n[gc]\n\tauto = 0\n[maintenance]\n\tauto = false\n',
  );
}

/** Runs git and returns its standard output without the last line end; throws when it fails. */
export function git(repo: string, ...args: string[]): string {
  return gitWith({}, repo, ...args);
}

/** As `git`, with more variables in its environment. */
export function gitWith(env: Record<string, string>, repo: string, ...args: string[]): string {
  return run('git', args, repo, env);
}

function run(file: string, args: string[], cwd: string, env: Record<string, string>): string {
  return execFileSync(file, args, {
    cwd,
    env: { ...TEST_ENV, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  }).replace(/\n$/, '');
}

/** Writes a file, with the folders it needs. */
export function write(repo: string, path: string, text: string | Uint8Array): void {
  const file = join(repo, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

interface CommitOptions {
  /** `2026-05-10`, or with a time; for author and committer. */
  readonly date?: string;
  /** `Name <email>`, for author and committer. */
  readonly author?: string;
}

/** Commits everything in the work tree (also when nothing changed) and returns the commit's id. */
export function commitAll(repo: string, message: string, options: CommitOptions = {}): string {
  const env: Record<string, string> = {};
  if (options.date !== undefined) {
    const date = options.date.includes('T') ? options.date : `${options.date}T12:00:00+00:00`;
    env['GIT_AUTHOR_DATE'] = date;
    env['GIT_COMMITTER_DATE'] = date;
  }
  const person = options.author?.match(/^(.*?) *<(.*)>$/);
  if (person) {
    env['GIT_AUTHOR_NAME'] = env['GIT_COMMITTER_NAME'] = person[1] as string;
    env['GIT_AUTHOR_EMAIL'] = env['GIT_COMMITTER_EMAIL'] = person[2] as string;
  }
  // One process of the tests' own, which are large, for the two of git.
  run('sh', ['-c', ADD_AND_COMMIT, 'sh', message], repo, env);
  return headOf(repo);
}

/** A commit that is made of nothing but this. */
export interface MadeCommit extends Required<CommitOptions> {
  readonly message: string;
  readonly path: string;
  readonly text: string;
}

/** Commits one file after the other, all by one git: for a long history. */
export function importCommits(repo: string, commits: readonly MadeCommit[]): void {
  const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const hasCommit = existsSync(join(repo, '.git/refs/heads/main'));
  const parts = commits.map(({ date, author, message, path, text }, at) => {
    const seconds = Date.parse(`${date}T12:00:00Z`) / 1000;
    const from = at === 0 && hasCommit ? 'from refs/heads/main^0\n' : '';
    return `commit refs/heads/main\nauthor ${author} ${seconds} +0000\ncommitter ${author} ${seconds} +0000\n${data(message)}${from}M 100644 inline ${path}\n${data(text)}\n`;
  });
  const options = { cwd: repo, env: TEST_ENV, input: parts.join('') };
  execFileSync('git', ['fast-import', '--quiet'], options);
  git(repo, 'reset', '-q', '--hard');
}

const ADD_AND_COMMIT = 'git add -A && exec git commit -q --allow-empty --no-verify -m "$1"';

/** The commit that is checked out, from git's files where they have it: it is asked for often. */
function headOf(repo: string): string {
  try {
    const head = readFileSync(join(repo, '.git/HEAD'), 'utf8').trim();
    if (!head.startsWith('ref: ')) return head;
    return readFileSync(join(repo, '.git', head.slice('ref: '.length)), 'utf8').trim();
  } catch {
    return git(repo, 'rev-parse', 'HEAD');
  }
}
