/** A brief read in pieces, key by key: where it is cut, and where it is left to be read as a whole. */
import { describe, expect, it } from 'vitest';
import { pieceReader } from '../../src/brief/pieces.ts';
import { readBrief } from '../../src/brief/read.ts';

const head = (matter: string): string => `---\n${matter}\n---`;
const pieces = (matter: string) => pieceReader().read(head(matter));
const keys = (count: number): string =>
  Array.from({ length: count }, (_, at) => `x-k${at}: v`).join('\n');

const RECORD = '  - date: 2026-05-10\n    fields: [goal]\n    reason: A';

describe('a brief in pieces', () => {
  it.each([
    ['goal: A\nwhy: B', 2],
    ['# above\n\ngoal: A\n# between\nwhy: B\n  goes on\n\n', 2],
    ['guardrails:\n- A\n- B\nscope:\n  in: C', 2],
    [`goal: A\nchanges:\n${RECORD}\n${RECORD}`, 2],
    [`changes:\n${RECORD}\n  # a word\n${RECORD}`, 1],
    [`changes:\n${RECORD}\n\n${RECORD}`, 1],
    [`changes:\n${RECORD}\n      goes on\n${RECORD}`, 1],
    ['changes:\n- fields: [goal]', 1],
    ['changes:\n  - fields: [goal]\n    agreed-by:\n      - A\n      - B', 1],
    ['changes:', 1],
    ['changes: []', 1],
    ['goal:', 1],
  ])('has the values of the whole: %j', (matter, count) => {
    const found = pieces(matter);
    expect(found).toHaveLength(count);
    const { readable, values } = readBrief(`${head(matter)}\n`);
    expect(readable).toBe(true);
    expect(Object.assign({}, ...(found ?? []))).toEqual(values);
  });

  it.each([
    ['a key that is there twice', 'goal: A\ngoal: B'],
    ['a key in quotes', '"goal": A'],
    ['text at the margin', 'goal: A\nB'],
    ['an item above the first key', '- A\ngoal: B'],
    ['an indented key first', '  goal: A'],
    ['nothing', ''],
    ['a comment alone', '# nothing'],
    ['a text with a colon', 'goal: A: b'],
    ['a tab', 'goal: A\twhy'],
    ['an anchor', 'goal: &a A'],
    ['a frontmatter in braces', '{goal: A}'],
    ['a value that ends the frontmatter', 'goal: A\n...\nwhy: B'],
    ['a record that cannot be read', 'changes:\n  - fields: [goal]\n    reason: a: b'],
    ['a record at another column', 'changes:\n   - fields: [goal]\n  - fields: [why]'],
  ])('is left as a whole with %s', (_, matter) => {
    expect(pieces(matter)).toBeUndefined();
  });

  it('is left as a whole where its text is no frontmatter', () => {
    const { read } = pieceReader();
    for (const text of [
      'goal: A',
      '---\ngoal: A',
      '---\ngoal: A\n----',
      '--- \ngoal: A\n---',
      '---\r\ngoal: A\r\n---',
    ]) {
      expect(read(text)).toBeUndefined();
    }
  });

  it('has as many keys as a brief may have', () => {
    expect(pieces(keys(100))).toHaveLength(100);
    expect(pieces(keys(101))).toBeUndefined();
  });

  it('reads each text once', () => {
    const { read } = pieceReader();
    const [first, second] = read(head('goal: A\nwhy: B')) ?? [];
    const [third, fourth] = read(head('goal: A\nwhy: C')) ?? [];
    expect(third).toBe(first);
    expect(fourth).not.toBe(second);
    expect(fourth).toEqual({ why: 'C' });
    // What could not be read is not read either time.
    expect([read(head('goal: A: b')), read(head('goal: A: b'))]).toEqual([undefined, undefined]);
  });

  it('has records that stay the same objects when one is added', () => {
    const { read } = pieceReader();
    const one = read(head(`changes:\n${RECORD}`))?.[0]?.changes;
    const two = read(head(`changes:\n${RECORD}\n${RECORD.replace('A', 'B')}`))?.[0]?.changes;
    expect(two).toHaveLength(2);
    expect(two?.[0]).toBe(one?.[0]);
    expect(two?.[1]?.reason).toBe('B');
  });
});
