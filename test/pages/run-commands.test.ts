/**
 * Every command that a page shows in a block of a shell or a workflow is run as it stands there, page by
 * page and in order, in a copy of the demo's repository. Those in a block of a console were run when the
 * page was made (`npm run pages:check`).
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Ran } from '../support/index.ts';
import {
  PACKAGE,
  TEST_ENV,
  buildOnce,
  copyOf,
  git,
  runDelegate,
  tempFolder,
} from '../support/index.ts';
import { LONG } from '../support/size.ts';
import { shownCommands } from './shown-commands.ts';

const inShells = shownCommands().filter(({ block }) => block !== 'console');
const pages = [...new Set(inShells.map(({ page }) => page))];

/** A name that stands for a brief, a day or a person. */
const STANDS_FOR: readonly (readonly [RegExp, string])[] = [
  [/\bBRIEF\b/g, 'b-4tq8m2wd'],
  [/\bDATE\b/g, '2026-05-31'],
  [/\bWHO\b/g, 'bor@example.com'],
];

let world: string;

/** What a page takes for granted on the machine: npm, a browser, a mail program. */
function writeTools(folder: string): void {
  const tool = (name: string, text: string): void => {
    const file = join(folder, name);
    writeFileSync(file, `#!/bin/sh\n${text}\n`);
    chmodSync(file, 0o755);
  };
  mkdirSync(folder);
  tool('delegate', `exec "${process.execPath}" "${join(PACKAGE, 'bin/delegate.js')}" "$@"`);
  // The package is here already.
  tool('npx', 'while [ "$1" != delegate ]; do shift; done\nshift\nexec delegate "$@"');
  for (const silent of ['npm', 'xdg-open', 'open']) tool(silent, 'exit 0');
  tool('mail', 'cat > /dev/null');
}

beforeAll(() => {
  buildOnce();
  world = tempFolder();
  writeTools(join(world, 'tools'));
  const demo = join(world, 'clone');
  run(world, '.', 'delegate demo clone --today 2026-05-04');
  git(demo, 'tag', 'v1.2', 'HEAD~3');
  git(demo, 'update-ref', 'refs/remotes/origin/main', 'HEAD~3');
  for (const name of ['platform', 'hiring']) {
    cpSync(demo, join(world, 'home/work', name), { recursive: true });
  }
  cpSync(demo, join(world, 'your-repository'), { recursive: true });
  // Lines that another repository's CI kept.
  for (const name of ['hiring', 'theirs']) {
    run(world, 'clone', `delegate report --format jsonl --out ${name}.jsonl`);
  }
});

/** What the machine of such a world is like. */
const envOf = (root: string): Record<string, string> => ({
  HOME: join(root, 'home'),
  BASE: 'main',
  PATH: `${join(root, 'tools')}:${TEST_ENV['PATH']}`,
});

/** Runs a command by a shell in a folder of such a world. */
function run(root: string, folder: string, command: string): Ran {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
    cwd: join(root, folder),
    env: { ...TEST_ENV, ...envOf(root) },
    encoding: 'utf8',
  });
  return { status: status ?? 1, out: stdout, err: stderr };
}

/** A command in which a shell does no more than to part the words. */
const PLAIN =
  /^(?:npx (?:--\S+ |delegate-briefs )*)?delegate((?: +(?:[\w./~:=@-]+|"[\w ./-]*"))*)(?: +#.*)?$/;

/** The words behind `delegate`, where no shell is needed for them. */
function plainWords(command: string, home: string): string[] | undefined {
  const line = PLAIN.exec(command)?.[1];
  if (line === undefined) return undefined;
  const words = [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
  return words.map((word) => word.replace(/^~(?=\/)/, home));
}

/** Runs it in this process where it can be. */
async function runShown(root: string, folder: string, command: string): Promise<Ran> {
  const words = plainWords(command, join(root, 'home'));
  // A browser is opened by what is found on the PATH of the process.
  if (LONG || words === undefined || words.includes('--open')) return run(root, folder, command);
  return runDelegate(words, {
    cwd: join(root, folder),
    env: envOf(root),
    host: { now: () => new Date() },
  });
}

describe.each(pages)('%s', (page) => {
  const commands = inShells.filter((shown) => shown.page === page);
  let copy: string;
  beforeAll(() => {
    copy = copyOf(world);
  });

  test.each(commands)('$whole', async ({ whole }) => {
    let command = whole;
    for (const [name, value] of STANDS_FOR) command = command.replace(name, value);
    const { status, out, err } = await runShown(copy, 'clone', command);
    const said = `${out}${err}`;
    // It asks in a terminal.
    if (/delegate(?: -C \S+)? new$/.test(command)) {
      expect(status).toBe(2);
      expect(err).toContain('in a terminal to be asked');
      return;
    }
    expect(status, said).toBeLessThan(2);
    expect(err).not.toMatch(/^delegate: .*(?:cannot|unknown|no such)/m);
  });
});
