import { chmodSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  GOOD_BRIEF,
  commitAll,
  draftBrief,
  git,
  runDelegate,
  tempFolder,
  tempRepo,
  write,
} from '../support/index.ts';

const BAD = draftBrief('Bad', 'b-00000bad').replace(/^why:.*\n/m, '');

interface Told {
  readonly findings: readonly {
    readonly rule: string;
    readonly level: string;
    readonly path: string;
    readonly range: { readonly start: { readonly line: number; readonly column: number } };
  }[];
  readonly counts: Record<'files' | 'error' | 'warning' | 'info', number>;
}

async function lint(
  cwd: string,
  ...args: string[]
): Promise<Told & { status: number; err: string }> {
  const { status, out, err } = await runDelegate(['lint', '--json', ...args], { cwd });
  if (out === '') throw new Error(`no output: ${err}`);
  return { ...(JSON.parse(out) as Told), status, err };
}

function errors({ findings }: Told): string[] {
  return findings
    .filter(({ level }) => level === 'error')
    .map(({ path, rule }) => `${path} ${rule}`);
}

test('a good brief gets status 0 and one calm line', async () => {
  const cwd = tempRepo({ 'briefs/good.md': GOOD_BRIEF });
  const { status, out, err } = await runDelegate(['lint', '--max-warnings', '0', '--quiet'], {
    cwd,
  });
  expect({ status, out, err }).toEqual({ status: 0, out: '', err: '' });
  const told = await runDelegate(['lint', '--rule', 'missing-why=error'], { cwd });
  expect(told.status).toBe(0);
  expect(told.err).toMatch(/^1 brief checked, nothing to fix\.$|hint/m);
});

test('a brief without a why gets status 1, at its place', async () => {
  const cwd = tempRepo({ 'briefs/bad.md': BAD, 'briefs/good.md': GOOD_BRIEF });
  const told = await lint(cwd);
  expect(told.status).toBe(1);
  expect(errors(told)).toEqual(['briefs/bad.md missing-why']);
  expect(told.counts.files).toBe(2);
});

