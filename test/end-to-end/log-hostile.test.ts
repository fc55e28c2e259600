/**
 * A hostile repository runs nothing because `delegate log` reads it. One test a vector: each sets a
 * trap that leaves a trace, and shows first that git itself falls into it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  GOOD_BRIEF,
  TEST_ENV,
  commitAll,
  copyOf,
  git,
  runDelegate,
  tempFolder,
  tempRepo,
  write,
} from '../support/index.ts';

const PATH = 'briefs/halve.md';

let moved: string | undefined;

function movedRepo(): string {
  const repo = tempRepo({ [PATH]: GOOD_BRIEF });
  write(repo, PATH, GOOD_BRIEF.replace('to 20 minutes', 'to 25 minutes'));
  commitAll(repo, 'move');
  return repo;
}

interface Trap {
  readonly repo: string;
  /** A command that leaves the trace. */
  readonly script: string;
  /** True when somebody ran it; forgets it. */
  readonly sprung: () => boolean;
}

/** A repository with a silent move in it, and a script that leaves a trace. */
function trap(): Trap {
  moved ??= movedRepo();
  const repo = copyOf(moved);
  const folder = tempFolder();
  const trace = join(folder, 'trace');
  const script = join(folder, 'trap.sh');
  write(folder, 'trap.sh', `#!/bin/sh\ntouch '${trace}'\ncat "$@" 2>/dev/null\nexit 0\n`);
  chmodSync(script, 0o755);
  return {
    repo,
    script,
    sprung() {
      const was = existsSync(trace);
      rmSync(trace, { force: true });
      return was;
    },
  };
}

function config(repo: string, text: string): void {
  appendFileSync(join(repo, '.git/config'), `\n${text}\n`);
}

/** Git, whatever it says: only the trace counts. */
function tryGit(repo: string, ...args: string[]): void {
  spawnSync('git', args, { cwd: repo, env: TEST_ENV, stdio: 'ignore' });
}

/** Every way of asking: all must tell the move, and none may spring the trap. */
async function asked({ repo, sprung }: Trap, env: Record<string, string> = {}): Promise<void> {
  const ask = async (...args: string[]): Promise<string> => {
    const ran = await runDelegate(['log', ...args], { cwd: repo, env });
    expect(ran.status, ran.err).toBe(0);
    expect(sprung(), args.join(' ')).toBe(false);
    return ran.out;
  };
  expect(await ask('--patch')).toContain('25');
  expect(await ask('--format', 'markdown', 'HEAD~1..HEAD')).toContain('25');
  expect(JSON.parse(await ask('--json')).counts.silent).toBe(1);
}

