/** The weekly workflow: its steps are run as a runner would, with a `gh` that keeps its issues in a file. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  CHANGED_BRIEF,
  GOOD_BRIEF,
  PACKAGE,
  TEST_ENV,
  buildOnce,
  commitAll,
  draftBrief,
  git,
  runDelegate,
  tempFolder,
  tempRepo,
  write,
} from '../support/index.ts';
import { LONG } from '../support/size.ts';

interface Workflow {
  permissions: Record<string, string>;
  on: Record<string, unknown>;
  defaults?: { run: { shell: string } };
  jobs: Record<
    string,
    {
      env: Record<string, string>;
      steps: { name?: string; run?: string; uses?: string; env?: Record<string, string> }[];
    }
  >;
}

const WORKFLOW = '.github/workflows/delegate-weekly.yml';
const PEOPLE = `people:
  Ana Novak: {email: ana@example.com, github: ananovak}
  "Bor $(touch /tmp/delegate-pwned) Kos": {email: bor@example.com, github: bor-kos}
  Mei Lin: {email: mei@example.com}
`;
const proposed = (id: string, title: string, to: string) =>
  draftBrief(title, id)
    .replace('draft', 'proposed')
    .replace(/delegate: .*/, `delegate: ${to}`);
const EVIL = '"`touch /tmp/delegate-pwned` $(touch /tmp/delegate-pwned) @everyone ${{ x }}"';
const REPO = {
  '.delegate.yaml': PEOPLE,
  'briefs/a.md': proposed('b-00000001', EVIL, 'Bor Kos <bor@example.com>'),
  'briefs/b.md': proposed('b-00000002', 'For Mei', 'Mei Lin <mei@example.com>'),
};

const read = (repo: string, path: string) => readFileSync(join(repo, path), 'utf8');
const workflowOf = (text: string) => parse(text) as Workflow;
const stepsOf = (workflow: Workflow) => Object.values(workflow.jobs).flatMap(({ steps }) => steps);

async function initialised(files: Record<string, string>, ...args: string[]) {
  const repo = tempRepo(files);
  const { status, err } = await runDelegate(['init', ...args], { cwd: repo });
  expect(status).toBe(0);
  return { repo, err };
}

describe('init --weekly', () => {
  it('says once who has to be in the configuration, with answers in comments too', async () => {
    const { err } = await initialised({}, '--ci', 'github', '--weekly', '--comments');
    expect(err).toContain('every week or to answer in comments needs their name on GitHub');
    expect(err.match(/ {6}Ana Novak:/g)).toHaveLength(1);
  });

  it('writes a workflow with no more rights than it needs, and nothing of a stranger in its shell', async () => {
    const { repo, err } = await initialised({}, '--ci', 'github', '--weekly');
    const text = read(repo, WORKFLOW);
    const workflow = workflowOf(text);
    expect(workflow.permissions).toEqual({ contents: 'read', issues: 'write' });
    expect(Object.keys(workflow.on)).toEqual(['schedule', 'workflow_dispatch']);
    const steps = stepsOf(workflow);
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
    // Where there is a token, nothing is run but gh and jq.
    for (const { run = '', env } of steps) {
      if (env?.['GH_TOKEN'] !== undefined) expect(run).not.toMatch(/DELEGATE|npx/);
    }
    const uses = (path: string) =>
      stepsOf(workflowOf(read(repo, path))).flatMap((step) => step.uses ?? []);
    expect(uses('.github/workflows/delegate.yml')).toEqual(expect.arrayContaining(uses(WORKFLOW)));
    expect(text).toMatch(/npx --yes --package delegate-briefs@\d+\.\d+\.\d+ delegate\n/);
    expect(err).toContain('every Monday');
    expect(err).toContain('        github: ananovak\n');
  });

  it('on GitLab writes a job for scheduled pipelines, and both forges can be asked for at once', async () => {
    const args = ['--ci', 'github', '--ci', 'gitlab', '--weekly'];
    const { repo } = await initialised({}, ...args);
    expect(workflowOf(read(repo, WORKFLOW)).jobs).toHaveProperty('weekly');
    expect(parse(read(repo, '.gitlab/delegate-weekly.yml'))).toMatchObject({
      'briefs-weekly': { rules: [{ if: '$CI_PIPELINE_SOURCE == "schedule"' }] },
    });
    expect(parse(read(repo, '.gitlab-ci.yml'))).toEqual({
      include: [{ local: '.gitlab/delegate.yml' }, { local: '.gitlab/delegate-weekly.yml' }],
    });
    const again = await runDelegate(['init', ...args], { cwd: repo });
    expect(again.err).not.toMatch(/Made|Add to it/);
  });

  it('tells what to add to a pipeline that is there', async () => {
    const pipeline = 'include:\n  - local: .gitlab/delegate.yml\n';
    const { repo, err } = await initialised(
      { '.gitlab-ci.yml': pipeline },
      '--ci',
      'gitlab',
      '--weekly',
    );
    expect(err).toContain(
      'Add to it:\n\n    include:\n      - local: .gitlab/delegate-weekly.yml\n',
    );
    expect(read(repo, '.gitlab-ci.yml')).toBe(pipeline);
  });

  it('wants --ci', async () => {
    const { status, err } = await runDelegate(['init', '--weekly'], { cwd: tempRepo() });
    expect([status, err]).toEqual([2, 'delegate: --weekly is for --ci\nAdd --ci github.\n']);
  });
});

