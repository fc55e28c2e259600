/** What a stranger's pull request may hold: each is told in plain words, and the rest is still checked. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  GOOD_BRIEF,
  PACKAGE,
  TEST_ENV,
  buildOnce,
  draftBrief,
  runDelegate,
  runProgram,
  tempFolder,
  tempRepo,
  write,
} from '../support/index.ts';

interface Told {
  readonly findings: readonly { rule: string; level: string; message: string; path: string }[];
  readonly counts: { readonly files: number };
}

/** Adds a brief that lacks its why, to see that it is still checked. */
const WITNESS = draftBrief('Witness', 'b-00000wtn').replace(/^why:.*\n/m, '');

async function lint(repo: string): Promise<Told & { seconds: number }> {
  write(repo, 'briefs/zz-witness.md', WITNESS);
  const start = performance.now();
  const { status, out, err } = await runDelegate(['lint', '--format', 'json'], { cwd: repo });
  const seconds = (performance.now() - start) / 1000;
  expect(err).not.toContain('should not');
  expect(status).toBe(1);
  const told = JSON.parse(out) as Told;
  expect(told.findings.filter(({ path }) => path === 'briefs/zz-witness.md')).toContainEqual(
    expect.objectContaining({ rule: 'missing-why' }),
  );
  return { ...told, seconds };
}

async function errorsOf(repo: string, path = 'briefs/x.md'): Promise<string[]> {
  const { findings, seconds } = await lint(repo);
  expect(seconds).toBeLessThan(10);
  const found = findings.filter((one) => one.path === path && one.level === 'error');
  return found.map(({ rule, message }) => `${rule}: ${message}`);
}

const matter = (yaml: string): string => `---\n${yaml}\n---\nbody\n`;
const MIB = 1024 * 1024;
const keys = (count: number): string =>
  Array.from({ length: count }, (_, at) => `key${at}: value`).join('\n');
const nested = (depth: number): string =>
  Array.from({ length: depth }, (_, at) => `${' '.repeat(at)}k:`).join('\n');
const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefghi'
    .split('')
    .map((name, at) => `${name}: &${name} [${`*${'abcdefgh'[at]}, `.repeat(9).slice(0, -2)}]`),
].join('\n');

const TEXTS: [string, string | Uint8Array, RegExp][] = [
  ['ten thousand keys', matter(keys(10_000)), /missing-goal/],
  ['nesting a thousand deep', matter(nested(1000)), /frontmatter: .*larger than 256 KiB/],
  ['nesting 300 deep', matter(nested(300)), /frontmatter: .*nested/],
  ['a MiB of YAML errors', matter(`goal: [${'[a]('.repeat(200_000)}`), /larger than 256 KiB/],
  ['many YAML errors', matter(`goal: [${'[a]('.repeat(20_000)}`), /frontmatter/],
  ['flow nesting ten thousand deep', matter(`goal: ${'['.repeat(10_000)}`), /frontmatter/],
  ['an alias bomb', matter(bomb), /frontmatter: .*alias/],
  ['a merge key', matter('x-a: &a {b: c}\nx-d:\n  <<: *a'), /frontmatter: .*merge keys/],
  ['a tag', matter('goal: !!js/function "x"'), /frontmatter: .*tag/],
  ['a doubled key', matter('goal: a\ngoal: b'), /frontmatter: .*second time/],
  ['1 MiB of one line', matter(`goal: ${'x'.repeat(MIB - 40)}`), /missing-why/],
  ['1 MiB of one line of blanks', matter(`goal: x${' '.repeat(MIB - 50)}y`), /missing-why/],
  ['1 MiB of blank lines', `---\ngoal: x\n---\n${'\n'.repeat(MIB - 40)}`, /missing-why/],
  ['1 MiB of opening comments', `---\ngoal: x\n---\n${'<!-- '.repeat(200_000)}`, /missing-why/],
  ['1 MiB of dashes', `---\ngoal: x\n---\n${'- '.repeat(500_000)}`, /missing-why/],
  ['1 MiB of frontmatter', matter(`x-a: |\n${'  line\n'.repeat(140_000)}`), /missing-why/],
  ['a goal of half a MiB of words', matter(`goal: ${'if possible some '.repeat(30_000)}`), /why/],
  ['more than 1 MiB', 'x'.repeat(MIB + 1), /frontmatter: the file is larger than 1 MiB/],
  ['invalid UTF-8', Uint8Array.of(0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe), /frontmatter: .*not UTF-8/],
  ['UTF-16', Buffer.from(`\ufeff${GOOD_BRIEF}`, 'utf16le'), /frontmatter: .*UTF-8/],
  ['NUL bytes', matter('goal: a\u0000b'), /missing-why.*frontmatter: .*NUL/s],
  ['NUL bytes in the narrative', `---\ngoal: x\n---\na\u0000b\n`, /frontmatter: .*NUL/],
  ['---js', '---js\nmodule.exports = process.exit(7)\n---\n', /frontmatter: .*only YAML is read/],
  ['---json', '---json\n{"goal": "x"}\n---\n', /frontmatter: .*only YAML is read/],
  ['an empty file', '', /frontmatter: the file is empty/],
  ['a key of objects', matter('__proto__: {a: b}\nconstructor: c\ntoString: d'), /missing-goal/],
];

describe('texts', () => {
  test.each(TEXTS)('%s', async (_, text, expected) => {
    const repo = tempRepo();
    write(repo, 'briefs/x.md', text);
    const errors = await errorsOf(repo);
    expect(errors.join('\n')).toMatch(expected);
  });
});