describe('what is checked', () => {
  const files = {
    'briefs/a.md': BAD,
    'briefs/deep/b.md': BAD.replace('b-00000bad', 'b-0000bad2'),
    'briefs/README.md': '# not a brief\n',
    'briefs/skip.md': BAD.replace('b-00000bad', 'b-0000bad3'),
    'docs/other.md': BAD.replace('b-00000bad', 'b-0000bad4'),
    'tmp/away.md': BAD.replace('b-00000bad', 'b-0000bad5'),
    '.gitignore': 'skip.md\ntmp/\n',
  };
  const cases: [string, string[], string[]][] = [
    ['everything', [], ['briefs/a.md', 'briefs/deep/b.md']],
    ['a file', ['briefs/a.md'], ['briefs/a.md']],
    ['a folder', ['briefs/deep'], ['briefs/deep/b.md']],
    ['the whole repository', ['.'], ['briefs/a.md', 'briefs/deep/b.md']],
    ['a pattern', ['briefs/**/b*.md'], ['briefs/deep/b.md']],
    ['a pattern that names folders', ['bri*/d??p'], ['briefs/deep/b.md']],
    ['a file that git ignores, when it is named', ['briefs/skip.md'], ['briefs/skip.md']],
    ['another folder, when it is named', ['docs'], ['docs/other.md']],
    ['a file twice', ['briefs/a.md', './briefs/a.md'], ['briefs/a.md']],
    ['a readme', ['briefs/README.md'], []],
  ];
  test.each(cases)('%s', async (_, args, paths) => {
    const told = await lint(tempRepo(files), ...args);
    expect([...new Set(told.findings.map(({ path }) => path))]).toEqual(paths);
  });

  test('from a folder below, paths stay relative to the root', async () => {
    const repo = tempRepo(files);
    const told = await lint(join(repo, 'briefs/deep'), 'b.md');
    expect(errors(told)).toEqual(['briefs/deep/b.md missing-why']);
  });

  test('without git, the folder itself is the root', async () => {
    const folder = tempFolder();
    write(folder, 'briefs/a.md', BAD);
    expect(errors(await lint(folder))).toEqual(['briefs/a.md missing-why']);
  });

  test.each([
    [['nope.md'], /there is no file or folder nope\.md/],
    [['briefs/zz*'], /no brief matches briefs\/zz\* \(what git ignores/],
    [['briefs', 'q3/*.md'], /no brief matches q3\/\*\.md/],
    [['tmp'], /there is no brief in tmp \(what git ignores is left out\)/],
    [['../outside'], /outside of the repository/],
    [[''], /the path is empty/],
    [['--stdin', 'briefs'], /do not go together/],
    [['--stdin', '--fix'], /--stdin and --fix do not go together/],
    [['--stdin-filename', 'x.md'], /needs --stdin/],
    [['--format', 'jason'], /there is no format "jason"\nDid you mean json/],
    [['--rule', 'missing-wy=off'], /Did you mean missing-why/],
    [['--rule', 'missing-why=loud'], /off, info, warning, error/],
    [['--max-warnings', 'few'], /whole number/],
    [['--today', '2026-02-30'], /--today/],
    [['--update-baseline'], /needs a file/],
    [['--baseline', 'none.json'], /there is no baseline none\.json/],
    [['--baseline', '.gitignore'], /is not a baseline/],
    [['--since', 'nope'], /does not know the revision "nope"/],
    [['--since', '--output=x'], /does not know the revision/],
  ])('%j is refused with status 2', async (args, message) => {
    const { status, out, err } = await runDelegate(['lint', ...args], { cwd: tempRepo(files) });
    expect(err).toMatch(message);
    expect({ status, out }).toEqual({ status: 2, out: '' });
  });
});

describe('levels', () => {
  test('the configuration and --rule set them', async () => {
    const cwd = tempRepo({
      'briefs/a.md': BAD,
      '.delegate.yaml': 'rules:\n  missing-why: warning\n',
    });
    expect(errors(await lint(cwd))).toEqual([]);
    expect(errors(await lint(cwd, '--rule', 'missing-why=error'))).toEqual([
      'briefs/a.md missing-why',
    ]);
    const off = await lint(cwd, '--rule', 'missing-why=off');
    expect(off.findings.filter(({ rule }) => rule === 'missing-why')).toEqual([]);
  });

  test('warnings alone are status 0, unless there are more than --max-warnings', async () => {
    const cwd = tempRepo({ 'briefs/a.md': BAD });
    const level = ['--rule', 'missing-why=warning'];
    const { status, counts } = await lint(cwd, ...level);
    expect(status).toBe(0);
    expect((await lint(cwd, ...level, '--max-warnings', String(counts.warning))).status).toBe(0);
    const over = await lint(cwd, ...level, '--max-warnings', String(counts.warning - 1));
    expect(over.status).toBe(1);
    expect(over.err).toContain('more than --max-warnings');
  });

  test('--quiet tells errors only', async () => {
    const told = await lint(tempRepo({ 'briefs/a.md': BAD }), '--quiet');
    expect(told.findings.map(({ rule }) => rule)).toEqual(['missing-why']);
    expect(told.counts).toMatchObject({ error: 1, warning: 0, info: 0 });
  });
});

describe('hints', () => {
  const files = { 'briefs/a.md': GOOD_BRIEF.replace(/^intended-use:.*\n/m, '') };

  test('are counted in text, and shown with --hints', async () => {
    const cwd = tempRepo(files);
    const counted = await runDelegate(['lint', '--format', 'text'], { cwd });
    expect(counted.out).toBe('');
    expect(counted.err).toBe('1 hint in 1 brief. Show it with --hints.\n');
    const shown = await runDelegate(['lint', '--format', 'text', '--hints'], { cwd });
    expect(shown.out).toContain('info[missing-intended-use]');
    expect(shown.err).not.toContain('--hints');
  });

  test('are in --json', async () => {
    const told = await lint(tempRepo(files));
    expect(told.findings.map(({ rule }) => rule)).toEqual(['missing-intended-use']);
  });
});

describe('other briefs', () => {
  const files = { 'briefs/a.md': GOOD_BRIEF, 'briefs/b.md': GOOD_BRIEF.replace('Halve', 'Cut') };

  test('a doubled id is found when only one of the two is named', async () => {
    const told = await lint(tempRepo(files), 'briefs/b.md');
    expect(errors(told)).toEqual(['briefs/b.md duplicate-id']);
    expect(errors(await lint(tempRepo(files)))).toEqual([
      'briefs/a.md duplicate-id',
      'briefs/b.md duplicate-id',
    ]);
  });

  test('a parent that is in the folder is known', async () => {
    const cwd = tempRepo({
      'briefs/a.md': GOOD_BRIEF,
      'briefs/b.md': draftBrief().replace('status:', 'parent: b-7k3f9q2m\nstatus:'),
      'briefs/c.md': draftBrief('C', 'b-11111111').replace(
        'status:',
        'parent: b-99999999\nstatus:',
      ),
    });
    const told = await lint(cwd, 'briefs/b.md', 'briefs/c.md');
    expect(
      told.findings.filter(({ rule }) => rule === 'unknown-parent').map(({ path }) => path),
    ).toEqual(['briefs/c.md']);
  });
});

describe('standard input', () => {
  test('stands for a file of the folder, without its saved version', async () => {
    const cwd = tempRepo({ 'briefs/a.md': GOOD_BRIEF });
    const args = ['lint', '--stdin', '--stdin-filename', 'briefs/a.md', '--format', 'json'];
    const same = await runDelegate(args, { cwd, input: GOOD_BRIEF });
    expect(errors(JSON.parse(same.out) as Told)).toEqual([]);
    const bad = await runDelegate(args, { cwd, input: BAD });
    expect(errors(JSON.parse(bad.out) as Told)).toEqual(['briefs/a.md missing-why']);
    expect(bad.status).toBe(1);
  });

  test('without a name it is called <stdin>', async () => {
    const { out, status } = await runDelegate(['lint', '--stdin'], { cwd: tempRepo(), input: 'x' });
    expect(status).toBe(1);
    expect(out).toContain('--> <stdin>:1:1');
  });
});

describe('under GitHub Actions', () => {
  test('annotations are the default, and the summary is written where it is wanted', async () => {
    const cwd = tempRepo({ 'briefs/a.md': BAD });
    const file = join(tempFolder(), 'summary.md');
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: file };
    const { out, status } = await runDelegate(['lint'], { cwd, env });
    expect(status).toBe(1);
    expect(out).toMatch(/^::error file=briefs\/a\.md,line=\d+,.*title=missing-why::/m);
    expect(readFileSync(file, 'utf8')).toContain('### delegate lint');
    const text = await runDelegate(['lint', '--format', 'text'], { cwd, env });
    expect(text.out).toContain('error[missing-why]');
  });
});

