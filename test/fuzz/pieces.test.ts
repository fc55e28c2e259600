import { expect, test } from 'vitest';
import { pieceReader } from '../../src/brief/pieces.ts';
import { readBrief } from '../../src/brief/read.ts';
import { headText } from '../../src/git/history-blobs.ts';
import { CHANGED_BRIEF, GOOD_BRIEF, draftBrief } from '../support/briefs.ts';
import { FORMS, MUTATIONS, mutate, randomFrom } from './mutate.ts';

/** A brief with a list of records. */
const MANY = CHANGED_BRIEF.replace(
  /^changes:\n(?: .*\n)+/m,
  (all) => `${all}${all.slice('changes:\n'.length).replace('2026-05-10', '2026-05-11')}`,
);
const COMMENTED = MANY.replace('  - date: 2026-05-11', '  # a word\n  - date: 2026-05-11');
const CORPUS = [GOOD_BRIEF, CHANGED_BRIEF, MANY, COMMENTED, draftBrief(), FORMS];

const head = (text: string): string => headText(Buffer.from(text)) ?? '';

test('reads what the commands write in pieces', () => {
  const { read } = pieceReader();
  for (const text of [GOOD_BRIEF, CHANGED_BRIEF, MANY, draftBrief()]) {
    const pieces = read(head(text));
    expect(pieces?.length).toBeGreaterThan(5);
    expect(Object.assign({}, ...(pieces ?? []))).toEqual(readBrief(text).values);
  }
  expect(read(head(MANY))?.find(({ changes }) => changes)?.changes?.[0]).toBe(
    read(head(CHANGED_BRIEF))?.find(({ changes }) => changes)?.changes?.[0],
  );
});

test('whenever it answers, it answers what the whole is read as', () => {
  const random = randomFrom(20261128);
  const { read } = pieceReader();
  let answered = 0;
  const size = 2 * MUTATIONS;
  for (let at = 0; at < size; at++) {
    const text = head(mutate(CORPUS[at % CORPUS.length] as string, random));
    const pieces = read(text);
    if (pieces === undefined) continue;
    answered++;
    const { readable, values } = readBrief(text);
    expect({ text, readable, values: Object.assign({}, ...pieces) }).toEqual({
      text,
      readable: true,
      values,
    });
  }
  expect(answered).toBeGreaterThan(size / 10);
});
