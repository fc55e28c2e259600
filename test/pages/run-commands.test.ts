/**
 * Every command that a page shows in a block of a shell or a workflow is run as it stands there, page by
 * page and in order, in a copy of the demo's repository. Those in a block of a console were run when the
 * page was made (`npm run pages:check`).
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { PACKAGE, TEST_ENV, buildOnce, copyOf, git, tempFolder } from '../support/index.ts';
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

/** Runs a command by a shell in a folder of such a world. */
function run(root: string, folder: string, command: string) {
  const path = `${join(root, 'tools')}:${TEST_ENV['PATH']}`;
  return spawnSync('bash', ['-c', command], {
    cwd: join(root, folder),
    env: { ...TEST_ENV, HOME: join(root, 'home'), BASE: 'main', PATH: path },
    encoding: 'utf8',
  });
}

describe.each(pages)('%s', (page) => {
  const commands = inShells.filter((shown) => shown.page === page);
  let copy: string;
  beforeAll(() => {
    copy = copyOf(world);
  });

  test.each(commands)('$whole', ({ whole }) => {
    let command = whole;
    for (const [name, value] of STANDS_FOR) command = command.replace(name, value);
    const { status, stdout, stderr } = run(copy, 'clone', command);
    const said = `${stdout}${stderr}`;
    // It asks in a terminal.
    if (/delegate(?: -C \S+)? new$/.test(command)) {
      expect(status).toBe(2);
      expect(stderr).toContain('in a terminal to be asked');
      return;
    }
    expect(status, said).toBeLessThan(2);
    expect(stderr).not.toMatch(/^delegate: .*(?:cannot|unknown|no such)/m);
  });
});
