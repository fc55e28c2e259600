/** What `init --ci` writes, step by step in a shell as the forge runs it, on a pull request that moves a goalpost. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  GOOD_BRIEF,
  PACKAGE,
  TEST_ENV,
  buildOnce,
  commitAll,
  git,
  runProgram,
  tempFolder,
  tempRepo,
  write,
} from '../support/index.ts';

const PATH = 'briefs/halve.md';
const MOVED = GOOD_BRIEF.replace('due: 2026-06-30', 'due: 2026-05-31');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly id?: string;
  readonly env?: Record<string, string>;
  readonly with?: Record<string, unknown>;
}

interface Job {
  readonly env?: Record<string, string>;
  readonly permissions?: Record<string, string>;
  readonly if?: string;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Record<string, { paths?: string[] }>;
  readonly permissions: Record<string, string>;
  readonly jobs: Record<string, Job>;
}

/** Where a pull request is checked out, as a forge does: its merge, with all that is fetched. */
let checkout: string;
let remote: string;
beforeAll(async () => {
  buildOnce();
  const work = tempRepo({ [PATH]: GOOD_BRIEF });
  const args = ['init', '--vendor', '--ci', 'github', '--ci', 'gitlab'];
  await runProgram(args, { cwd: work });
  commitAll(work, 'set up');
  git(work, 'checkout', '-qb', 'change');
  write(work, PATH, MOVED);
  commitAll(work, 'Security freeze');
  remote = join(tempFolder(), 'remote.git');
  git(work, 'clone', '-q', '--bare', work, remote);
  checkout = join(tempFolder(), 'checkout');
  git(work, 'clone', '-q', remote, checkout);
  git(checkout, 'checkout', '-q', '--detach', 'origin/main');
  git(
    checkout,
    '-c',
    'user.name=Forge',
    '-c',
    'user.email=forge@example.com',
    'merge',
    '-q',
    '--no-ff',
    '-m',
    'merge of the pull request',
    'origin/change',
  );
});

const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');
/** Node and what every runner has, and nothing of this package. */
const ENV = { ...TEST_ENV, PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, CI: 'true' };

function bash(cwd: string, script: string, env: Record<string, string>) {
  return spawnSync('bash', ['-eo', 'pipefail', '-c', script], { cwd, env, encoding: 'utf8' });
}

