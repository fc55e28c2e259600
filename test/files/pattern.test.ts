import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefPaths, matchesName, parsePattern } from '../../src/files/pattern.ts';

describe('folders of briefs', () => {
  const startOf = (folder: string) => parsePattern(folder).literalStart;

  it.each([
    [['briefs'], 'briefs/a.md', true],
    [['briefs'], 'briefs/web/deep/a.md', true],
    [['briefs'], 'briefs/README.md', false],
    [['briefs'], 'briefs/.hidden/a.md', false],
    [['briefs'], 'docs/a.md', false],
    [['briefs'], 'briefs/a.txt', false],
    [['.'], 'a.md', true],
    [['.'], 'node_modules/x/a.md', false],
    [['teams/*/briefs'], 'teams/web/briefs/a.md', true],
    [['teams/*/briefs'], 'teams/briefs/a.md', false],
    [['**/briefs'], 'briefs/a.md', true],
    [['**/briefs'], 'x/y/briefs/z/a.md', true],
    [['a', 'b'], 'b/x.md', true],
    [['plans/**/plan-?.md'], 'plans/x/plan-1.md', true],
    [['plans/**/plan-?.md'], 'plans/x/other.md', false],
    [['.work', 'node_modules/x'], '.work/a.md', true],
    [['.work', 'node_modules/x'], 'node_modules/x/a.md', true],
    [['.work'], '.work/.old/a.md', false],
  ])('%j %s: %s', (patterns, path, inside) => {
    expect(briefPaths(patterns)(path)).toBe(inside);
  });

  it('begin with what no wildcard touches', () => {
    expect(['briefs', '.', 'teams/*/briefs', '**'].map(startOf)).toEqual([
      'briefs',
      '',
      'teams',
      '',
    ]);
  });
});

/** The same by trying every way in which a pattern can stand for the names. */
function fits(pattern: readonly string[], names: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return true;
  if (first === '**' && fits(rest, names)) return true;
  const [name, ...behind] = names;
  if (name === undefined) return false;
  return first === '**' ? fits(pattern, behind) : matchesName(first, name) && fits(rest, behind);
}

it('a pattern matches what one of the ways to read it matches', () => {
  const pattern = fc.array(fc.constantFrom('**', '*', 'a', 'a?', 'b*', 'x.md'), { maxLength: 6 });
  const folders = fc.array(fc.constantFrom('a', 'ab', 'b', 'c'), { maxLength: 6 });
  fc.assert(
    fc.property(pattern, folders, (names, path) => {
      const whole = [...path, 'x.md'];
      const matches = briefPaths([names.join('/')])(whole.join('/'));
      expect(matches).toBe(fits(names, whole));
    }),
  );
});
