/**
 * Whatever a hand has done to a brief: each command works on it, or says in plain words what is wrong.
 * None breaks off, and what it refuses stays as it was.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { ANSWERS } from '../../src/brief/fields.ts';
import { COMMANDS } from '../../src/commands/table.ts';
import { brokenBriefs } from '../support/broken.ts';
import {
  GOOD_BRIEF,
  PACKAGE,
  TEST_ENV,
  buildOnce,
  commitAll,
  runDelegate,
  tempFolder,
  tempRepo,
  write,
} from '../support/index.ts';
import { sized } from '../support/size.ts';
import { randomFrom } from '../fuzz/mutate.ts';

const PATH = 'briefs/halve.md';
const HALVE = 'briefs/halve';
const REASON = ['--reason', 'It has to be.'];
const OTHER = 'briefs/other.md';

/** Values that are right, for fields that take no plain text. */
const RIGHT: Readonly<Record<string, string>> = {
  choice: 'problem-solving',
  date: '2026-08-31',
  milestones: '2026-05-15: a plan',
  cadence: '2 weeks',
  weekday: 'Monday',
  person: 'Mei Tan <mei@example.com>',
};

/** How each command is called on it; the words behind a command are those of a person who means well. */
const CALLS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  new: [
    ['--from', PATH],
    ['Next', '--from', PATH, '--delegate', 'Bor Kos'],
    ['Part', '--parent', 'b-7k3f9q2m', '--goal', 'Half of it.'],
  ],
  import: [[PATH]],
  edit: [[HALVE, ...REASON]],
  propose: [[HALVE]],
  accept: [
    [HALVE, '--by', 'Bor Kos', '--backbrief', 'I own halving the wait for a deploy.'],
    [HALVE, '--by', 'Bor Kos', '--object', 'Too much.'],
  ],
  amend: [
    ...ANSWERS.flatMap(({ name, type, choices }) => [
      [HALVE, '--set', `${name}=${choices?.[0]?.value ?? RIGHT[type] ?? 'Another'}`, ...REASON],
      [HALVE, '--set', `${name}=`, ...REASON],
    ]),
    ...ANSWERS.filter(({ type }) => type === 'list' || type === 'milestones').flatMap(
      ({ name, type }) => [
        [HALVE, '--add', `${name}=${RIGHT[type] ?? 'One more'}`, ...REASON],
        [HALVE, '--remove', `${name}=1`, ...REASON],
      ],
    ),
    [HALVE, '--reseal', ...REASON],
    [HALVE, '--propose', '--set', 'goal=Another', ...REASON],
    [HALVE, '--from-proposal'],
    [HALVE, '--decline-proposal', '1', ...REASON],
    [HALVE, '--field', 'goal', ...REASON, '--agreed-by', 'Bor Kos'],
  ],
  agree: [[HALVE], [HALVE, '1', '--by', 'Bor Kos']],
  dispute: [
    [HALVE, ...REASON],
    [HALVE, '1', '--by', 'Bor Kos', ...REASON],
  ],
  'check-in': [[HALVE, '--state', 'on-track', '--note', 'Half of it is done.']],
  pause: [
    [HALVE, ...REASON],
    [HALVE, '--until', '2026-09-01', ...REASON],
  ],
  resume: [[HALVE]],
  withdraw: [
    [HALVE, ...REASON],
    [HALVE, '--by', 'Bor Kos', ...REASON],
  ],
  reassign: [[HALVE, '--to', 'Mei Tan <mei@example.com>', ...REASON]],
  close: [
    [HALVE, '--as', 'done', '--outcome', '18 minutes.', '--met', '1'],
    [HALVE, '--as', 'cancelled', '--outcome', 'No more.'],
  ],
  reopen: [[HALVE, ...REASON]],
  lint: [[], ['--fix'], ['--format', 'sarif'], ['--fix', '--dry-run'], ['--since', 'HEAD']],
  rules: [[]],
  health: [[], [HALVE, '--json']],
  guard: [
    [HALVE, 'HEAD~1..HEAD'],
    [HALVE, 'HEAD..HEAD', '--json'],
  ],
  verify: [
    [HALVE, '--yes'],
    [HALVE, '--yes', '--checks-from', 'HEAD', '--json'],
  ],
  inbox: [[], ['--all', '--json']],
  list: [[], ['--json']],
  show: [[HALVE], [HALVE, '--json'], [HALVE, '--format', 'html'], [HALVE, '--format', 'markdown']],
  handover: [[HALVE], [HALVE, '--json'], [HALVE, '--budget', '100']],
  calendar: [[]],
  log: [[], ['--all', '--json'], [HALVE, '--patch']],
  report: [[], ['--json']],
  schema: [[]],
  init: [[]],
  textconv: [[PATH]],
  'merge-driver': [
    [OTHER, PATH, OTHER],
    [PATH, OTHER, OTHER],
    [OTHER, OTHER, PATH],
  ],
};

/** What a command's statuses are worth a look in. */
const STATUS: Readonly<Record<string, string>> = {
  propose: 'draft',
  accept: 'proposed',
  resume: 'paused',
  reopen: 'done',
};

