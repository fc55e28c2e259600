import { describe, expect, it } from 'vitest';
import { checkSetup } from '../../src/lint/check.ts';
import { lintFiles, lintText } from '../../src/lint/lint.ts';
import { createLinter } from '../../src/lint/linter.ts';
import { errorsIn, structureErrorsIn } from '../../src/lint/severity.ts';
import { openWorkspace } from '../../src/lint/workspace.ts';
import { GOOD_BRIEF, draftBrief, makeHost, tempRepo } from '../support/index.ts';

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
