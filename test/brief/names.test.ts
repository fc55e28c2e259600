import { describe, expect, it, test } from 'vitest';
import { briefsNamed, meaningOf, slugAt, unknownName } from '../../src/brief/brief-name.ts';
import { ID_PATTERN, idFrom } from '../../src/brief/id.ts';
import { nearest } from '../../src/brief/nearest.ts';
import { slugOf } from '../../src/brief/slug.ts';
import type { Failure } from '../../src/failure.ts';

interface Known {
  readonly path: string;
  readonly id?: string;
  readonly deleted?: boolean;
}
const known = (path: string, id?: string, deleted = false): Known => ({
  path,
  ...(id === undefined ? {} : { id }),
  deleted,
});
const ALL: readonly Known[] = [
  known('briefs/halve-deployment.md', 'b-7k3f9q2m'),
  known('briefs/team/onboarding.md', 'b-7k3c0000'),
  known('briefs/onboarding.md', 'b-01234567'),
  known('briefs/old.md', 'b-9999aaaa', true),
  known('archive/old.md', 'b-9999bbbb'),
  known('a/twin.md', 'b-55555555'),
  known('b/twin.md', 'b-66666666'),
];

function named(name: string, written: readonly string[] = [], all = ALL): readonly string[] {
  const inFolders = [`briefs/${name}.md`];
  const found = briefsNamed(name, all, { written, inFolders }, ({ id }) => id);
  return found.map(({ path }) => path);
}
function failure(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    const { message, help } = error as Failure;
    return `${message} | ${help}`;
  }
  return 'no failure';
}

describe('a brief is named', () => {
  it.each([
    ['halve-deployment', ['briefs/halve-deployment.md']],
    ['halve-deployment.md', ['briefs/halve-deployment.md']],
    ['b-7k3f', ['briefs/halve-deployment.md']],
    ['7k3f9q2m', ['briefs/halve-deployment.md']],
    ['B-7K3F', ['briefs/halve-deployment.md']],
    ['b-oi2', ['briefs/onboarding.md']],
    ['deploy', ['briefs/halve-deployment.md']],
    ['Halve Depl', ['briefs/halve-deployment.md']],
    ['halve__depl', ['briefs/halve-deployment.md']],
    ['onboarding', ['briefs/onboarding.md']],
    ['old', ['archive/old.md']],
    ['ha', []],
    ['x/halve', []],
    ['x\\\\halve', []],
    ['hal', ['briefs/halve-deployment.md']],
    ['b-7k3f9q2m0', []],
    ['nothing', []],
  ])('%s', (name, paths) => {
    expect(named(name)).toEqual(paths);
  });

  it('by its path before all else', () => {
    expect(named('twin', ['no/such.md', 'briefs/team/onboarding.md'])).toEqual([
      'briefs/team/onboarding.md',
    ]);
  });

  it('by what was deleted where nothing else stands', () => {
    expect(named('b-9999a')).toEqual(['briefs/old.md']);
    expect(named('old', [], [known('x/old.md', 'b-1', true)])).toEqual(['x/old.md']);
    expect(named('b-9999')).toEqual(['archive/old.md']);
  });

  it('by an id that several files have', () => {
    const copies = [known('a.md', 'b-77777777'), known('b.md', 'b-77777777'), known('c.md')];
    expect(named('b-777', [], copies)).toEqual(['a.md', 'b.md']);
  });

  it('by no more than one', () => {
    expect(failure(() => named('b-7k3'))).toBe(
      '"b-7k3" can be 2 briefs: b-7k3f9q2m (briefs/halve-deployment.md), b-7k3c0000 (briefs/team/onboarding.md) | Write more of the id.',
    );
    expect(failure(() => named('twin'))).toBe(
      '"twin" can be 2 briefs: b-55555555 (a/twin.md), b-66666666 (b/twin.md) | Name it by its path or its id.',
    );
    const many = ['a', 'b', 'c', 'd', 'e'].map((one) => known(`${one}-many.md`));
    expect(failure(() => named('many', [], many))).toBe(
      '"many" can be 5 briefs: a-many.md, b-many.md, c-many.md, d-many.md and 1 more | Write more of the name, or its id.',
    );
    expect(failure(() => named('many', [], many.slice(1)))).not.toContain('more |');
    expect(failure(() => named(' '))).toContain('the name of the brief is empty');
  });

  it('in one form of its letters', () => {
    expect(slugAt('briefs/cafe\u0301.md')).toBe('caf\u00E9');
    expect(named('cafe\u0301', [], [known('caf\u00E9.md')])).toEqual(['caf\u00E9.md']);
  });

  it('so that it can be looked for', () => {
    const meaning = meaningOf('halve', { written: ['x.md'], inFolders: [] });
    expect(['x.md', 'a/halve.md', 'b/halve-it.md'].map(meaning.isPath)).toEqual([
      true,
      true,
      false,
    ]);
    expect(['b/halve-it.md', 'b/other.md'].map(meaning.isPart)).toEqual([true, false]);
    const id = meaningOf('7k3', { written: [], inFolders: [] });
    expect(['b-7k3f9q2m', 'b-17k30000'].map(id.isId)).toEqual([true, false]);
    expect(meaningOf('7b-k3', { written: [], inFolders: [] }).isId('b-7k300000')).toBe(false);
    expect(meaningOf('u', { written: [], inFolders: [] }).isId('b-uuuuuuuu')).toBe(false);
  });
});

