/** Completion in real shells, in a terminal, among files with hostile names. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands/table.ts';
import {
  PACKAGE,
  TEST_ENV,
  buildOnce,
  copyOf,
  draftBrief,
  runDelegate,
  runProgram,
  tempFolder,
  tempRepo,
  write,
} from '../support/index.ts';
import { LONG } from '../support/size.ts';
import type { Terminal } from '../support/terminal.ts';
import { openProgram } from '../support/terminal.ts';

const HOSTILE = [
  'a b',
  'x$(touch hurt)y',
  'x`touch hurt`z',
  'x;touch hurt;q',
  "x'touch hurt'w",
  'x"&touch hurt&"v',
  'x!!u',
  'x\\t',
  'x%Bs',
  'x:r:s',
  'x*?[p]~',
  '-x',
];

let repo: string;
let env: Record<string, string>;
beforeAll(() => {
  buildOnce();
  repo = tempRepo({
    'briefs/halve-deployment-time.md': draftBrief(),
    'briefs/hall.md': draftBrief('A day in the hall', 'b-4tq8m2wd'),
  });
  for (const [at, name] of HOSTILE.entries()) {
    write(repo, `briefs/${name}.md`, draftBrief(`Hostile ${at}`, `b-0000000${at.toString(16)}`));
  }
  write(repo, 'briefs/zz\u001B]0;hurt\u0007.md', draftBrief('Escape', 'b-zzzzzzzz'));
  write(repo, 'briefs/zz\nq.md', draftBrief('Line', 'b-zzzzzzz1'));
  const home = tempFolder();
  const bin = join(home, 'bin');
  mkdirSync(bin);
  // It tells what it was given, but for what the completion asks.
  writeFileSync(
    join(bin, 'delegate'),
    `#!/bin/sh
if [ "$1" = complete ] || [ "$1" = completion ]; then exec '${process.execPath}' '${join(PACKAGE, 'bin/delegate.js')}' "$@"; fi
for word; do printf '<%s>' "$word"; done
echo .
`,
  );
  chmodSync(join(bin, 'delegate'), 0o755);
  env = { HOME: home, PATH: `${bin}:${TEST_ENV['PATH']}`, PS1: '> ', TERM: 'dumb' };
});

const complete = async (...words: string[]) => {
  const { out, status } = await runDelegate(['complete', '--', ...words], { cwd: repo });
  expect(status).toBe(0);
  return out.split('\n').slice(0, -1);
};
const values = async (...words: string[]) =>
  (await complete(...words)).map((line) => line.split('\t')[0]);

describe('what is proposed', () => {
  test('commands, with what they do; none that git runs', async () => {
    const lines = await complete('');
    for (const { name, summary, hidden } of COMMANDS) {
      const line = lines.find((one) => one.startsWith(`${name}\t`));
      expect(line === undefined).toBe(hidden === true);
      if (line !== undefined)
        expect(summary.startsWith(line.split('\t')[1]?.slice(0, 60) ?? '')).toBe(true);
    }
    expect(await values('lo')).toEqual(['log']);
    expect(await values('help', 'lo')).toEqual(['log']);
  });

  test('options that the help has, each once, and their values', async () => {
    for (const { name, hidden } of COMMANDS) {
      if (hidden) continue;
      const { out } = await runDelegate([name, '--help']);
      const shown = [...out.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, flag]) => flag);
      expect((await values(name, '--')).toSorted(), name).toEqual(shown.toSorted());
    }
    expect(await values('list', '--mine', '--mi')).toEqual([]);
    expect(await values('check-in', 'x', '--state', '')).toEqual([
      'on-track',
      'at-risk',
      'blocked',
    ]);
    expect(await values('lint', '--format=sa')).toEqual(['--format=sarif']);
    expect(await values('list', '--status', 'done,ac')).toEqual(['done,accepted']);
    expect(await values('init', '--ci', 'git')).toEqual(['github', 'gitlab']);
    expect(await values('new', '--approach', 'sh')).toEqual(['shared']);
  });

  test('fields, rules and levels', async () => {
    expect(await complete('amend', 'x', '--set', 'timeline.d')).toEqual(['timeline.due=\tDue']);
    expect(await values('amend', '--set', 'quality.bar=')).toEqual([
      'quality.bar=good-enough',
      'quality.bar=optimal',
    ]);
    expect(await values('log', '--field', 'goal,sc')).toEqual(['goal,scope.in', 'goal,scope.out']);
    expect(await values('lint', '--rule', 'vague')).toEqual(['vague-term=']);
    expect(await values('lint', '--rule', 'vague-term=o')).toEqual(['vague-term=off']);
    expect(await values('rules', 'goalpost')).toEqual(['goalpost-moved']);
  });

  test('briefs by name and by id, with title and status, in the folder that -C names', async () => {
    expect(await complete('show', 'hal')).toEqual([
      'hall\tA day in the hall, draft',
      'halve-deployment-time\tHalve deployment time, draft',
    ]);
    expect(await complete('log', 'x', 'b-4t')).toEqual(['b-4tq8m2wd\tA day in the hall, draft']);
    write(repo, 'briefs/later.md', draftBrief('Later', 'b-4tzzzzzz'));
    expect(await values('log', 'b-4t')).toEqual(['b-4tq8m2wd', 'b-4tzzzzzz']);
    const { out } = await runDelegate(['complete', '--', '-C', repo, 'show', 'hall'], {
      cwd: tempFolder(),
    });
    expect(out).toBe('hall\tA day in the hall, draft\n');
  });

  test('what is kept of the ids follows the briefs', async () => {
    const cwd = tempRepo({
      'briefs/b.md': draftBrief('B', 'b-00000002'),
      'briefs/c.md': 'no brief',
      'briefs/d.md': draftBrief('D', 'b-00000004'),
    });
    const ids = async (start = 'b-0') => {
      const { out } = await runDelegate(['complete', '--', 'show', start], { cwd });
      return out.split('\n').flatMap((line) => line.split('\t')[0] || []);
    };
    expect(await ids()).toEqual(['b-00000002', 'b-00000004']);
    const kept = join(cwd, '.git/delegate/ids');
    utimesSync(kept, 1, 1);
    expect(await ids('b-00000004')).toEqual(['b-00000004']);
    expect(statSync(kept).mtimeMs).toBe(1000);
    write(cwd, 'briefs/a.md', draftBrief('A', 'b-00000001'));
    expect(await ids()).toEqual(['b-00000001', 'b-00000002', 'b-00000004']);
    renameSync(join(cwd, 'briefs/b.md'), join(cwd, 'briefs/z.md'));
    expect(await ids()).toEqual(['b-00000001', 'b-00000004', 'b-00000002']);
    rmSync(join(cwd, 'briefs/d.md'));
    expect(await ids()).toEqual(['b-00000001', 'b-00000002']);
    writeFileSync(kept, 'broken');
    expect(await ids()).toEqual(['b-00000001', 'b-00000002']);
    expect(readFileSync(kept, 'utf8')).toBe(
      'b-00000001\tbriefs/a.md\n\tbriefs/c.md\nb-00000002\tbriefs/z.md\n',
    );
  });

  test('files are left to the shell, and nothing is said where something is wrong', async () => {
    expect(await values('lint', '')).toEqual([':files']);
    expect(await values('new', '--from', '')).toEqual([':files']);
    expect(await values('demo', '')).toEqual([':folders']);
    expect(await values('-C', '')).toEqual([':folders']);
    expect(await values('nothing', '')).toEqual([]);
    const broken = tempRepo({ '.delegate.yaml': 'flder: x\n' });
    expect(await runDelegate(['complete', '--', 'show', ''], { cwd: broken })).toEqual({
      status: 0,
      out: '',
      err: '',
    });
  });

  test('a name that a terminal would obey is not proposed', async () => {
    expect(await values('show', 'zz')).toEqual([]);
  });

  test('PowerShell hands its words over in one argument', async () => {
    const asked = Buffer.from(['show', 'x$('].join('\n')).toString('base64');
    const { out } = await runDelegate(['complete', '--base64', asked], { cwd: repo });
    expect(out).toBe('x$(touch hurt)y\tHostile 1, draft\n');
    const script = (await runProgram(['completion', 'powershell'])).out;
    expect(script).toContain('Register-ArgumentCompleter -Native -CommandName delegate');
    expect(script).not.toMatch(/Invoke-Expression|\biex\b/);
  });
});

test.each(['bash', 'zsh', 'fish'])('the script of %s evaluates nothing', async (shell) => {
  const { out } = await runProgram(['completion', shell]);
  expect(out).not.toMatch(/\beval\b/);
});

test.each(['bash', 'zsh', 'fish'])('what is told of %s works in an empty home', async (shell) => {
  const { out } = await runDelegate(['completion', '--help']);
  const told =
    out.slice(out.indexOf(`\n  ${shell}`) + shell.length + 3).split(/\n {2}(?=\S)/)[0] ?? '';
  const lines = told.split('\n').map((line) => line.trim());
  const typed = lines.filter((line) => /^(?:mkdir|delegate) /.test(line)).join('\n');
  const HOME = tempFolder();
  const ran = spawnSync('bash', ['-ec', typed], {
    env: { ...env, HOME, XDG_CONFIG_HOME: undefined },
    encoding: 'utf8',
  });
  expect([ran.status, ran.stderr]).toEqual([0, '']);
  const [, file = ''] = /> ~\/(\S+)/.exec(typed) ?? [];
  const { out: script } = await runProgram(['completion', shell]);
  expect(readFileSync(join(HOME, file), 'utf8')).toBe(script);
});

const SHELLS = {
  bash: {
    start: ['bash', '--norc', '--noprofile', '-i'],
    load: 'source <(delegate completion bash)',
  },
  zsh: {
    start: ['zsh', '-f', '-i', '+o', 'PROMPT_SP'],
    // The key's own widget evaluates words of any command before it completes them.
    load: "PS1='> '; bindkey '^I' complete-word; autoload -Uz compinit && compinit -u -D; source <(delegate completion zsh)",
  },
  fish: {
    start: ['fish', '--no-config', '-i'],
    load: "function fish_prompt; printf '> '; end; delegate completion fish | source",
  },
} as const;

describe.each([
  ['bash', 0],
  ['zsh', 1],
  ['fish', 2],
] as const)('in %s', (shell, turn) => {
  const isThere = spawnSync(shell, ['--version']).status === 0;
  const { start, load } = SHELLS[shell];

  let terminal: Terminal;
  beforeAll(async () => {
    if (!isThere) return;
    terminal = openProgram(start, { cwd: repo, env, columns: 100 });
    terminal.type(`${load}; echo rea''dy\r`);
    await terminal.see('ready');
  });
  afterAll(() => terminal?.kill('SIGKILL'));

  let typedLines = 0;

  /** Types a line with tabs in it and presses Enter: what the program was given. */
  const given = async (lines: readonly string[]): Promise<string[]> => {
    const all: string[] = [];
    for (const line of lines) {
      const at = typedLines++;
      const file = join(env['HOME'] as string, `given-${shell}-${at}`);
      const [typed = '', ...after] = line.split('\t');
      terminal.type(`${typed}\t`);
      terminal.type(`${after.join('\t')} > ${file}; echo do''ne${at}\r`);
      // oxlint-disable-next-line no-await-in-loop -- a person types one line after the other
      await terminal.see(`done${at}`);
      all.push(readFileSync(file, 'utf8').trim());
    }
    return all;
  };

  test.runIf(isThere)('commands, options, values and briefs are completed', async () => {
    const all = [
      ['delegate prop\t', '<propose>.'],
      ['delegate lint --format=sar\t', '<lint><--format=sarif>.'],
      ['delegate check-in --state on-\t', '<check-in><--state><on-track>.'],
      ['delegate amend --set quality.b\toptimal', '<amend><--set><quality.bar=optimal>.'],
      ['delegate show halve\t', '<show><halve-deployment-time>.'],
      ['delegate show b-4tq\t', '<show><b-4tq8m2wd>.'],
    ] as const;
    // Two shells out of three try each.
    const tried = all.filter((_, at) => LONG || at % 3 !== turn);
    expect(await given(tried.map(([line]) => line))).toEqual(tried.map(([, found]) => found));
  });

  test.runIf(isThere)('hostile names arrive as they are, and hurt nobody', async () => {
    const typed = [
      'a\t',
      "'x$\t",
      shell === 'bash' ? 'x\\`\t' : "'x`\t",
      'x\\;\t',
      'x\\\\\t',
      'x%\t',
      'x:\t',
    ].map((start) => `delegate show ${start}`);
    expect(await given(typed)).toEqual(
      ['a b', 'x$(touch hurt)y', 'x`touch hurt`z', 'x;touch hurt;q', 'x\\t', 'x%Bs', 'x:r:s'].map(
        (name) => `<show><${name}>.`,
      ),
    );
    expect(existsSync(join(repo, 'hurt'))).toBe(false);
  });

  test.runIf(isThere)('what is typed is not run', async () => {
    const cwd = copyOf(repo);
    terminal.type(`cd ${cwd}; echo the''re\r`);
    await terminal.see('there');
    for (const line of [
      'delegate show $(touch hurt) ',
      'delegate show "`touch hurt`',
      "delegate $(touch hurt) --format '",
      'delegate show <(touch hurt) ',
      'delegate lint --format=$(touch hurt)',
    ]) {
      // The keys wait for each other; the last takes the line away.
      terminal.type(`${line}${LONG ? '\t\t' : '\t'}\u0015\u0015`);
    }
    terminal.type("echo do''ne\r");
    await terminal.see('done');
    expect(existsSync(join(cwd, 'hurt'))).toBe(false);
  });
});
