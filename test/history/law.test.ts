/**
 * The law of silent moves: at the tip, a brief has an unrecorded difference from what was sealed, field
 * by field, if and only if the log tells a silent move of that field that stands; and where it has one of
 * a criterion, lint tells a moved goalpost.
 */
import { describe, expect, it } from 'vitest';
import { goalpostMoved } from '../../src/agreement/seals.ts';
import { namesField } from '../../src/agreement/change-standing.ts';
import { canonicalOf, seal } from '../../src/brief/canonical.ts';
import type { FieldName, Values } from '../../src/brief/fields.ts';
import { readBrief } from '../../src/brief/read.ts';
import { git } from '../support/index.ts';
import { seeds } from '../support/size.ts';
import { generate } from './generate.ts';
import { readQuickly } from './read-quickly.ts';
import { readObjects } from './slow-reader.ts';

const HISTORIES = seeds(20, 10_000);
const CRITERIA: readonly FieldName[] = ['goal', 'timeline.due', 'guardrails', 'scope.in'];

/** The values that each seal was made of, from every text that the repository has. */
function sealedTexts(repo: string): ReadonlyMap<string, Values> {
  const found = new Map<string, Values>();
  for (const content of readObjects(repo).values()) {
    const { values, readable } = readBrief(content.toString('utf8'));
    if (readable && values.id !== undefined) found.set(`${values.id} ${seal(values)}`, values);
  }
  return found;
}

/** The criteria of a brief that no record of it sealed as they are. */
function unrecorded(values: Values, sealed: ReadonlyMap<string, Values>): readonly FieldName[] {
  const { agreement, changes = [] } = values;
  return CRITERIA.filter((name) => {
    const isAt = (mark: string | undefined): boolean => {
      const then = sealed.get(`${values.id} ${mark}`);
      return then !== undefined && textOf(then, name) === textOf(values, name);
    };
    const naming = changes.filter(({ fields }) => namesField(fields, name));
    return !isAt(naming.at(-1)?.criteria ?? agreement?.criteria);
  });
}

function textOf(values: Values, name: FieldName): string {
  return JSON.stringify(canonicalOf(values[name])) ?? '';
}

describe('silent moves are what differs from the seal, and nothing else', () => {
  for (const seed of HISTORIES) {
    it(`seed ${seed}`, async () => {
      const repo = generate(seed, 20 + (seed % 4) * 10, true);
      const sealed = sealedTexts(repo);
      for (const { path, deleted, moves } of await readQuickly(repo)) {
        if (deleted) continue;
        const { values, readable } = readBrief(git(repo, 'show', `HEAD:${path}`));
        if (!readable || values.agreement === undefined) continue;
        const silent = new Set(
          moves
            .filter(({ standing, kind }) => standing === 'silent' && kind !== 'lost')
            .map(({ field }) => field),
        );
        const lost = new Set(moves.filter(({ kind }) => kind === 'lost').map(({ field }) => field));
        const differ = unrecorded(values, sealed);
        for (const name of CRITERIA) {
          if (lost.has(name)) continue;
          expect([path, name, silent.has(name)]).toEqual([path, name, differ.includes(name)]);
        }
        // Lint sees the seal alone: it fits where the newest record seals what it does not name.
        const newest = values.changes?.at(-1)?.fields ?? [];
        const named = differ.filter((name) => newest.length === 0 || namesField(newest, name));
        if (named.length > 0) expect([path, goalpostMoved(values)]).toEqual([path, true]);
      }
    }, 60_000);
  }
});