describe('a name that means none', () => {
  const help = (name: string, paths: readonly string[]) =>
    failure(() => {
      throw unknownName(name, paths, 'no brief');
    });

  it('leads to those that are called nearly so', () => {
    const paths = ['briefs/deploy-web.md', 'briefs/deploy-app.md', 'briefs/onboarding.md'];
    expect(help('Deploy', paths)).toBe('no brief | Did you mean "deploy-web" or "deploy-app"?');
    expect(help('onbaording', paths)).toBe('no brief | Did you mean "onboarding"?');
    expect(help('zebra', paths)).toBe('no brief | See "delegate list" for what there is.');
    const four = ['a-x1', 'b-x1', 'c-x1', 'd-x1'].map((name) => `${name}.md`);
    expect(help('-x1', four)).toBe('no brief | Did you mean "a-x1" or "b-x1" or "c-x1"?');
  });

  it('may only be too short', () => {
    expect(help('b-7', [])).toBe(
      '"b-7" is too short to name a brief | Give at least 3 characters of the id, or the name of the file.',
    );
    expect(help('-7', [])).toContain('no brief');
    expect(help('abc', [])).toContain('no brief');
  });
});

test.each([
  ['acepted', 'accepted'],
  ['ACCEPTED', 'accepted'],
  ['accpeted', 'accepted'],
  ['acceptde', 'accepted'],
  ['ccepted', 'accepted'],
  ['aceptedd', 'accepted'],
  ['on_track', 'on-track'],
  ['pauzed', 'paused'],
  ['pxxsed', 'paused'],
  ['xxxsed', undefined],
  ['dn', undefined],
  ['don', 'done'],
  ['acceptedxxx', 'accepted'],
  ['acceptedxxxx', undefined],
  ['', undefined],
])('of the known words "%s" most likely means %s', (word, meant) => {
  expect(nearest(word, ['accepted', 'paused', 'done', 'on-track'])).toBe(meant);
});

test('of two words that are as near the first is meant, and a nearer one before both', () => {
  expect(nearest('cat', ['car', 'can'])).toBe('car');
  expect(nearest('cat', ['car', 'cat'])).toBe('cat');
  expect(nearest('ab', ['ba'])).toBe('ba');
});

describe('an id', () => {
  it('holds forty bits of chance', () => {
    const id = (...bytes: number[]) => idFrom(Uint8Array.from(bytes));
    expect(id(0, 0, 0, 0, 0)).toBe('b-00000000');
    expect(id(255, 255, 255, 255, 255)).toBe('b-zzzzzzzz');
    expect(id(8, 134, 66, 152, 232)).toBe('b-12345678');
    expect(id(255, 255, 255, 255, 255, 1, 2)).toBe('b-zzzzzzzz');
  });

  it.each([
    'b-7k3f9q2',
    'b-7k3f9q2m0',
    'B-7k3f9q2m',
    'b-7k3f9q2i',
    'b-7k3f9q2l',
    'b-7k3f9q2o',
    'b-7k3f9q2u',
    'xb-7k3f9q2m',
  ])('is none: %s', (text) => {
    expect(ID_PATTERN.test(text)).toBe(false);
  });
});

test.each([
  ['Halve deployment time', 'halve-deployment-time'],
  ["Ana's plan’s end", 'anas-plans-end'],
  ['  Čas za Straße, Łódź & Øst ', 'cas-za-strasse-lodz-ost'],
  ['Ærø Œuvre ıđðþ', 'aero-oeuvre-iddth'],
  ['日本語の計画', '日本語の計画'],
  ['हिन्दी', 'हिन्दी'],
  ['../../etc/passwd', 'etc-passwd'],
  ['.hidden', 'hidden'],
  ['???', 'brief'],
  ['CON', 'con-brief'],
  ['lpt1', 'lpt1-brief'],
  ['console', 'console'],
  ['A'.repeat(59) + ' b', 'a'.repeat(59)],
  [`${'a'.repeat(58)} bc`, 'a'.repeat(58)],
  [`${'a'.repeat(57)} bc de`, `${'a'.repeat(57)}-bc`],
  [`${'a'.repeat(30)} ${'b'.repeat(40)}`, `${'a'.repeat(30)}-${'b'.repeat(29)}`],
  [`${'a'.repeat(31)} ${'b'.repeat(40)}`, 'a'.repeat(31)],
  [`${'x'.repeat(59)}🎉y`, 'x'.repeat(59)],
  [`${'x'.repeat(59)}𝒳`, 'x'.repeat(59) + 'x'],
  ['日'.repeat(70), '日'.repeat(60)],
  ['𠀀'.repeat(31), '𠀀'.repeat(30)],
  ['e\u0301\u0323a', 'ea'],
  ['- a_b.c -', 'a-b-c'],
  ['COM1 and 2', 'com1-and-2'],
  [`${'a'.repeat(20)} ${'b'.repeat(20)} ${'c'.repeat(30)}`, `${'a'.repeat(20)}-${'b'.repeat(20)}`],
])('the file of "%s" is called %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});
