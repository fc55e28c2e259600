/** Evidence and the fence: how they are read, what seals them, and which paths a pattern means. */
import { describe, expect, test } from 'vitest';
import { seal } from '../../src/brief/canonical.ts';
import { composeBrief } from '../../src/brief/compose.ts';
import { checkNames } from '../../src/brief/evidence.ts';
import {
  matchesGlob,
  pathProblem,
  pathTest,
  patternNames,
  tidyPath,
} from '../../src/brief/path-glob.ts';
import { readBrief } from '../../src/brief/read.ts';
import { applyEdits } from '../../src/brief/text-edit.ts';
import { addItem } from '../../src/brief/yaml/edit.ts';
import { EXAMPLE } from './design-example.ts';

function read(frontmatter: string) {
  const { values, problems } = readBrief(`---\n${frontmatter}\n---\n`);
  return { values, problems: problems.map(({ rule, message }) => `${rule}: ${message}`) };
}

describe('evidence', () => {
  test.each([
    ['evidence:\n  - check: tests\n  - The last 20 deployments', 'two'],
    ['evidence:\n  - "check: tests"\n  - The last 20 deployments', 'two'],
    ['evidence:\n  - {check: tests}\n  - The last 20 deployments', 'two'],
    ['evidence: ["Check:  tests", The last 20 deployments]', 'two'],
    ['evidence: {check: tests}', 'one'],
    ['evidence:\n  check: tests', 'one'],
    ['evidence: "check: tests"', 'one'],
  ])('%s is %s', (text, count) => {
    const { values, problems } = read(text);
    const words = count === 'one' ? [] : ['The last 20 deployments'];
    expect(values.evidence).toEqual(['check: tests', ...words]);
    expect(checkNames(values.evidence)).toEqual(['tests']);
    expect(problems).toEqual([]);
  });

  test('is written as people write it, and read as what it was', () => {
    const { values } = readBrief(EXAMPLE);
    const text = composeBrief({
      ...values,
      evidence: ['check: tests', 'check: npm test', 'A log'],
    });
    expect(text).toContain('evidence:\n  - check: tests\n  - "check: npm test"\n  - A log\n');
    const added = applyEdits(text, addItem(readBrief(text), 'evidence', 'check: no'));
    expect(added).toContain('  - A log\n  - "check: no"\n');
    expect(readBrief(added).values.evidence).toEqual(['check: tests', 'A log', 'check: no']);
  });

  test('a command in place of a name is told, and is no check', () => {
    const { values, problems } = read('evidence:\n  - check: npm test; rm -rf /');
    expect(values.evidence).toBeUndefined();
    expect(problems).toEqual([
      'field-type: An item of evidence: "npm test; rm -rf /" is not the name of a check',
    ]);
  });

  test('other keys are what they were: a text with a colon', () => {
    const { values, problems } = read('evidence:\n  - Note: the log');
    expect(values.evidence).toEqual(['Note: the log']);
    expect(problems).toEqual([expect.stringContaining('plain-yaml')]);
  });
});

