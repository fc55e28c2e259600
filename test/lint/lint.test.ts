import { describe, expect, it } from 'vitest';
import { checkSetup } from '../../src/lint/check-context.ts';
import { lintFiles, lintText } from '../../src/lint/lint.ts';
import { createLinter } from '../../src/lint/linter.ts';
import { errorsIn, structureErrorsIn } from '../../src/lint/severity.ts';
import { openWorkspace } from '../../src/lint/workspace.ts';
import { committedText } from '../../src/git/revision.ts';
import { GOOD_BRIEF, draftBrief, makeHost, runDelegate, tempRepo } from '../support/index.ts';

async function linterOf(files: Record<string, string>) {
  const workspace = await openWorkspace(makeHost({ cwd: tempRepo(files) }));
  return createLinter(workspace, '2026-04-10');
}

describe('the engine', () => {
  it('lints files among all others, also where only one is named', async () => {
    const linter = await linterOf({ 'briefs/a.md': GOOD_BRIEF, 'briefs/b.md': GOOD_BRIEF });
    const { paths, findings, fixed } = await lintFiles(linter, { names: ['briefs/b.md'] });
    expect(paths).toEqual(['briefs/b.md']);
    expect(findings.map(({ rule, path }) => [rule, path])).toContainEqual([
      'duplicate-id',
      'briefs/b.md',
    ]);
    expect(fixed).toEqual([]);
  });

  it('says of a text what it says of the file', async () => {
    const linter = await linterOf({ 'briefs/a.md': GOOD_BRIEF, 'briefs/b.md': GOOD_BRIEF });
    const { findings } = await lintFiles(linter, { names: ['briefs/b.md'] });
    expect(await lintText(linter, 'briefs/b.md', GOOD_BRIEF)).toEqual(findings);
  });

  it('fixes, and finds what is left', async () => {
    const linter = await linterOf({ 'briefs/a.md': draftBrief().replace('approach:', 'aproach:') });
    const { findings, fixed } = await lintFiles(linter, { names: [], fix: true });
    expect(fixed).toEqual([{ path: 'briefs/a.md', titles: ['Write approach'] }]);
    expect(findings.filter((finding) => finding.fix !== undefined)).toEqual([]);
  });
});

describe('too much of it', () => {
  it('is told as far as it can be read, and how much more there is', async () => {
    const comments = Array.from(
      { length: 20_000 },
      (_, at) => `<!-- delegate-disable no-${at} -->`,
    );
    const text = `${GOOD_BRIEF}\n${comments.join('\n')}\n`;
    const before = process.cpuUsage();
    const { findings } = await lintFiles(await linterOf({ 'briefs/a.md': text }), { names: [] });
    expect(process.cpuUsage(before).user).toBeLessThan(6_000_000);
    const own = findings.filter(({ rule }) => rule === 'disable-comment');
    expect(own).toHaveLength(51);
    expect(own.at(-1)?.message).toBe('19950 more of disable-comment from here on');
  });

  it('is not read, of a file that has no end neither', async () => {
    const repo = tempRepo({ 'briefs/a.md': GOOD_BRIEF });
    const { status, err } = await runDelegate(['new', '--from', '/dev/zero'], { cwd: repo });
    expect([status, err]).toEqual([2, 'delegate: /dev/zero is larger than 1 MiB\n']);
  });

  it('is passed over in the last commit', async () => {
    const large = `${GOOD_BRIEF}${'word '.repeat(300_000)}`;
    const repo = tempRepo({ 'briefs/a.md': large, 'briefs/b.md': GOOD_BRIEF });
    const { repository } = await openWorkspace(makeHost({ cwd: repo }));
    if (repository === undefined) throw new Error('there is one');
    const textOf = (path: string) => committedText(repository, path, 1024 * 1024);
    expect(await textOf('briefs/a.md')).toBeUndefined();
    expect(await textOf('briefs/b.md')).toBe(GOOD_BRIEF);
    expect(await textOf('briefs/none.md')).toBeUndefined();
  });
});

describe('what keeps a command from writing', () => {
  it('is any error, or only one of structure', async () => {
    const { workspace } = await linterOf({ '.delegate.yaml': 'rules: {subjective-term: error}\n' });
    const setup = checkSetup(workspace, '2026-04-10');
    const text = draftBrief()
      .replace(/^goal: .*$/m, 'goal: Make the deployment user-friendly.')
      .replace(/^why: .*\n/m, '');
    const rules = (found: readonly { readonly rule: string }[]) =>
      [...new Set(found.map(({ rule }) => rule))].toSorted();
    expect(rules(errorsIn(setup, 'briefs/a.md', text))).toContain('subjective-term');
    const structure = rules(structureErrorsIn(setup, 'briefs/a.md', text));
    expect(structure).toEqual(['missing-why']);
  });
});