describe('--since', () => {
  test('only what changed since the fork is checked', async () => {
    const repo = tempRepo({ 'briefs/old.md': BAD, 'briefs/kept.md': GOOD_BRIEF });
    commitAll(repo, 'start');
    git(repo, 'checkout', '-q', '-b', 'work');
    write(repo, 'briefs/new.md', BAD.replace('b-00000bad', 'b-0000bad2'));
    commitAll(repo, 'new');
    git(repo, 'checkout', '-q', 'main');
    write(repo, 'briefs/old.md', `${BAD}\nmoved on\n`);
    commitAll(repo, 'elsewhere');
    git(repo, 'checkout', '-q', 'work');
    write(repo, 'briefs/open.md', BAD.replace('b-00000bad', 'b-0000bad3'));
    const told = await lint(repo, '--since', 'main');
    expect(errors(told)).toEqual(['briefs/new.md missing-why', 'briefs/open.md missing-why']);
    expect(told.counts.files).toBe(2);
    expect((await lint(repo, '--since', 'HEAD')).counts.files).toBe(1);
  });
});

describe('--baseline', () => {
  test('an old repository starts today, and hears of what is new', async () => {
    const repo = tempRepo({ 'briefs/a.md': BAD });
    const made = await runDelegate(['lint', '--baseline', 'b.json', '--update-baseline'], {
      cwd: repo,
    });
    expect(made).toMatchObject({ status: 0, out: '' });
    expect(made.err).toMatch(/^The baseline b\.json has \d+ findings? now\.\n$/);
    const before = await lint(repo, '--baseline', 'b.json');
    expect(before).toMatchObject({ status: 0, findings: [] });
    expect(before.err).toContain('known from the baseline');

    write(repo, 'briefs/a.md', BAD.replace('title:', '# a remark\nx-team: a\ntitle:'));
    expect((await lint(repo, '--baseline', 'b.json')).findings).toEqual([]);
    write(repo, 'briefs/a.md', BAD.replace(/^goal:.*\n/m, ''));
    const after = await lint(repo, '--baseline', 'b.json');
    expect(errors(after)).toEqual(['briefs/a.md missing-goal']);
    write(repo, 'briefs/a.md', GOOD_BRIEF);
    expect((await lint(repo, '--baseline', 'b.json')).err).toContain('are fixed');
  });
});