describe('the fence', () => {
  test('is read as paths; the short form is its inside', () => {
    expect(read('fence: src/**').values).toEqual({ 'fence.in': ['src/**'] });
    expect(read('fence:\n  in: [src, docs/*.md]\n  out: src/secret').values).toEqual({
      'fence.in': ['src', 'docs/*.md'],
      'fence.out': ['src/secret'],
    });
  });

  test.each([
    ['/etc', 'must be relative to the root'],
    ['../other', 'leads out of the repository'],
    ['a\\b', 'holds a backslash'],
    ['.git/hooks', 'is inside of git itself'],
    ['src/a**', '** stands for whole folders'],
  ])('%s is told', (path, why) => {
    const { values, problems } = read(`fence:\n  in:\n    - ${path}`);
    expect(values['fence.in']).toBeUndefined();
    expect(problems).toEqual([expect.stringContaining(why)]);
  });

  test.each([
    ['src', 'src/a/b.ts', true],
    ['src/', 'src/a.ts', true],
    ['./src', 'src', true],
    ['src', 'srcs/a.ts', false],
    ['src/**', 'src/.env', true],
    ['src/*.ts', 'src/a.ts', true],
    ['src/*.ts', 'src/a/b.ts', false],
    ['src/*', 'src/a/b.ts', true],
    ['**/*.yml', '.github/workflows/ci.yml', true],
    ['**/secret/**', 'a/secret/b', true],
    ['a/**/b', 'a/b', true],
    ['a/**/b', 'a/x/y/b/c', true],
    ['*.md', 'docs/a.md', false],
    ['.', 'anything/at all', true],
    ['a?c', 'abc', true],
    ['SRC', 'src/a', false],
  ])('%s and %s: %s', (pattern, path, fits) => {
    expect(pathTest([pattern])(path)).toBe(fits);
  });

  test('what a file system without cases takes for the same is the same, where that is asked', () => {
    const isSecret = pathTest(['Infra/é'], { foldCase: true });
    expect(isSecret('iNFRA/e\u0301/x')).toBe(true);
    expect(isSecret('infra/e')).toBe(false);
  });

  test.each([
    ['*', 'a', true],
    ['*', '', true],
    ['', '', true],
    ['', 'a', false],
    ['a*', 'abc', true],
    ['*c', 'abc', true],
    ['a*c', 'abbc', true],
    ['a*b', 'acbcb', true],
    ['a**b', 'ab', true],
    ['*a*b*', 'xxaxxbxx', true],
    ['*.ts', 'a.ts.js', false],
    ['a?c', 'ac', false],
    ['?', 'ab', false],
    ['a', 'ab', false],
    ['ab', 'a', false],
    ['a*', 'b', false],
    ['?*', '', false],
  ])('the name pattern %j and %j: %s', (pattern, name, fits) => {
    expect(matchesGlob(pattern, name)).toBe(fits);
  });

  test.each([
    ['a'.repeat(201), 'is longer than 200 characters'],
    ['a\u0007', 'holds control characters'],
    ['a\u007F', 'holds control characters'],
    ['a\\b', 'holds a backslash; write / between folders'],
    ['/a', 'must be relative to the root of the repository'],
    ['c:/x', 'must be relative to the root of the repository'],
    ['a/../b', 'leads out of the repository'],
    ['a/.GIT/b', 'is inside of git itself'],
    ['a/b**c', 'has ** beside other characters; ** stands for whole folders'],
  ])('%s is no path: %s', (path, problem) => {
    expect(pathProblem(path)).toBe(problem);
  });

  test.each(['a', 'a'.repeat(200), '..a', '.gitignore', '1:a', '**', 'a/**/b', 'x y/é'])(
    '%s is a path',
    (path) => expect(pathProblem(path)).toBeUndefined(),
  );

  test('a path is told without what says nothing', () => {
    expect(['a/./b//c/', './', '/', '.', 'a'].map(tidyPath)).toEqual(['a/b/c', '.', '.', '.', 'a']);
    expect(patternNames('a/**/**/b/**')).toEqual(['a', '**', 'b', '**']);
    expect(patternNames('**/a')).toEqual(['**', 'a']);
  });

  test('a pattern of many ** takes no longer for it', () => {
    const pattern = `${'**/a/'.repeat(40)}b`;
    expect(pathTest([pattern])('a/'.repeat(2000))).toBe(false);
  });
});

describe('the seal', () => {
  const { values } = readBrief(EXAMPLE);

  test('of a brief without them is what it was', () => {
    expect(seal({ ...values, 'timeline.due': '2026-06-30' })).toBe('v1-aa3095c44266c3ad');
  });

  test('of a brief with them is over them', () => {
    const seals = [
      seal(values),
      seal({ ...values, evidence: ['check: tests'] }),
      seal({ ...values, evidence: ['check: lint'] }),
      seal({ ...values, 'fence.in': ['src'] }),
      seal({ ...values, 'fence.out': ['src'] }),
    ];
    expect(new Set(seals).size).toBe(seals.length);
  });
});
