import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  GOOD_BRIEF,
  PACKAGE,
  TEST_ENV,
  buildOnce,
  tempFolder,
  tempRepo,
} from '../support/index.ts';

const there = spawnSync('nvim', ['--version']).status === 0;
// On a developer's machine without it the test is left out; where everything is checked it must run.
const run = there || process.env['CI'] !== undefined ? it : it.skip;

describe('Neovim', () => {
  run(
    `shows the finding, applies the code action, and runs a command${there ? '' : ' (nvim is not installed)'}`,
    async () => {
      buildOnce();
      const root = tempRepo({ 'briefs/good.md': GOOD_BRIEF.replace('guardrails:', 'guardrail:') });
      const brief = join(root, 'briefs/good.md');
      const home = tempFolder();
      const { stdout } = await promisify(execFile)(
        'nvim',
        ['--headless', '--clean', '-n', '-S', join(import.meta.dirname, 'neovim.lua')],
        {
          cwd: root,
          env: {
            ...TEST_ENV,
            HOME: home,
            XDG_STATE_HOME: home,
            XDG_CACHE_HOME: home,
            SERVER: JSON.stringify([process.execPath, join(PACKAGE, 'bin/delegate.js'), 'lsp']),
            ROOT: root,
            BRIEF: brief,
          },
          timeout: 50_000,
        },
      );
      const told = JSON.parse(stdout.trim().split('\n').at(-1) as string) as Record<
        string,
        unknown
      >;
      expect(told).toMatchObject({
        found: true,
        line: 20,
        applied: 'Write guardrails',
        fixed: true,
      });
      expect(told['message']).toContain('"guardrail" is not a field of a brief');
      expect(told['hover']).toContain('Are there non-obvious guardrails');
      expect(told['lenses']).toContain('Check in');
      expect(told['ran']).toContain('Halve deployment time');
      expect(readFileSync(brief, 'utf8')).toBe(GOOD_BRIEF);
    },
  );
});
