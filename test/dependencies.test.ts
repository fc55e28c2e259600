/** CONTRIBUTING says of every package what it is for, why it is this one, and what it costs. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  GOOD_BRIEF,
  PACKAGE,
  buildOnce,
  runProgram,
  tempFolder,
  tempRepo,
  write,
} from './support/index.ts';

function read(file: string): string {
  return readFileSync(join(PACKAGE, file), 'utf8');
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const checks = JSON.parse(read('checks/package.json')) as Manifest;
const versions = {
  ...manifest.dependencies,
  ...manifest.devDependencies,
  ...checks.devDependencies,
};

test('the table of dependencies has every package, and no other', () => {
  const [, section = ''] = read('CONTRIBUTING.md').split('\n## Dependencies\n');
  const [table = ''] = section.split('\n## ');
  const rows = [...table.matchAll(/^\| `([^`]+)` +\|([^|]*)\|([^|]*)\|([^|]*)\|$/gm)];
  expect(rows.map(([, name]) => name)).toEqual(Object.keys(versions).toSorted());
  for (const [row, , use = '', , cost = ''] of rows) {
    expect([row, use.trim() !== '', cost.trim() !== '']).toEqual([row, true, true]);
  }
});

test('every version is pinned', () => {
  for (const [name, version] of Object.entries(versions)) {
    expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
  }
});

test('simple-git is loaded to write, and for nothing else', async () => {
  const cwd = tempRepo({ 'briefs/x.md': GOOD_BRIEF });
  buildOnce();
  const [file = '', ...others] = readdirSync(join(PACKAGE, 'dist')).filter(
    (name) => name.endsWith('.cjs') && read(`dist/${name}`).includes('exports.simpleGit='),
  );
  expect([file, others]).toEqual([expect.stringContaining('.cjs'), []]);
  const folder = tempFolder();
  write(
    folder,
    'tell.cjs',
    "process.on('exit', () => console.error(Object.keys(require.cache).join(' ')));",
  );
  const loads = async (...args: string[]): Promise<boolean> => {
    const env = { NODE_OPTIONS: `--require "${join(folder, 'tell.cjs')}"` };
    const { err } = await runProgram(args, { cwd, env });
    expect(err).toContain('start.cjs');
    return err.includes(file);
  };
  for (const command of ['--version', 'lint', 'list', 'log', 'health']) {
    expect([command, await loads(command)]).toEqual([command, false]);
  }
  const checkIn = ['check-in', 'b-7k3f9q2m', '--state', 'on-track', '--note', 'fine'];
  expect(await loads(...checkIn, '--today', '2026-04-12')).toBe(true);
});

test('the licence of everything in the bundle is handed on with it', () => {
  buildOnce();
  const parts = read('dist/LICENSES.txt').split(/^-{72}$/m);
  const named = parts.flatMap((part) => part.match(/^\S+ \d+\.\d+\.\d+ \([\w.-]+\)$/gm) ?? []);
  expect(named.length).toBeGreaterThan(30);
  // Those that have the same words stand above them together.
  for (const part of parts) {
    expect(part.trim()).toMatch(/^(?:\S+ \d+\.\d+\.\d+ \([\w.-]+\)\n(?:.+\n)*\n)+\S[^]{200}/);
  }
  expect(parts.join('')).toMatch(/^signal-exit .*\n[^]*Permission to use, copy, modify/m);
});
