/**
 * What lint says of briefs by many hands, to the letter: whoever changes a rule sees in the diff of
 * `told/` what that changes for people (`npx vitest run test/rules/told -u`), and no word of it changes
 * by mistake. The briefs are those that the rules were written with in sight; the others stay unseen.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lineIndex } from '../../src/brief/positions.ts';
import { readBrief } from '../../src/brief/read.ts';
import { checkBrief } from '../../src/rules/index.ts';

const JUDGE = join(import.meta.dirname, '../judge');

/** Of the first hundred every other one is held out, as in `scripts/judge.ts`. */
const FOLDERS: readonly (readonly [name: string, step: number])[] = [
  ['corpus', 2],
  ['second', 1],
  ['fourth', 1],
  ['later', 1],
];

/** The lines of one brief: where, how grave, by which rule and in what words. */
function told(folder: string, name: string): string {
  const text = readFileSync(join(JUDGE, folder, name), 'utf8');
  const index = lineIndex(text);
  const found = checkBrief(readBrief(text), { path: `briefs/${name}`, today: '2026-11-28' });
  const lines = found.map(({ span, level, rule, message, fix }) => {
    const [from, to] = [span.start, span.end].map((at) => {
      const { line, column } = index.position(at);
      return `${line}:${column}`;
    });
    return `  ${from}-${to} ${level} ${rule}: ${message}${fix === undefined ? '' : ` [${fix.title}]`}\n`;
  });
  return `${name}\n${lines.join('')}`;
}

it.each(FOLDERS)('%s', async (folder, step) => {
  const names = readdirSync(join(JUDGE, folder))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .toSorted()
    .filter((_, at) => at % step === 0);
  const all = names.map((name) => told(folder, name)).join('');
  await expect(all).toMatchFileSnapshot(join(import.meta.dirname, 'told', `${folder}.txt`));
});