describe('a hostile repository runs nothing:', () => {
  it('its signature checks (gpg.program, log.showSignature)', async () => {
    const one = trap();
    config(one.repo, `[log]\n\tshowSignature = true\n[gpg]\n\tprogram = ${one.script}`);
    const raw = git(one.repo, 'cat-file', 'commit', 'HEAD').replace(
      /^(committer .*)$/m,
      '$1\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----',
    );
    write(one.repo, '.git/raw', `${raw}\n`);
    git(
      one.repo,
      'reset',
      '-q',
      '--hard',
      git(one.repo, 'hash-object', '-t', 'commit', '-w', '.git/raw'),
    );
    tryGit(one.repo, 'log', '-1');
    expect(one.sprung()).toBe(true);
    await asked(one);
  });

  it('its textconv and external diff', async () => {
    const one = trap();
    write(one.repo, '.git/info/attributes', '*.md diff=trap\n');
    config(
      one.repo,
      `[diff "trap"]\n\ttextconv = ${one.script}\n[diff]\n\texternal = ${one.script}`,
    );
    tryGit(one.repo, 'log', '-p', '-1');
    tryGit(one.repo, 'diff', 'HEAD~1');
    expect(one.sprung()).toBe(true);
    await asked(one);
  });

  it('its file system monitor', async () => {
    const one = trap();
    config(one.repo, `[core]\n\tfsmonitor = ${one.script}`);
    tryGit(one.repo, 'status');
    expect(one.sprung()).toBe(true);
    await asked(one);
  });

  it('its filters (clean, smudge, process), also on a file that changed', async () => {
    const one = trap();
    write(one.repo, '.gitattributes', '*.md filter=trap\n');
    commitAll(one.repo, 'attributes');
    config(one.repo, `[filter "trap"]\n\tclean = ${one.script}\n\tsmudge = ${one.script}`);
    write(one.repo, PATH, `${GOOD_BRIEF.replace('to 20 minutes', 'to 25 minutes')} `);
    tryGit(one.repo, 'diff');
    tryGit(one.repo, 'status');
    expect(one.sprung()).toBe(true);
    for (const args of [[], ['--json']]) {
      const ran = await runDelegate(['log', ...args], { cwd: one.repo });
      expect(ran.status, ran.err).toBe(0);
      expect(one.sprung()).toBe(false);
    }
  });

  it('its hooks', async () => {
    const one = trap();
    for (const hook of [
      'post-checkout',
      'post-index-change',
      'pre-commit',
      'reference-transaction',
    ]) {
      write(one.repo, `.git/hooks/${hook}`, `#!/bin/sh\n'${one.script}'\n`);
      chmodSync(join(one.repo, '.git/hooks', hook), 0o755);
    }
    tryGit(one.repo, 'checkout', '-q', '-b', 'x');
    expect(one.sprung()).toBe(true);
    await asked(one);
  });

  it('its aliases', async () => {
    const one = trap();
    const names = ['rev-list', 'diff-tree', 'cat-file', 'log', 'rev-parse', 'ls-files', 'trap'];
    config(one.repo, `[alias]\n${names.map((name) => `\t${name} = !${one.script}`).join('\n')}`);
    tryGit(one.repo, 'trap');
    expect(one.sprung()).toBe(true);
    await asked(one);
  });

  it('its pager, also where the output is a terminal', async () => {
    const one = trap();
    config(
      one.repo,
      `[core]\n\tpager = ${one.script}\n[pager]\n\tlog = ${one.script}\n\tdelegate = ${one.script}`,
    );
    await asked(one);
    const host = { terminal: true, columns: 80 };
    const ran = await runDelegate(['log'], { cwd: one.repo, env: { PAGER: 'cat' }, host });
    expect(ran.status, ran.err).toBe(0);
    expect(one.sprung()).toBe(false);
  });

  it('its promisor remote, when objects are missing', async () => {
    const one = trap();
    git(one.repo, 'config', 'uploadpack.allowFilter', 'true');
    const clone = join(tempFolder(), 'clone');
    git(tempFolder(), 'clone', '-q', '--filter=blob:none', `file://${one.repo}`, clone);
    config(
      clone,
      `[remote "origin"]\n\tuploadpack = ${one.script}\n[core]\n\tsshCommand = ${one.script}`,
    );
    const blob = git(one.repo, 'rev-parse', `HEAD~1:${PATH}`);
    tryGit(clone, 'cat-file', '-p', blob);
    expect(one.sprung()).toBe(true);
    for (const args of [[], ['--json']]) {
      const ran = await runDelegate(['log', ...args], { cwd: clone });
      expect(ran.status, ran.err).toBe(0);
      expect(one.sprung()).toBe(false);
    }
  });

  it('its credential helper and askpass', async () => {
    const one = trap();
    config(one.repo, `[credential]\n\thelper = ${one.script}\n[core]\n\taskPass = ${one.script}`);
    execFileSync('git', ['credential', 'fill'], {
      cwd: one.repo,
      env: { ...TEST_ENV, GIT_ASKPASS: 'true' },
      input: 'protocol=https\nhost=example.com\n\n',
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    expect(one.sprung()).toBe(true);
    await asked(one);
  });

  it('a configuration that it includes', async () => {
    const one = trap();
    write(
      one.repo,
      'evil',
      `[core]\n\tfsmonitor = ${one.script}\n[alias]\n\ttrap = !${one.script}\n`,
    );
    config(one.repo, '[include]\n\tpath = ../evil');
    tryGit(one.repo, 'trap');
    expect(one.sprung()).toBe(true);
    await asked(one);
  });

  it('trailer commands', async () => {
    const one = trap();
    config(
      one.repo,
      `[trailer "reason"]\n\tkey = "Reason: "\n\tcommand = ${one.script}\n\tifmissing = add`,
    );
    spawnSync('git', ['interpret-trailers'], {
      cwd: one.repo,
      env: TEST_ENV,
      input: 'x\n\nReason: y\n',
    });
    expect(one.sprung()).toBe(true);
    await asked(one);
  });
});

describe('what a stranger wrote', () => {
  it('is never taken for an option', async () => {
    const { repo, sprung } = trap();
    const file = join(tempFolder(), 'written');
    git(repo, 'update-ref', 'refs/heads/--output=x', 'HEAD');
    for (const args of [
      ['--range', `--output=${file}..HEAD`],
      ['--range', '--upload-pack=x'],
      ['--', `--output=${file}`],
      ['--', `--output=${file}..HEAD`],
      ['--', '--output=x..HEAD'],
    ]) {
      const ran = await runDelegate(['log', ...args], { cwd: repo });
      expect(ran.status, args.join(' ')).toBe(2);
      expect(existsSync(file)).toBe(false);
      expect(sprung()).toBe(false);
    }
  });

  it('is shown, not sent: escapes in messages, names, paths and briefs', async () => {
    const evil = '\u001B]0;owned\u0007\u001B[31m\u009B2J\u202E';
    const text = GOOD_BRIEF.replace('No new paid services', `No new ${evil}`);
    const path = 'briefs/esc\u001B[2Jape.md';
    const repo = tempRepo({ [path]: GOOD_BRIEF });
    write(
      repo,
      path,
      text
        .replace('title: Halve', 'title: "\\e[5mHalve"')
        .replace('Halve deployment time\n', 'Halve deployment time"\n')
        .replace('""', '"'),
    );
    commitAll(repo, `subject ${evil}\n\nReason: because ${evil}`, {
      author: `Eve ${evil.replace(/[\u0007]/g, '')} <e@example.com>`,
    });
    for (const args of [
      [],
      ['--json'],
      ['--format', 'jsonl'],
      ['--patch'],
      ['--oneline'],
      ['--format', 'markdown'],
    ]) {
      const ran = await runDelegate(['log', ...args], { cwd: repo });
      expect(ran.status, ran.err).toBe(0);
      // eslint-disable-next-line no-control-regex
      expect(ran.out + ran.err, args.join(' ')).not.toMatch(
        /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202E]/,
      );
    }
  });

  it('cannot hide a move behind a forged id, a seal of an unknown version, or a draft', async () => {
    const { repo } = trap();
    const moved = GOOD_BRIEF.replace('to 20 minutes', 'to 30 minutes');
    const record = `changes:\n  - fields: [goal]\n    reason: fine\n    criteria: v9-0000000000000000\n---\n##`;
    write(repo, PATH, moved.replace('---\n##', record));
    commitAll(repo, 'forged');
    const ran = await runDelegate(['log', '--fail-on', 'silent', 'HEAD~1..HEAD'], { cwd: repo });
    expect(ran.status).toBe(1);
  });
});
