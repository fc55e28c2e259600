import { describe, expect, it, test } from 'vitest';
import {
  foldPerson,
  isAddress,
  otherPersonForm,
  parsePerson,
  personHelp,
  personProblem,
  samePerson,
  writePerson,
} from '../../src/brief/people.ts';

test.each([
  ['bor@example.com', true],
  ['bor.kos+x@mail.example.co', true],
  ['bor@localhost', true],
  ['bor', false],
  ['bor@', false],
  ['@example.com', false],
  ['bor@.example.com', false],
  ['bor@example..com', false],
  ['bor@example.com.', false],
  ['bor@exa mple.com', false],
  ['bor@ex@ample.com', false],
  ['<bor@example.com>', false],
  ['bor@example.com,', false],
])('%s looks like an address: %s', (text, looks) => {
  expect(isAddress(text)).toBe(looks);
});

describe('somebody is named', () => {
  it.each([
    'Bor Kos',
    'Bor Kos <bor@example.com>',
    'bor@example.com',
    'Bor (the delegate), of Platform',
    'Dr. Bor Kos, PhD',
    '@bor',
    'Bor @ Platform',
  ])('rightly as %s', (text) => {
    expect(personProblem(text)).toBeUndefined();
  });

  it.each([
    ['Bor <bor@example.com', '"<bor@example.com" opens with < and is not closed'],
    ['Bor <bor@example.com> Kos', '"Kos" stands behind the address'],
    ['Bor < >', 'there is no address between < and >'],
    ['Bor <bor>', '"bor" is no address'],
    ['Bor <bor@example..com>', '"bor@example..com" is no address'],
    ['Bor bor@example.com', 'the address "bor@example.com" does not stand in < >'],
    ['Bor (bor@example.com)', 'the address "(bor@example.com)" does not stand in < >'],
    ['Bor bor@example..com', '"bor@example..com" is no address'],
    ['bor@example.com.', '"bor@example.com." is no address'],
    ['Bor bor@example.com,', 'the address "bor@example.com," does not stand in < >'],
    ['Bor <bor@example.com>, Ana <ana@example.com>', 'it names more than one person'],
    ['bor@example.com, ana@example.com', 'it names more than one person'],
  ])('wrongly as %s', (text, problem) => {
    expect(personProblem(text)).toBe(problem);
  });

  it('and is told how to be named', () => {
    expect(personHelp('bor@example.com; ana@example.com')).toContain('the one person');
    expect(personHelp('Bor <bor')).toBe('write Name <email>, or a name');
    expect(personHelp('bor@example.com <bor@example.com>')).toBe('write Name <email>, or a name');
  });

  it.each([
    ['Bor Kos bor@example.com', 'Bor Kos <bor@example.com>'],
    ['Bor Kos (bor@example.com)', 'Bor Kos <bor@example.com>'],
    ['Bor Kos – <bor@example.com', 'Bor Kos <bor@example.com>'],
    ['[Bor Kos] (mailto:bor@example.com)', 'Bor Kos <bor@example.com>'],
    ['Bor Kos, mailto:bor@example.com', 'Bor Kos <bor@example.com>'],
    ['Bor Kos <bor@example,com>', 'Bor Kos <bor@example.com>'],
    ['Bor Kos < >', 'Bor Kos'],
    ['Bor Kos<>', 'Bor Kos'],
    ['Bor Kos\t<  >', 'Bor Kos'],
    ['Bor Kos <> x', undefined],
    ['x < >y', undefined],
    ['<bor@example,com>', 'bor@example.com'],
    ['Bor <bor@example,com> x', undefined],
    ['Bor <bor@example,com>>', undefined],
    ['Bor bor@example.com (x)', undefined],
    ['Bor <bor@example.com>x', undefined],
    ['Bor bor@example.com,', undefined],
    ['Bor bor@example.com ()', 'Bor <bor@example.com>'],
    ['(Bor) [bor@example.com]', 'Bor <bor@example.com>'],
    ['Bor: <mailto:bor@example.com>', 'Bor <bor@example.com>'],
    ['- Bor bor@example.com', '- Bor <bor@example.com>'],
    ['<(bor@example.com)>', undefined],
    ['< >', undefined],
    ['bor@example.com', undefined],
    ['bor@example.com is Bor', undefined],
    ['Bor bor@example.com, ana@example.com', undefined],
    ['Bor Kos', undefined],
    ['Bor <bor, example>', undefined],
  ])('%s can only mean %s', (text, other) => {
    expect(otherPersonForm(text)).toBe(other);
  });

  it.each([
    ['  Bor Kos ', { name: 'Bor Kos' }],
    [' Bor  < bor@example.com > ', { name: 'Bor', email: 'bor@example.com' }],
    ['A <b> <c@d.e>', { name: 'A <b>', email: 'c@d.e' }],
    ['x@y z@w', { name: 'x@y z@w' }],
    ['@bor', { name: '@bor' }],
  ])('%j is read apart', (text, person) => {
    expect(parsePerson(text)).toEqual(person);
  });

  it('by the name alone where there is no address, or it is the name', () => {
    expect(writePerson({ name: 'Bor' })).toBe('Bor');
    expect(writePerson({ name: 'bor@example.com', email: 'bor@example.com' })).toBe(
      'bor@example.com',
    );
    expect(writePerson({ name: 'Bor', email: 'bor@example.com' })).toBe('Bor <bor@example.com>');
  });
});

describe('two names are the same person', () => {
  it.each([
    ['Bor Kos', 'BOR  KOS ', true],
    ['Bor Kos', 'BOR KOS', true],
    ['Žan  Č', ' žan č', true],
    ['Žan', 'Z\u030Can', true],
    ['Bor <bor@example.com>', 'B. Kos <BOR@example.com>', true],
    ['Bor <bor@example.com>', 'Bor <bor@example.org>', false],
    ['Bor <bor@example.com>', 'Bor', true],
    ['Bor <bor@example.com>', 'Ana', false],
    ['bor@example.com', 'Bor <bor@example.com>', true],
  ])('%s and %s: %s', (one, other, same) => {
    expect(samePerson(one, other)).toBe(same);
    expect(samePerson(other, one)).toBe(same);
  });

  it('by their letters, whatever the case', () => {
    expect(foldPerson('ANA@Example.com')).toBe('ana@example.com');
    expect(foldPerson('ANA')).toBe('ana');
    expect(foldPerson('')).toBe('');
    expect(foldPerson('  Ana   Novák ')).toBe('ana novák');
    expect(foldPerson('Nova\u0301k')).toBe('nov\u00E1k');
  });
});
