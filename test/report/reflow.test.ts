/** Help, hints and errors in a narrow terminal: no line is broken inside a word. */
import { expect, test } from 'vitest';
import { reflow } from '../../src/report/reflow.ts';
import { displayWidth } from '../../src/report/width.ts';
import { COMMANDS } from '../../src/commands/table.ts';
import { draftBrief, git, runDelegate, tempFolder, tempRepo } from '../support/index.ts';

const words = (text: string) => text.split(/\s+/).filter(Boolean);

test.each([40, 50, 80])(
  'in %d columns every help keeps its words, and its lines fit',
  async (columns) => {
    for (const { name } of COMMANDS) {
      const host = { terminal: true, columns };
      const { out } = await runDelegate([name, '--help'], { host });
      const long = out
        .split('\n')
        .filter(
          (line) => displayWidth(line) > columns && words(line).some((word) => word.length < 30),
        );
      expect([name, long]).toEqual([name, []]);
      const wide = await runDelegate([name, '--help'], { host: { columns: 100 } });
      const letters = (text: string) => text.replace(/\s+/g, '');
      expect(letters(out)).toBe(letters(wide.out));
    }
  },
);

test('a sentence is broken at words, what is set in keeps its indent, and a paragraph is filled anew', () => {
  expect(reflow('One two three four.\n  delegate accept b-1 --by ana\n', 14)).toBe(
    'One two three\nfour.\n  delegate\n    accept b-1\n    --by ana\n',
  );
  expect(reflow('One two three four\nfive. Six.\n\nEnd\n', 12, true)).toBe(
    'One two\nthree four\nfive. Six.\n\nEnd\n',
  );
});

test('success and errors are broken at words too', async () => {
  const cwd = tempRepo({ 'briefs/halve.md': draftBrief() });
  const host = { terminal: true, columns: 40 };
  for (const args of [
    ['propose', 'halve'],
    ['propose', 'halve'],
    ['check-in', 'halve'],
  ]) {
    const { err } = await runDelegate(args, { cwd, host });
    expect(err.split('\n').filter((line) => displayWidth(line) > 40)).toEqual([]);
  }
});

test('a push is named where the branch follows one that has not got the commit', async () => {
  const origin = tempFolder();
  git(origin, 'init', '-q', '--bare', '-b', 'main');
  const cwd = tempRepo({ 'briefs/halve.md': draftBrief() });
  const push = 'Others see it after "git push".\n';
  const pause = async (text: string) => {
    const { err } = await runDelegate(['edit', 'halve'], {
      cwd,
      env: { GIT_EDITOR: `printf '${text}' >>` },
    });
    return err;
  };
  expect(await pause('\\nA.\\n')).not.toContain('push');
  git(cwd, 'remote', 'add', 'origin', origin);
  expect(await pause('\\nB.\\n')).not.toContain('push');
  git(cwd, 'push', '-q', '-u', 'origin', 'main');
  expect((await pause('\\nC.\\n')).endsWith(push)).toBe(true);
});
