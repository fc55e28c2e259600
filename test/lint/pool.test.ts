import { expect, test } from 'vitest';
import { draftBrief, runDelegate, runProgram, tempFolder, write } from '../support/index.ts';

test('on all cores it finds what it finds on one', async () => {
  const cwd = tempFolder();
  for (let number = 0; number < 900; number++) {
    const text = draftBrief('One of many', `b-${String(number).padStart(8, '0')}`);
    const brief = number % 90 === 0 ? text.replace(/^why: .*\n/m, '') : text;
    write(cwd, `briefs/${number}.md`, brief);
  }
  // Only the bundle has workers.
  const here = await runDelegate(['lint', '--format', 'unix'], { cwd });
  expect(here.out.match(/missing-why/g)).toHaveLength(10);
  expect(await runProgram(['lint', '--format', 'unix'], { cwd })).toEqual(here);
});