describe('files', () => {
  test('links out of the repository, in a loop, to a device and to nothing', async () => {
    const outside = tempFolder();
    write(outside, 'secret.md', draftBrief('Secret'));
    const repo = tempRepo({ 'briefs/real.md': GOOD_BRIEF });
    const links: Record<string, string> = {
      'out.md': join(outside, 'secret.md'),
      'loop.md': 'loop.md',
      'device.md': '/dev/zero',
      'nothing.md': 'not-there',
      'git.md': '../.git/config',
    };
    for (const [name, to] of Object.entries(links)) symlinkSync(to, join(repo, 'briefs', name));
    symlinkSync('..', join(repo, 'briefs/folder-loop'));
    symlinkSync(outside, join(repo, 'briefs/folder-out'));
    const { findings } = await lint(repo);
    const said = (name: string): string | undefined =>
      findings.find(({ path }) => path === `briefs/${name}`)?.message;
    expect(said('out.md')).toMatch(/leads out of the repository/);
    expect(said('device.md')).toMatch(/leads out of the repository/);
    expect(said('git.md')).toMatch(/leads out of the repository/);
    expect(said('loop.md')).toMatch(/link to nothing/);
    expect(said('nothing.md')).toMatch(/link to nothing/);
    expect(JSON.stringify(findings)).not.toContain('Secret');
    expect(findings.some(({ path }) => path.includes('folder-'))).toBe(false);
  });

  test('a named pipe is told, and not waited for', async () => {
    const repo = tempRepo();
    mkdirSync(join(repo, 'briefs'));
    execFileSync('mkfifo', [join(repo, 'briefs/x.md')]);
    expect(await errorsOf(repo)).toEqual(['frontmatter: it is not a regular file']);
  });

  test('a folder named as a brief holds briefs', async () => {
    const repo = tempRepo({ 'briefs/x.md/y.md': WITNESS.replace('b-00000wtn', 'b-00000wtp') });
    expect(await errorsOf(repo, 'briefs/x.md/y.md')).toEqual([
      expect.stringMatching('missing-why'),
    ]);
  });

  test('a file that may not be read is a finding', () => {
    buildOnce();
    const repo = tempRepo({ 'briefs/x.md': GOOD_BRIEF, 'briefs/zz.md': WITNESS });
    chmodSync(join(repo, 'briefs/x.md'), 0);
    // Root may read everything: then as nobody, from a folder of their own.
    const root = process.getuid?.() === 0;
    if (root) execFileSync('chown', ['-R', 'nobody', repo]);
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [join(PACKAGE, 'bin/delegate.js'), 'lint', '--format', 'json'],
      { cwd: repo, env: TEST_ENV, encoding: 'utf8', ...(root ? { uid: 65534 } : {}) },
    );
    expect(stdout, stderr).toContain('the file cannot be read (EACCES)');
    expect(stdout).toContain('missing-why');
  });

  test('names with line breaks, escapes and commands reach neither terminal nor log raw', async () => {
    const names = ['a\n::error::gotcha.md', 'b\u001b[2J.md', 'c\r.md', '::warning file=x::y.md'];
    const files = Object.fromEntries(names.map((name) => [`briefs/${name}`, WITNESS]));
    const repo = tempRepo(files);
    for (const format of ['text', 'github', 'sarif', 'junit', 'gitlab', 'json']) {
      const { out, err, status } = await runDelegate(['lint', '--format', format], { cwd: repo });
      expect(status).toBe(1);
      // eslint-disable-next-line no-control-regex
      expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
      if (format === 'github') {
        const lines = out.trimEnd().split('\n');
        for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) file=briefs\//);
        expect(out).not.toMatch(/^::error::/m);
      } else expect(out).not.toMatch(/^\s*::/m);
    }
    const missing = await runDelegate(['lint', 'no\n::error::x\u001b[2J.md'], { cwd: repo });
    expect(missing.status).toBe(2);
    // eslint-disable-next-line no-control-regex
    expect(missing.err).not.toMatch(/^::|\u001b/m);
  });
});

test('texts that imitate commands and escapes are shown, never sent', async () => {
  const evil = '\u001b]0;owned\u0007 ::error::a ##[group]b \u202eltr\u2028';
  const text = draftBrief()
    .replace('status: draft', `status: "${evil}"`)
    .replace('approach: problem-solving', `approach: "x\\e[31m\\n::error::b"`)
    .replace(/^goal:.*$/m, `goal:\n  ::error::c\n\n  ##[error]TODO`);
  const repo = tempRepo({ 'briefs/x.md': text });
  for (const format of ['text', 'github']) {
    const { out } = await runDelegate(['lint', '--format', format], {
      cwd: repo,
      host: { columns: 40 },
    });
    // eslint-disable-next-line no-control-regex
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e\u2028]/);
    expect(out).not.toMatch(/##\[/);
    expect(out).not.toMatch(format === 'text' ? /^\s*::/m : /^\s*::error::/m);
  }
});

test('the program as a process says the same, in a folder that needs workers', async () => {
  const repo = tempRepo();
  for (let at = 0; at < 800; at++) {
    const id = `b-${String(at === 3 ? 4 : at).padStart(8, '0')}`;
    const text = at % 100 === 7 ? WITNESS.replace('b-00000wtn', id) : draftBrief('N', id);
    write(repo, `briefs/n${at}.md`, text);
  }
  const args = ['lint', '--format', 'json', '--today', '2026-04-10'];
  const here = await runDelegate(args, { cwd: repo });
  const there = await runProgram(args, { cwd: repo });
  expect(there).toEqual(here);
  const { findings, counts } = JSON.parse(there.out) as Told;
  expect(counts.files).toBe(800);
  expect(findings.filter(({ rule }) => rule === 'missing-why')).toHaveLength(8);
  expect(findings.filter(({ rule }) => rule === 'duplicate-id')).toHaveLength(2);
});
