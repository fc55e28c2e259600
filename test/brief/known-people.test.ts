import { expect, test } from 'vitest';
import { isAgent, knownPerson, personNamer } from '../../src/brief/known-people.ts';

const ANA = { name: 'Ana Novak', email: ['ana@example.com', 'ana@home.example'] };
const BOT = { name: 'Build Agent', email: [], agent: true as const };
const PEOPLE = [ANA, BOT];

test.each([
  ['Ana Novak <ana@example.com>', ANA],
  ['A. N. <ANA@home.example>', ANA],
  ['ana@home.example', ANA],
  ['ana  novak', ANA],
  ['Ana Novak <ana@elsewhere.example>', undefined],
  ['Build Agent <bot@example.com>', BOT],
  ['Bor Kos', undefined],
])('%s', (text, person) => {
  expect(knownPerson(text, PEOPLE)).toBe(person);
});

test('an agent is a program that the configuration calls one', () => {
  expect(isAgent('Build Agent', PEOPLE)).toBe(true);
  expect(isAgent('Ana Novak', PEOPLE)).toBe(false);
  expect(isAgent('Bor Kos', PEOPLE)).toBe(false);
});

test('a person has one name, whatever they are called by', () => {
  const mapped = new Map([
    ['Ana <ana@old.example>', 'Ana <ana@home.example>'],
    ['B <b@x>', 'Bor Kos <bor@example.com>'],
  ]);
  const nameOf = personNamer(PEOPLE, mapped);
  for (const text of ['Ana Novak', 'x <ana@home.example>', 'Ana <ana@old.example>']) {
    expect(nameOf(text)).toBe('Ana Novak <ana@example.com>');
  }
  expect(nameOf('build agent')).toBe('Build Agent');
  expect(nameOf('B <b@x>')).toBe('Bor Kos <bor@example.com>');
  expect(nameOf('Mei Lin')).toBe('Mei Lin');
});
