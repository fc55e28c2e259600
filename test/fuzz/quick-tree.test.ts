import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { quickTree } from '../../src/brief/yaml/quick.ts';
import type { Split } from '../../src/brief/yaml/split.ts';
import { split } from '../../src/brief/yaml/split.ts';
import { libraryTree } from '../../src/brief/yaml/tree.ts';
import { CHANGED_BRIEF, GOOD_BRIEF, draftBrief } from '../support/briefs.ts';
import { FORMS, MUTATIONS, mutate, randomFrom } from './mutate.ts';

const FORMS_PLAIN = FORMS.replace(', ]', ']').replace('    - 2026-06-01: done\n', '');
const CORPUS = [GOOD_BRIEF, CHANGED_BRIEF, draftBrief(), FORMS, FORMS_PLAIN];

function matterOf(text: string): Split | undefined {
  const found = split(text);
  return 'reason' in found ? undefined : found;
}

test('reads every brief that the commands write, and the forms that people write by hand', () => {
  for (const text of [GOOD_BRIEF, CHANGED_BRIEF, draftBrief(), FORMS_PLAIN]) {
    for (const written of [text, text.replaceAll('\n', '\r\n'), `\ufeff${text}`]) {
      const { matter } = matterOf(written) as Split;
      const tree = quickTree(written, matter);
      expect(tree).toBeDefined();
      expect(tree).toEqual(libraryTree(written, matter).root);
    }
  }
});

test('whenever it answers, the library answers the same and finds nothing wrong', () => {
  const random = randomFrom(20260403);
  let answered = 0;
  const size = 4 * MUTATIONS;
  for (let at = 0; at < size; at++) {
    const source = CORPUS[at % CORPUS.length] as string;
    const text = mutate(random() < 0.1 ? source.replaceAll('\n', '\r\n') : source, random);
    const matter = matterOf(text)?.matter;
    if (matter === undefined) continue;
    const quick = quickTree(text, matter);
    if (quick === undefined) continue;
    answered++;
    const library = libraryTree(text, matter);
    if (library.problems.length > 0 || !isDeepStrictEqual(quick, library.root)) {
      expect({ text, problems: library.problems, root: quick }).toEqual({
        text,
        problems: [],
        root: library.root,
      });
    }
  }
  expect(answered).toBeGreaterThan(size / 10);
});