test('--update-baseline for one file keeps what it has of others', async () => {
  const repo = tempRepo({
    'briefs/a.md': BAD,
    'briefs/b.md': BAD.replace('b-00000bad', 'b-0000bad2'),
    'briefs/c.md': BAD.replace('b-00000bad', 'b-0000bad3'),
  });
  const update = ['lint', '--baseline', 'b.json', '--update-baseline'];
  await runDelegate(update, { cwd: repo });
  write(repo, 'briefs/a.md', GOOD_BRIEF);
  rmSync(join(repo, 'briefs/c.md'));
  await runDelegate([...update, 'briefs/a.md'], { cwd: repo });
  const kept = readFileSync(join(repo, 'b.json'), 'utf8').match(/briefs\/\w/g);
  expect([...new Set(kept)]).toEqual(['briefs/b']);
});

describe('--fix', () => {
  const broken = draftBrief()
    .replace('approach:', 'aproach:')
    .replace('    - The CI', '    - Note: the CI')
    .replace('status: draft', 'status: draft  ')
    .concat('## Body  \n\n- Note: x  \n');

  test('fixes what is safe, touches no other byte, and finds nothing to do the second time', async () => {
    const repo = tempRepo({ 'briefs/a.md': broken, 'briefs/b.md': GOOD_BRIEF });
    chmodSync(join(repo, 'briefs/a.md'), 0o600);
    const good = statSync(join(repo, 'briefs/b.md')).mtimeMs;
    const first = await runDelegate(['lint', '--fix'], { cwd: repo });
    expect(first.err).toMatch(/^Fixed briefs\/a\.md: .*Write approach/m);
    const fixed = broken
      .replace('aproach:', 'approach:')
      .replace(
        '- Note: the CI/CD pipeline of the web service',
        '- "Note: the CI/CD pipeline of the web service"',
      )
      .replace('status: draft  ', 'status: draft');
    expect(readFileSync(join(repo, 'briefs/a.md'), 'utf8')).toBe(fixed);
    expect(statSync(join(repo, 'briefs/a.md')).mode & 0o777).toBe(0o600);
    expect(statSync(join(repo, 'briefs/b.md')).mtimeMs).toBe(good);
    const second = await runDelegate(['lint', '--fix'], { cwd: repo });
    expect(second.err).not.toContain('Fixed');
    expect(readFileSync(join(repo, 'briefs/a.md'), 'utf8')).toBe(fixed);
  });

  test.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['no final newline', (text: string) => text.trimEnd()],
  ])('keeps %s', async (_, as) => {
    const text = as(draftBrief().replace('approach:', 'aproach:'));
    const repo = tempRepo({ 'briefs/a.md': text });
    await runDelegate(['lint', '--fix'], { cwd: repo });
    const fixed = readFileSync(join(repo, 'briefs/a.md'), 'utf8');
    expect(fixed).toBe(text.replace('aproach:', 'approach:'));
  });
});

test('a path that means no brief passes where that is allowed, and what is there is checked', async () => {
  const cwd = tempRepo({ 'briefs/a.md': BAD });
  const none = await runDelegate(['lint', '--allow-none', 'q3/*.md', 'nope.md'], { cwd });
  expect(none).toEqual({ status: 0, out: '', err: 'No briefs to check.\n' });
  const some = await runDelegate(['lint', '--allow-none', 'q3/*.md', 'briefs'], { cwd });
  expect(some.status).toBe(1);
  const outside = await runDelegate(['lint', '--allow-none', '../x'], { cwd });
  expect(outside.status).toBe(2);
});

test('a folder without briefs is no failure', async () => {
  const cwd = tempRepo();
  mkdirSync(join(cwd, 'briefs'));
  expect(await runDelegate(['lint'], { cwd })).toEqual({
    status: 0,
    out: '',
    err: 'No briefs to check.\n',
  });
});

test('a bare repository does not pass for one whose briefs were looked at', async () => {
  const cwd = tempFolder();
  git(cwd, 'clone', '-q', '--bare', tempRepo({ 'briefs/a.md': BAD }), '.');
  for (const command of ['lint', 'list', 'inbox', 'health', 'calendar']) {
    const { status, out, err } = await runDelegate([command], { cwd });
    expect([command, status, out]).toEqual([command, 2, '']);
    expect(err).toContain('bare repository');
  }
});