describe('GitHub', () => {
  const workflow = () => parse(read(checkout, '.github/workflows/delegate.yml')) as Workflow;

  test('it has the least rights, runs where briefs change, and only the comment may write', () => {
    const { on, permissions, jobs } = workflow();
    expect(permissions).toEqual({ contents: 'read' });
    expect(on['pull_request']?.paths).toContain('briefs/**');
    expect(jobs['briefs']?.permissions).toBeUndefined();
    expect(jobs['comment']?.permissions).toEqual({ 'pull-requests': 'write' });
    expect(jobs['comment']?.steps.some(({ uses }) => uses?.includes('checkout'))).toBe(false);
    expect(read(checkout, '.github/workflows/delegate.yml')).not.toContain('pull_request_target');
  });

  test('its steps tell the goalpost that moved, and make the page and the comment', () => {
    const temp = tempFolder();
    const expressions: Record<string, string> = {
      "github.base_ref && format('origin/{0}', github.base_ref) || github.event.before":
        'origin/main',
      "format('origin/{0}', github.base_ref)": 'origin/main',
      'github.token': 'none',
      'github.repository': 'them/briefs',
      'github.event.pull_request.number': '7',
    };
    const filled = (env: Record<string, string> = {}) =>
      Object.fromEntries(
        Object.entries(env).map(([name, value]) => [
          name,
          value.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
            if (expressions[expression] === undefined) throw new Error(`unknown: ${expression}`);
            return expressions[expression];
          }),
        ]),
      );
    const files = {
      GITHUB_OUTPUT: join(temp, 'output'),
      GITHUB_STEP_SUMMARY: join(temp, 'summary'),
    };
    const ran = (job: Job, cwd: string, extra: Record<string, string> = {}) =>
      job.steps.flatMap((step) => {
        if (step.run === undefined) return [];
        const env = { ...ENV, GITHUB_ACTIONS: 'true', ...files, ...extra };
        return [bash(cwd, step.run, { ...env, ...filled(job.env), ...filled(step.env) })];
      });
    const { briefs, comment } = workflow().jobs as { briefs: Job; comment: Job };
    const [lint, log, page, moved] = ran(briefs, checkout);
    expect(lint?.status).toBe(1);
    expect(lint?.stdout).toMatch(/^::error file=briefs\/halve\.md,.*title=goalpost-moved::/m);
    expect(log?.status).toBe(1);
    expect(log?.stdout).toMatch(/^::error file=briefs\/halve\.md/m);
    expect(page?.status, page?.stderr).toBe(0);
    expect(read(checkout, 'briefs-report.html')).toContain('</html>');
    expect(moved?.status, moved?.stderr).toBe(0);
    expect(read(temp, 'output')).toBe('told=true\n');
    expect(read(temp, 'summary')).toContain('goalpost moved');
    const uploads = briefs.steps.filter(({ uses }) => uses?.startsWith('actions/upload-artifact@'));
    expect(uploads.map((step) => step.with)).toEqual([
      { path: 'briefs-report.html', archive: false },
      { name: 'briefs-moved', path: 'briefs-moved.md' },
    ]);
    // The other job, elsewhere, with the file alone.
    const other = tempFolder();
    copyFileSync(join(checkout, 'briefs-moved.md'), join(other, 'briefs-moved.md'));
    mkdirSync(join(other, 'bin'));
    copyFileSync(join(PACKAGE, 'test/support/fake-gh.mjs'), join(other, 'bin/gh'));
    chmodSync(join(other, 'bin/gh'), 0o755);
    const GH_STATE = join(other, 'state.json');
    const bot = { login: 'github-actions[bot]' };
    // What somebody wrote after its model, and what other workflows wrote.
    const theirs = [
      { id: 1, user: { login: 'mallory' }, body: '<!-- delegate-moved -->\nNothing moved!' },
      { id: 2, user: bot, body: 'Accepted by Bor Kos.' },
    ];
    writeFileSync(GH_STATE, JSON.stringify({ comments: theirs }));
    const comments = (told: string): { body: string }[] => {
      expressions['needs.briefs.outputs.told'] = told;
      const [posted] = ran(comment, other, { PATH: `${other}/bin:${ENV.PATH}`, GH_STATE });
      expect(posted?.status, posted?.stderr).toBe(0);
      const all = (JSON.parse(read(other, 'state.json')) as { comments: { body: string }[] })
        .comments;
      expect(all.slice(0, 2)).toEqual(theirs);
      return all.slice(2);
    };
    expect(comments('true')).toEqual([
      expect.objectContaining({ body: expect.stringContaining('2026-05-31') }),
    ]);
    // It is put back: the same comment says so.
    writeFileSync(join(other, 'briefs-moved.md'), 'No goalpost moved.\n');
    expect(comments('false')).toEqual([
      expect.objectContaining({ body: '<!-- delegate-moved -->\nNo goalpost moved.\n' }),
    ]);
    // Where nothing has ever moved there is none.
    writeFileSync(GH_STATE, JSON.stringify({ comments: theirs }));
    expect(comments('false')).toEqual([]);
  });

  test('the action at the root does the same with nothing published', () => {
    const action = parse(read(PACKAGE, 'action.yml')) as {
      inputs: Record<string, { default: string }>;
      runs: { using: string; steps: Step[] };
    };
    expect(action.runs.using).toBe('composite');
    // Without the program nothing else is tried: what failed stands last.
    expect(action.runs.steps[0]?.id).toBe('program');
    for (const step of action.runs.steps.slice(1)) {
      if (step.if === undefined) continue;
      expect(step.if).toMatch(
        /\{\{ steps\.(?:program|page)\.outcome == 'success' && !cancelled\(\)/,
      );
    }
    const temp = tempFolder();
    const env: Record<string, string> = {
      ...ENV,
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: PACKAGE,
      GITHUB_ENV: join(temp, 'env'),
      GITHUB_STEP_SUMMARY: join(temp, 'summary'),
      RUNNER_TEMP: temp,
      FROM: 'origin/main',
      FAIL_ON: action.inputs['fail-on']?.default ?? '',
      GITHUB_WORKSPACE: checkout,
    };
    const seen = action.runs.steps.flatMap((step) => {
      if (step.run === undefined) return [];
      const ran = bash(checkout, step.run, env);
      if (existsSync(join(temp, 'env'))) {
        const set = /^DELEGATE=(.*)$/m.exec(read(temp, 'env'));
        if (set?.[1] !== undefined) env['DELEGATE'] = set[1];
      }
      return [ran];
    });
    expect(env['DELEGATE']).toContain('.delegate/delegate.cjs');
    expect(seen.map(({ status }) => status)).toEqual([0, 1, 1, 0]);
    expect(seen[2]?.stdout).toContain('::error file=briefs/halve.md');
    // Without the file it is built where the action stands.
    const bare = tempRepo({ [PATH]: GOOD_BRIEF });
    const found = bash(bare, action.runs.steps[0]?.run ?? '', {
      ...env,
      GITHUB_ENV: join(temp, 'other'),
      GITHUB_WORKSPACE: bare,
    });
    expect(found.status, found.stderr).toBe(0);
    expect(read(temp, 'other')).toBe(`DELEGATE=node ${PACKAGE}/bin/delegate.js\n`);
  });
});

test('GitLab: the job tells the goalpost that moved, and leaves page and findings', () => {
  const pipeline = parse(read(checkout, '.gitlab-ci.yml')) as { include: { local: string }[] };
  const file = read(checkout, pipeline.include[0]?.local ?? '');
  const { briefs } = parse(file) as {
    briefs: {
      script: string[];
      variables: Record<string, string>;
      artifacts: { paths: string[]; reports: Record<string, string> };
    };
  };
  const ran = bash(checkout, briefs.script.join('\n'), {
    ...ENV,
    ...briefs.variables,
    GITLAB_CI: 'true',
    CI_MERGE_REQUEST_DIFF_BASE_SHA: git(checkout, 'rev-parse', 'origin/main'),
  });
  expect(ran.status).toBe(1);
  expect(ran.stdout).toContain('error[goalpost-moved]');
  expect(ran.stdout).toContain('in silence');
  for (const path of briefs.artifacts.paths) expect(read(checkout, path)).toContain('</html>');
  const findings = JSON.parse(read(checkout, briefs.artifacts.reports['codequality'] ?? '')) as [];
  expect(findings).toContainEqual(expect.objectContaining({ check_name: 'goalpost-moved' }));
});
