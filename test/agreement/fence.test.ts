import { describe, expect, it } from 'vitest';
import { fenceTest, judgingKind } from '../../src/agreement/guarded.ts';

describe('a fence', () => {
  const fence = fenceTest({ in: ['src/app', '**/*.md', './docs/'], out: ['src/app/secret'] });
  const told = (path: string) => [fence.isInside(path), fence.isNamed(path), fence.isOut(path)];

  it('holds what is inside, without what is outside', () => {
    expect(told('src/app/main.ts')).toEqual([true, true, false]);
    expect(told('src/app/secret/key.ts')).toEqual([false, false, true]);
    expect(told('SRC/app/Secret/key.ts')).toEqual([false, false, true]);
    expect(told('docs/a.txt')).toEqual([true, true, false]);
    expect(told('src/other.ts')).toEqual([false, false, false]);
  });

  it('names what it names, and not what anything fits', () => {
    expect(told('README.md')).toEqual([true, false, false]);
    expect(fence.isExactly('docs')).toBe(true);
    expect(fence.isExactly('src/app/main.ts')).toBe(false);
    const all = fenceTest({ in: ['.', 'src/*/a'], out: [] });
    expect([all.isInside('a.ts'), all.isNamed('a.ts'), all.isNamed('src/b/a')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('that names nothing holds everything', () => {
    const none = fenceTest({ in: [], out: [] });
    expect([none.isFence, none.isInside('a'), none.isNamed('a')]).toEqual([false, true, false]);
    const out = fenceTest({ in: [], out: ['a'] });
    expect([out.isFence, out.isInside('a'), out.isInside('b')]).toEqual([true, false, true]);
    expect(fenceTest({ in: ['a'], out: [] }).isFence).toBe(true);
  });
});

it.each([
  ['.mailmap', 'configuration'],
  ['.MAILMAP', 'configuration'],
  ['docs/.mailmap', undefined],
  ['.delegate/bin/delegate.js', 'program'],
  ['.Delegate/x', 'program'],
  ['.github/workflows/ci.yml', 'workflow'],
  ['.GitHub/Workflows/ci.yml', 'workflow'],
  ['Jenkinsfile', 'workflow'],
  ['lefthook.yml', 'workflow'],
  ['src/main.ts', undefined],
])('%s decides how work is judged: %s', (path, kind) => {
  expect(judgingKind(path)).toBe(kind);
});
