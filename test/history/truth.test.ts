/** The quick reading of history agrees with the slow one, on repositories of random histories. */
import { describe, expect, it } from 'vitest';
import type { BriefHistory, Item } from '../../src/history/types.ts';
import { seeds } from '../support/size.ts';
import { generate } from './generate.ts';
import { readQuickly } from './read-quickly.ts';
import { readSlowly } from './slow-reader.ts';

/** Notes that the slow reading does not make. */
const BESIDE: ReadonlySet<string> = new Set(['status', 'recorded', 'seal-differs', 'withdrawn']);

const HISTORIES = seeds(10, 1000);

const textOf = (item: Item | null): string | null =>
  item === null || typeof item === 'string' ? item : item.what;

/** A move as the items that it took away and brought, however they were paired. */
function signedItems({ moves }: BriefHistory): string[] {
  return moves
    .filter(({ kind }) => kind !== 'lost' && kind !== 'reordered')
    .flatMap(({ commit, field, before, after }) => [
      ...(before === null ? [] : [`${commit} ${field} - ${textOf(before)}`]),
      ...(after === null ? [] : [`${commit} ${field} + ${textOf(after)}`]),
    ])
    .toSorted();
}

describe('the log agrees with a slow reading, commit by commit', () => {
  for (const seed of HISTORIES) {
    it(`seed ${seed}`, async () => {
      const repo = generate(seed, 14 + (seed % 5) * 8);
      const slow = readSlowly(repo);
      const all = await readQuickly(repo);
      // A file that never parsed and stood nowhere before is told as one without an id.
      const nameless = all.filter(({ id }) => id === null);
      expect(nameless.every(({ notes }) => notes.some(({ note }) => note === 'unreadable'))).toBe(
        true,
      );
      const quick = new Map(all.filter(({ id }) => id !== null).map((brief) => [brief.id, brief]));
      expect([...quick.keys()].toSorted()).toEqual(slow.map(({ id }) => id).toSorted());
      for (const brief of slow) {
        const found = quick.get(brief.id) as BriefHistory;
        expect(found.deleted ? undefined : found.path).toBe(brief.path);
        expect(signedItems(found)).toEqual(
          brief.moves
            .map(({ commit, field, sign, item }) => `${commit} ${field} ${sign} ${item}`)
            .toSorted(),
        );
        const notes = found.notes.filter(({ note }) => !BESIDE.has(note));
        expect(notes.map(({ commit, note }) => `${commit} ${note}`).toSorted()).toEqual(
          brief.notes,
        );
        for (const move of found.moves) {
          if (move.kind === 'lost' || move.kind === 'reordered') continue;
          const { commit, field, before, reason, recordedIn } = move;
          // Which word a record has is for test/agreement; here it is whether there is one.
          const isSilent = move.standing === 'silent' || move.standing === 'undone';
          const unrecorded = isSilent ? 'unrecorded' : move.standing;
          const standing = recordedIn === null ? unrecorded : 'recorded';
          const judged = brief.standing(commit ?? '', field);
          expect({ commit, field, before, standing, reason, recordedIn }).toEqual({
            commit,
            field,
            before,
            ...judged,
          });
        }
      }
    }, 60_000);
  }
});