test.each([
  ['decision-rights: x', 'decision-rights.delegate=Caching'],
  ['fit: x', 'fit.experience=similar'],
  ['fit: [x]', 'fit.experience=similar'],
])('where "%s" stands, nothing can be set below it', async (line, assignment) => {
  const key = line.slice(0, line.indexOf(':'));
  const text = GOOD_BRIEF.replace(new RegExp(`^${key}:\\n(?:  .*\\n)+`, 'm'), `${line}\n`);
  expect(text).toContain(line);
  const repo = tempRepo({ [PATH]: text });
  const ran = await runDelegate(['amend', HALVE, '--set', assignment, ...REASON], { cwd: repo });
  expect(ran.status).toBe(2);
  expect(ran.err).toContain(`${key} must be keys with values: there is no place for`);
  expect(readFileSync(join(repo, PATH), 'utf8')).toBe(text);
  // A merge in which the other side has what has no place here is for people to decide.
  for (const [name, version] of [
    ['base', text.replace(`${line}\n`, '')],
    ['theirs', GOOD_BRIEF],
  ] as const) {
    write(repo, name, version);
  }
  const merged = await runDelegate(['merge-driver', 'base', PATH, 'theirs'], { cwd: repo });
  expect(merged.err).not.toContain('should not');
  expect(readFileSync(join(repo, PATH), 'utf8')).toContain(line);
  // What a fix would move there stays where it is.
  const [, child = ''] = assignment.split(/[.=]/);
  const wrong = text.replace('goal:', `${child}: similar\ngoal:`);
  write(repo, PATH, wrong);
  const fixed = await runDelegate(['lint', '--fix', PATH], { cwd: repo });
  expect(fixed.status).toBe(1);
  expect(readFileSync(join(repo, PATH), 'utf8')).toBe(wrong);
});

test('an edit that cannot be recorded is kept, and said to be', async () => {
  const repo = tempRepo({ [PATH]: GOOD_BRIEF.replace('status: accepted', 'status: done') });
  const { err, status } = await runDelegate(['edit', HALVE, ...REASON], {
    cwd: repo,
    env: { EDITOR: "sed -i 's/from 40 to 20/from 40 to 10/'" },
  });
  expect(status).toBe(2);
  expect(err).toContain(
    'briefs/halve.md is done, and cannot be amended; the file is kept as you left it, and not committed\n',
  );
  expect(readFileSync(join(repo, PATH), 'utf8')).toContain('from 40 to 10');
});

test('a working folder that is gone is told as that', () => {
  buildOnce();
  const { status, stderr } = spawnSync(
    'sh',
    [
      '-c',
      'rmdir "$PWD" && exec "$0" "$1" list',
      process.execPath,
      join(PACKAGE, 'bin/delegate.js'),
    ],
    { cwd: tempFolder(), env: TEST_ENV, encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([
    2,
    'delegate: the folder that you are in is there no more\nGo to one that is: cd ~\n',
  ]);
});

const RUNS = sized(40, 5000);

test('every command is tried, but for those that read no brief, or do what another one does', () => {
  const none = ['lsp', 'mcp', 'demo', 'completion', 'comment'];
  const names = COMMANDS.map(({ name }) => name).filter((name) => !none.includes(name));
  expect(Object.keys(CALLS).toSorted()).toEqual(names.toSorted());
});

test('no command breaks off over a brief that a hand has broken', async () => {
  const random = randomFrom(20261128);
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const briefs = new Map<string, [string, string][]>();
  const names = Object.keys(CALLS);
  for (let turn = 0; turn < RUNS; turn++) {
    const name = names[turn % names.length] as string;
    // Most have a status that fits, so that they are not refused for that alone.
    const status = random() < 0.8 ? (STATUS[name] ?? 'accepted') : any(['draft', 'done', 'paused']);
    const known = briefs.get(status) ?? Object.entries(brokenBriefs(status));
    briefs.set(status, known);
    const [fault, text] = any(known);
    const args = [name, ...any(CALLS[name] as string[][])];
    const where = JSON.stringify([args.join(' '), status, fault]);
    const repo = tempRepo({ [OTHER]: GOOD_BRIEF.replace('b-7k', 'b-8k'), [PATH]: GOOD_BRIEF });
    write(repo, PATH, text);
    if (random() < 0.5) commitAll(repo, 'By hand.');
    const {
      status: exit,
      out,
      err,
    } = await runDelegate(args, {
      cwd: repo,
      env: { EDITOR: `printf 'x-more: 1\\n' >>` },
    });
    const said = `${where}: ${exit}\n${err}${out}`;
    if (/should not|^ {4}at /m.test(err) || ![0, 1, 2].includes(exit)) expect.soft(said).toBe('');
    const now = readFileSync(join(repo, PATH), 'utf8');
    const isKept = / is kept|kept in/.test(err);
    if (exit === 2 && now !== text && !isKept) expect.soft(said).toBe('nothing written');
    if (name !== 'edit' && readBrief(text).readable && !readBrief(now).readable) {
      expect.soft(`${said}\n${now}`).toBe('still to be read');
    }
  }
});
