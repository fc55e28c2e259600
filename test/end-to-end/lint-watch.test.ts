import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PACKAGE, TEST_ENV, buildOnce, draftBrief, tempRepo, write } from '../support/index.ts';

const GOOD = draftBrief();
const BAD = GOOD.replace(/^why:.*\n/m, '');

test('--watch tells at once, and again after each change, also of the configuration', async () => {
  buildOnce();
  const repo = tempRepo({ 'briefs/a.md': BAD });
  const args = [join(PACKAGE, 'bin/delegate.js'), 'lint', '--watch', '--quiet'];
  const child = spawn(process.execPath, args, { cwd: repo, env: TEST_ENV, stdio: 'pipe' });
  try {
    let said = '';
    let wake = (): void => {};
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        wake();
      });
    }
    const until = async (pattern: RegExp): Promise<void> => {
      while (!pattern.test(said)) await new Promise<void>((done) => (wake = done));
      said = '';
    };
    await until(/error\[missing-why\][^]*1 error in 1 brief/);
    write(repo, 'briefs/b.md', BAD.replace('b-3m9x2c7p', 'b-3m9x2c7q'));
    await until(/briefs\/b\.md[^]*2 errors in 2 briefs/);
    write(repo, 'briefs/a.md', GOOD);
    await until(/1 error in 2 briefs/);
    write(repo, '.delegate.yaml', 'rulse: {}\n');
    await until(/rulse/);
    write(repo, '.delegate.yaml', 'rules:\n  missing-goal: error\n');
    await until(/1 error in 2 briefs/);
    expect(child.exitCode).toBeNull();
  } finally {
    child.kill();
  }
});