const hasTools = ['bash', 'jq'].every((tool) => {
  try {
    execFileSync('sh', ['-c', `command -v ${tool}`], { env: TEST_ENV });
    return true;
  } catch {
    return false;
  }
});

interface Issue {
  number: number;
  state: string;
  title: string;
  body: string;
  comments: string[];
}

describe.skipIf(!hasTools)('the weekly workflow, run', () => {
  beforeAll(buildOnce);

  async function runner(files: Record<string, string> = REPO) {
    const { repo } = await initialised(files, '--ci', 'github', '--weekly');
    const workflow = workflowOf(read(repo, WORKFLOW));
    const tools = tempFolder();
    copyFileSync(join(PACKAGE, 'test/support/fake-gh.mjs'), join(tools, 'gh.mjs'));
    const program = join(PACKAGE, 'bin/delegate.js');
    write(tools, 'gh', `#!/bin/sh\nexec '${process.execPath}' '${tools}/gh.mjs' "$@"\n`);
    write(tools, 'npx', `#!/bin/sh\nshift 4\nexec '${process.execPath}' '${program}' "$@"\n`);
    for (const tool of ['gh', 'npx']) chmodSync(join(tools, tool), 0o755);
    const file = join(tools, 'state.json');
    const seed = (issues: readonly (Issue & { label: string })[]) =>
      writeFileSync(file, JSON.stringify({ labels: [], issues, calls: [] }));
    seed([]);
    const load = () =>
      JSON.parse(readFileSync(file, 'utf8')) as { issues: Issue[]; calls: string[] };
    return {
      repo,
      state: load,
      seed,
      /** Runs all steps, or those for the issues; what gh was asked to change since, and the summary. */
      run: (isForIssues = false) => {
        const before = load().calls.length;
        const temp = tempFolder();
        mkdirSync(join(temp, 'runner'));
        const summary = join(temp, 'summary.md');
        writeFileSync(summary, '');
        const jobs = Object.values(workflow.jobs);
        for (const { env: jobEnv, steps } of jobs) {
          for (const { name, run, env = {} } of steps) {
            const isLeftOut = !LONG && isForIssues && name === 'What waits, and what moved';
            if (run === undefined || isLeftOut) continue;
            execFileSync('bash', ['-eo', 'pipefail', '-c', run], {
              cwd: repo,
              stdio: 'pipe',
              env: {
                ...TEST_ENV,
                ...jobEnv,
                ...(env['GH_TOKEN'] === undefined ? {} : { GH_TOKEN: 't', GH_REPO: 'o/r' }),
                PATH: `${tools}:${TEST_ENV['PATH']}`,
                GH_STATE: file,
                GITHUB_ACTIONS: 'true',
                GITHUB_STEP_SUMMARY: summary,
                RUNNER_TEMP: join(temp, 'runner'),
              },
            });
          }
        }
        return { calls: load().calls.slice(before), summary: readFileSync(summary, 'utf8') };
      },
    };
  }

  it('keeps one issue a person, mentions nobody else, and changes nothing where nothing has changed', async () => {
    const { repo, run, state } = await runner();
    const first = run();
    expect(first.summary).toContain('## What waits');
    expect(first.summary).toContain('## What moved this week');
    expect(first.calls).toEqual(['label create delegate-inbox', 'issue create']);
    const [issue] = state().issues;
    expect(issue?.title).toBe('What waits for bor-kos');
    expect(issue?.body).toMatch(
      /^<!-- delegate-inbox:bor-kos -->\n@bor-kos\n\n### One thing waits for /,
    );
    expect(issue?.body.match(/(?<!\w)@[\w-]+/g)).toEqual(['@bor-kos']);
    expect(issue?.body).toContain('delegate accept b-00000001');
    // The same again.
    expect(run(true).calls).toEqual(['label create delegate-inbox']);
    // Something more waits: the same issue, and whoever it is for is told.
    write(repo, 'briefs/c.md', proposed('b-00000003', 'More', 'Bor Kos <bor@example.com>'));
    commitAll(repo, 'more');
    expect(run(true).calls.slice(1)).toEqual(['issue edit 1', 'issue comment 1']);
    expect(state().issues[0]?.comments).toEqual([
      '@bor-kos: what waits for you has changed, see above.',
    ]);
    if (LONG) expect(run(true).calls.slice(1)).toEqual([]);
    // Nothing waits any more, and later something does again.
    write(repo, 'briefs/a.md', draftBrief('A', 'b-00000001'));
    write(repo, 'briefs/c.md', draftBrief('C', 'b-00000003'));
    expect(run(true).calls.slice(1)).toEqual(['issue close 1']);
    if (LONG) expect(run(true).calls.slice(1)).toEqual([]);
    write(repo, 'briefs/a.md', proposed('b-00000001', 'A', 'Bor Kos <bor@example.com>'));
    expect(run(true).calls.slice(1)).toEqual(['issue reopen 1', 'issue edit 1', 'issue comment 1']);
    expect(state().issues).toHaveLength(1);
    expect(() => readFileSync('/tmp/delegate-pwned')).toThrow('ENOENT');
  });

  it('takes no issue of others for its own', async () => {
    const { run, state, seed } = await runner();
    const body = '<!-- delegate-inbox:bor-kos -->';
    seed([
      { number: 1, state: 'OPEN', title: 'x', label: 'other', body, comments: [] },
      { number: 2, state: 'OPEN', title: 'x', label: 'delegate-inbox', body: '', comments: [] },
    ]);
    expect(run(true).calls.slice(1)).toEqual(['issue create']);
    expect(state().issues.map((issue) => issue.state)).toEqual(['OPEN', 'OPEN', 'OPEN']);
  });

  it('with nobody configured writes the summary alone', async () => {
    const { run, state } = await runner({ ...REPO, '.delegate.yaml': 'folder: briefs\n' });
    expect(run().summary).toContain('### One thing waits for Bor Kos');
    expect(state().issues).toEqual([]);
  });

  it('beside it, that of a push fails on a silent move and annotates one that waits', async () => {
    const { repo } = await initialised({ 'briefs/a.md': GOOD_BRIEF }, '--ci', 'github');
    const workflow = workflowOf(read(repo, '.github/workflows/delegate.yml'));
    const step = stepsOf(workflow).find(({ name }) => name?.startsWith('No goalpost moved'));
    const from = git(repo, 'rev-parse', 'HEAD');
    const run = (start: string) =>
      spawnSync('bash', ['-e', '-c', step?.run ?? ''], {
        cwd: repo,
        encoding: 'utf8',
        env: {
          ...TEST_ENV,
          DELEGATE: `${process.execPath} ${join(PACKAGE, 'bin/delegate.js')}`,
          FROM: start,
          GITHUB_ACTIONS: 'true',
        },
      });
    const silent = GOOD_BRIEF.replace('due: 2026-06-30', 'due: 2026-05-31');
    write(repo, 'briefs/a.md', silent);
    commitAll(repo, 'silent');
    expect(run(from)).toMatchObject({ status: 1, stdout: expect.stringContaining('::error') });
    expect(run('0'.repeat(40))).toMatchObject({ status: 0, stdout: '' });
    expect(run('')).toMatchObject({ status: 0, stdout: '' });
    write(repo, 'briefs/a.md', CHANGED_BRIEF.replace(/ +agreed-by: .*\n/, ''));
    commitAll(repo, 'recorded');
    expect(run(from)).toMatchObject({ status: 0, stdout: expect.stringContaining('::notice') });
  });
});
