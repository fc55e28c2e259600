/** The manual pages: the package has one of each command, and man reads what the help says. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { COMMANDS } from '../src/commands/table.ts';
import { PACKAGE, buildOnce, runDelegate } from './support/index.ts';
import { LONG } from './support/size.ts';

const files = readdirSync(join(PACKAGE, 'man')).toSorted();
const shown = COMMANDS.filter(({ hidden }) => hidden !== true).map(({ name }) => name);
const hasMan = spawnSync('man', ['--version']).status === 0;
const withMan = hasMan ? 'man reads each page' : 'man reads each page (skipped: there is no man)';

test('the package has a page of each command, and names them all', () => {
  const { man } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as {
    man: string[];
  };
  const wanted = ['delegate.1', ...shown.map((name) => `delegate-${name}.1`)].toSorted();
  expect(files).toEqual(wanted);
  expect(man.toSorted()).toEqual(wanted.map((name) => `dist/man/${name}.gz`).toSorted());
});

test('the build packs each of them', () => {
  buildOnce();
  for (const name of files) {
    const page = gunzipSync(readFileSync(join(PACKAGE, 'dist/man', `${name}.gz`))).toString();
    expect(page).toContain(`.TH ${name.replace('.1', '').replaceAll('-', '\\-').toUpperCase()} 1 `);
  }
});

function read(name: string): string {
  const env = { ...process.env, MANWIDTH: '500', MANPAGER: 'cat', LC_ALL: 'C.UTF-8' };
  const args = ['--warnings', '-l', join(PACKAGE, 'man', name)];
  const { stdout, stderr, status } = spawnSync('man', args, { env, encoding: 'utf8' });
  expect([name, status, stderr]).toEqual([name, 0, '']);
  // Without what a terminal would make bold.
  return stdout.replaceAll(/.\u0008/g, '');
}

test.skipIf(!hasMan)(withMan, async () => {
  // What a page says is made from the help: every fourth, or all.
  for (const name of shown.filter((_, at) => LONG || at % 4 === 0)) {
    const page = read(`delegate-${name}.1`);
    // oxlint-disable-next-line no-await-in-loop -- each page with its help
    const { out } = await runDelegate([name, '--help'], {});
    const options = [...out.matchAll(/^ {2}(-.*?)(?: {2,}|$)/gm)].map(([, flags]) => flags);
    const lines = page.split('\n').map((line) => line.trim());
    const missing = options.filter((flags) => !lines.some((line) => line.startsWith(flags ?? '')));
    expect([name, missing]).toEqual([name, []]);
    for (const [example] of out.matchAll(/^ {2}delegate .*$/gm)) {
      expect(lines).toContain(example.trim());
    }
  }
});

test.skipIf(!hasMan)('the page of the program leads to all others', () => {
  const page = read('delegate.1');
  for (const name of shown) expect(page).toContain(`delegate-${name}(1)`);
});

test.skipIf(spawnSync('lexgrog', ['--version']).status !== 0)('whatis knows them', () => {
  const paths = files.map((name) => join(PACKAGE, 'man', name));
  const known = execFileSync('lexgrog', paths, { encoding: 'utf8' });
  expect(known.trim().split('\n')).toHaveLength(files.length);
  expect(known).not.toContain('parse failed');
});
