import { describe, expect, it } from 'vitest';
import { groupByPerson, oldestFirst, overdueFirst } from '../../src/agreement/inbox-people.ts';
import { eachOnce, peopleMeant, someOf } from '../../src/agreement/named-person.ts';
import { nextSteps } from '../../src/agreement/next-steps.ts';
import { wayToSettle } from '../../src/agreement/settling.ts';
import { readBrief } from '../../src/brief/read.ts';
import { CHANGED_BRIEF, GOOD_BRIEF } from '../support/index.ts';

const ANA = 'Ana Novak <ana@example.com>';
const BOR = 'Bor Kos <bor@example.com>';
const item = (person: string | undefined, since?: string) => ({ person, since });
const groups = (...items: ReturnType<typeof item>[]) =>
  groupByPerson(items).map(({ person, items: own }) => [person, own.map(({ since }) => since)]);

describe('what waits, by person', () => {
  it('stands in the order of the names, what waits for nobody last, the oldest first', () => {
    expect(
      groups(
        item(undefined, '2026-04-01'),
        item(BOR, '2026-04-05'),
        item(ANA),
        item(BOR, '2026-04-03'),
        item(ANA, '2026-04-09'),
        item(undefined),
      ),
    ).toEqual([
      [ANA, ['2026-04-09', undefined]],
      [BOR, ['2026-04-03', '2026-04-05']],
      [undefined, ['2026-04-01', undefined]],
    ]);
  });

  it('orders names as a phone book does, whatever their signs', () => {
    const names = [
      'bo',
      'Bo',
      'Bob',
      'Bo Ek',
      'Bo E',
      'boa',
      'Čop',
      'Dan',
      "O'Neil",
      'Ek-Bo',
      'zoe',
      '2b',
    ];
    const persons = names.map((name, at) => `${name} <${at}@example.com>`);
    const inOrder = names.toSorted((a, b) => a.localeCompare(b, 'en'));
    expect(groups(...persons.map((person) => item(person))).map(([person]) => person)).toEqual(
      inOrder.map((name) => persons[names.indexOf(name)]),
    );
  });

  it('can begin with what is overdue, each part in its order', () => {
    const all = [1, 2, 3, 4].map((at) => ({ at, overdue: at % 2 === 0 }));
    expect(overdueFirst(all).map(({ at }) => at)).toEqual([2, 4, 1, 3]);
  });

  it('keeps the order of what is as old', () => {
    const all = ['a', 'b', 'c'].map((name) => ({ name, ...item(ANA, '2026-04-01') }));
    expect(oldestFirst(all).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });

  it('takes a name without an address for the one who has one, in any case', () => {
    expect(groups(item('ana  novak', '1'), item('ANA Novak <ANA@example.com>', '2'))).toEqual([
      ['ANA Novak <ANA@example.com>', ['1', '2']],
    ]);
    expect(groups(item(ANA, '1'), item('Ana N. <ana@example.com>', '2'))).toEqual([
      [ANA, ['1', '2']],
    ]);
    expect(groups(item('ana@example.com', '1'), item(ANA, '2'))).toEqual([[ANA, ['1', '2']]]);
  });

  it('does not guess between two of one name', () => {
    const other = 'Ana Novak <an@example.org>';
    expect(groups(item('Ana Novak', '1'), item(ANA, '2'), item(other, '3'))).toEqual([
      ['Ana Novak', ['1']],
      [other, ['3']],
      [ANA, ['2']],
    ]);
  });
});

describe('whom a text means', () => {
  const PEOPLE = [ANA, BOR, 'Bor Kos', 'Ana Kovač', 'Mei Lin <mei@work.example>', BOR];
  it.each([
    ['Bor Kos', [BOR]],
    ['bor@example.com', [BOR]],
    [' ana ', ['Ana Kovač', ANA]],
    ['EXAMPLE.com', [ANA, BOR]],
    ['nobody', []],
    ['', []],
    [' ', []],
  ])('%j', (text, people) => {
    expect(peopleMeant(text, PEOPLE)).toEqual(people);
  });

  it('may be known from elsewhere', () => {
    expect(peopleMeant('the boss', PEOPLE, (person) => person.startsWith('Mei'))).toEqual([
      'Mei Lin <mei@work.example>',
    ]);
  });

  it('is told once each, and not more than fit', () => {
    expect(eachOnce(PEOPLE)).toEqual(['Ana Kovač', ANA, BOR, 'Mei Lin <mei@work.example>']);
    expect(someOf(['a', 'b', 'c', 'd', 'e', 'f'])).toBe('a, b, c, d, e, f');
    expect(someOf(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toBe('a, b, c, d, e, f, …');
  });
});

describe('the next steps of a person', () => {
  const steps = (text: string, self: string | undefined, today = '2026-04-12') =>
    nextSteps(readBrief(text), self, today);
  const as = (status: string) => GOOD_BRIEF.replace('status: accepted', `status: ${status}`);
  const proposed = as('proposed').replace(/agreement:\n(?: .*\n)+/, '');

  it('begin with what waits for them', () => {
    const open = CHANGED_BRIEF.replace(/ +agreed-by: .*\n/, '');
    expect(steps(open, BOR)).toEqual(['agree', 'dispute', 'check-in', 'amend']);
    expect(steps(open, ANA)).toEqual(['check-in', 'amend', 'close']);
    expect(steps(GOOD_BRIEF, ANA, '2026-07-02')).toEqual(['check-in', 'close', 'amend']);
  });

  it('go on from the status', () => {
    expect(steps(proposed, BOR)).toEqual(['accept']);
    expect(steps(proposed, ANA)).toEqual(['withdraw']);
    expect(steps(as('paused'), ANA)).toEqual(['resume']);
    expect(steps(as('paused'), BOR)).toEqual([]);
    expect(steps(as('done'), ANA)).toEqual(['close']);
    expect(steps(as('draft').replace(/agreement:\n(?: .*\n)+/, ''), ANA)).toEqual(['propose']);
    const own = GOOD_BRIEF.replaceAll(BOR, ANA);
    expect(steps(own, ANA)).toEqual(['check-in', 'amend', 'close']);
  });

  it('are none of others, or where nothing can be read', () => {
    expect(steps(GOOD_BRIEF, 'Cai')).toEqual([]);
    expect(steps(GOOD_BRIEF, undefined)).toEqual([]);
    expect(steps('---\ngoal: [\n---\n', ANA)).toEqual([]);
  });
});

it('what is to be done about a change, by how it stands', () => {
  expect(wayToSettle('open', 'b-1')).toContain('delegate agree b-1, or delegate dispute b-1');
  expect(wayToSettle('disputed', 'b-1')).toContain('delegate amend b-1 --take-back disputed');
  expect(wayToSettle('silent', 'b-1')).toContain('delegate amend b-1 --reason');
  expect(wayToSettle('agreed', 'b-1')).toBeUndefined();
});
