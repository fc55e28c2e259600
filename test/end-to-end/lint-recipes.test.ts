/** The recipes of docs/ci.md and templates/ci, run as far as a machine without the services can. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  GOOD_BRIEF,
  PACKAGE,
  TEST_ENV,
  buildOnce,
  draftBrief,
  git,
  tempFolder,
  tempRepo,
  write,
} from '../support/index.ts';

const BAD = draftBrief('Bad', 'b-00000bad').replace(/^why:.*\n/m, '');
const DOCS = readFileSync(join(PACKAGE, 'docs/ci.md'), 'utf8');

/** A folder on the PATH that has `delegate`, and an `npx` that runs it. */
function withDelegate(): Record<string, string> {
  buildOnce();
  const bin = tempFolder();
  const run = `exec '${process.execPath}' '${join(PACKAGE, 'bin/delegate.js')}'`;
  write(bin, 'delegate', `#!/bin/sh\n${run} "$@"\n`);
  write(bin, 'npx', `#!/bin/sh\nwhile [ "$1" != delegate ]; do shift; done\nshift\n${run} "$@"\n`);
  for (const name of ['delegate', 'npx']) chmodSync(join(bin, name), 0o755);
  return { ...TEST_ENV, PATH: `${bin}:${TEST_ENV['PATH']}` };
}

function shell(cwd: string, script: string, env: Record<string, string>) {
  return spawnSync('bash', ['-eo', 'pipefail', '-c', script], { cwd, env, encoding: 'utf8' });
}

function block(language: string, holds: string): string {
  const found = DOCS.split('```')
    .filter((part) => part.startsWith(`${language}\n`))
    .find((part) => part.includes(holds));
  if (found === undefined) throw new Error(`docs/ci.md has no block with ${holds}`);
  return found.slice(language.length + 1);
}

test("husky's line refuses a bad brief, and lets a good one and other files through", () => {
  const env = withDelegate();
  const repo = tempRepo({ 'a.txt': 'x' });
  mkdirSync(join(repo, '.git/hooks'), { recursive: true });
  write(repo, '.git/hooks/pre-commit', `#!/bin/sh\n${block('sh', '--cached')}`);
  chmodSync(join(repo, '.git/hooks/pre-commit'), 0o755);
  write(repo, 'briefs/a brief.md', BAD);
  git(repo, 'add', '-A');
  const refused = spawnSync('git', ['commit', '-m', 'x'], { cwd: repo, env, encoding: 'utf8' });
  expect(refused.stdout + refused.stderr).toContain('error[missing-why]');
  expect(refused.status).not.toBe(0);
  write(repo, 'briefs/a brief.md', GOOD_BRIEF);
  git(repo, 'add', '-A');
  const made = spawnSync('git', ['commit', '-m', 'x'], { cwd: repo, env, encoding: 'utf8' });
  expect(made.status, made.stderr).toBe(0);
  write(repo, 'a.txt', 'y');
  expect(spawnSync('git', ['commit', '-am', 'y'], { cwd: repo, env }).status).toBe(0);
});

/** A workflow as `init` writes it. */
function template(name: string): string {
  const text = readFileSync(join(PACKAGE, 'templates/ci', name), 'utf8');
  return text.replaceAll('@PATHS@', '[]').replaceAll('@DELEGATE@', 'npx delegate');
}

interface Workflow {
  readonly jobs: Record<string, { readonly steps: readonly { readonly run?: string }[] }>;
}

test.each(['templates', 'docs'])('the GitHub workflow of %s: its lint step', (from) => {
  const text = from === 'docs' ? block('yaml', 'name: Briefs') : template('github.yml');
  const workflow = parse(text) as Workflow;
  const steps = workflow.jobs['briefs']?.steps ?? [];
  const step = steps.find(({ run }) => run !== undefined && / lint\b/.test(run))?.run as string;
  const env = { ...withDelegate(), GITHUB_ACTIONS: 'true', DELEGATE: 'npx delegate' };
  const bad = shell(tempRepo({ 'briefs/bad.md': BAD }), step, env);
  expect(bad.stdout).toMatch(/^::error file=briefs\/bad\.md,.*title=missing-why::/m);
  expect(bad.status).toBe(1);
  expect(shell(tempRepo({ 'briefs/good.md': GOOD_BRIEF }), step, env).status).toBe(0);
});

test.each(['templates', 'docs'])('the GitLab job of %s: lint, and its report', (from) => {
  const text = from === 'docs' ? block('yaml', 'codequality') : template('gitlab.yml');
  const job = (parse(text) as Record<string, { script: string[]; artifacts: never }>)['briefs'];
  const lines = job?.script.filter((line) => / lint\b/.test(line)) ?? [];
  expect(lines).toHaveLength(2);
  const repo = tempRepo({ 'briefs/bad.md': BAD });
  const env = { ...withDelegate(), DELEGATE: 'npx delegate' };
  const ran = shell(repo, lines.join('\n'), env);
  expect(ran.status).toBe(1);
  expect(ran.stdout).toContain('error[missing-why]');
  const report = (job as unknown as { artifacts: { reports: { codequality: string } } }).artifacts
    .reports;
  const entries = JSON.parse(readFileSync(join(repo, report.codequality), 'utf8')) as unknown[];
  expect(entries).toContainEqual(expect.objectContaining({ check_name: 'missing-why' }));
});

test('npm pack prints the name of the package alone, as the pre-commit framework takes it', () => {
  expect(readFileSync(join(PACKAGE, '.npmrc'), 'utf8')).toContain('foreground-scripts=false\n');
});

test('the hook of the pre-commit framework takes briefs and refuses a bad one', () => {
  const hooks = parse(readFileSync(join(PACKAGE, '.pre-commit-hooks.yaml'), 'utf8')) as {
    id: string;
    entry: string;
    files: string;
  }[];
  const [hook] = hooks;
  expect(block('yaml', 'repos:')).toContain(hook?.id);
  const pattern = new RegExp(hook?.files as string);
  expect(['briefs/bad.md', 'briefs/deep/a.md'].every((path) => pattern.test(path))).toBe(true);
  expect(pattern.test('docs/a.md')).toBe(false);
  const repo = tempRepo({ 'briefs/bad.md': BAD, 'briefs/good.md': GOOD_BRIEF });
  const bad = shell(repo, `${hook?.entry} briefs/bad.md briefs/good.md`, withDelegate());
  expect(bad.status).toBe(1);
  expect(shell(repo, `${hook?.entry} briefs/good.md`, withDelegate()).status).toBe(0);
});
