/** Keys as people write them, whatever the case and what stands between the words. */
import { describe, expect, it } from 'vitest';
import { FIELDS, keysOf } from '../../src/brief/fields.ts';
import { otherNamesOf } from '../../src/brief/field-names.ts';
import { readBrief } from '../../src/brief/read.ts';
import { DEFAULT_CONFIG } from '../../src/config/keys.ts';
import { fixText } from '../../src/lint/fix.ts';
import type { Finding } from '../../src/rules/index.ts';
import { checkBrief } from '../../src/rules/index.ts';
import { LONG } from '../support/size.ts';

const SETUP = { root: '/', config: DEFAULT_CONFIG, today: '2026-11-02', asOf: '2026-11-02' };

/** A value that the field takes, as it stands behind a key. */
function valueFor(name: string): string {
  const entry = FIELDS.find((field) => field.name === name);
  const { type = 'text', example = '', choices = [] } = entry ?? {};
  if (type === 'list') return '\n  - One\n  - Two';
  if (type === 'milestones') return '\n  - 2027-05-15: a plan';
  return ` ${choices[0]?.value ?? String(example)}`;
}

function fixed(key: string, value: string): ReturnType<typeof readBrief> {
  return readBrief(fixText(SETUP, 'briefs/x.md', `---\n${key}:${value}\n---\n`).text);
}

function misnamedIn(text: string): Finding | undefined {
  const found = checkBrief(readBrief(text), { path: 'briefs/x.md' });
  return found.find(({ rule }) => rule === 'misnamed-field');
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const WAYS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.replaceAll('-', ' '),
  (name) => name.split('-').map(capital).join(' '),
  (name) => name.replaceAll('-', '_'),
  (name) => name.split('-').map(capital).join('_'),
  // dueDate
  (name) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
];

describe('a field under another name', () => {
  const answered = FIELDS.filter(({ group, name }) => group !== 'records' && name !== 'id');
  it.each(answered.map(({ name }) => name))('%s is moved to where it belongs', (name) => {
    const value = valueFor(name);
    const [top, child] = keysOf(name);
    const want = readBrief(
      `---\n${child === undefined ? `${top}:${value}` : `${top}:\n  ${child}:${value.replaceAll('\n', '\n  ')}`}\n---\n`,
    ).values[name];
    expect(want).toBeDefined();
    const field = FIELDS.find((one) => one.name === name) as (typeof FIELDS)[number];
    const own = child === undefined ? [top] : [];
    for (const [at, other] of [...own, ...otherNamesOf(field)].entries()) {
      // The names take turns with two ways each, or each has all.
      for (const way of WAYS.filter((_, turn) => LONG || (turn + at) % 4 === 0))
        expect(fixed(way(other), value).values[name], way(other)).toEqual(want);
    }
  });

  it.each(['timeline.due', 'Won’t do', 'Who?', '**Owner**', 'in/out-of-scope'])(
    '%s is told as what it is, or as nothing of ours',
    (key) => {
      const text = `---\n"${key}": x\n---\n`;
      const found = checkBrief(readBrief(text), { path: 'briefs/x.md' });
      const rules = found.map(({ rule }) => rule);
      expect(rules).toContain(key.startsWith('in/') ? 'unknown-field' : 'misnamed-field');
      expect(readBrief(text).values).toEqual({});
    },
  );

  it('stands at the edge below its map, and is indented', () => {
    expect(fixed('timeline', '\ndue: 2027-06-30').values['timeline.due']).toBe('2027-06-30');
    const scope = fixed('scope', '\nin:\n  - One\nout:\n  - Two');
    expect(scope.values).toMatchObject({ 'scope.in': ['One'], 'scope.out': ['Two'] });
  });

  it('with a value in another form is moved, and its value told as it is meant', () => {
    expect(fixed('Deadline', ' 15.07.2027').values['timeline.due']).toBe('2027-07-15');
    expect(fixed('Deadline', ' end of February').values['timeline.due']).toBe('2027-02-28');
    expect(fixed('Cadence', ' weekly').values['check-ins.every']).toBe('1 week');
    const { text } = fixed('Due', ' 1/12/2027');
    const found = misnamedIn(text);
    expect(found?.help).toContain('which is 2027-12-01 to one reader and 2027-01-12 to another');
  });

  it('beside the field itself is not moved over it', () => {
    const { text } = fixed('timeline', '\n  due: 2027-06-30\ndeadline: 2027-07-31');
    expect(text).toContain('due: 2027-06-30\ndeadline: 2027-07-31\n');
    const found = misnamedIn(text);
    expect(found?.help).toBe('timeline.due stands there already: keep one of the two');
  });

  it('a key of one’s own is shown as one can be written', () => {
    const found = checkBrief(readBrief('---\nSteering group: x\n---\n'), { path: 'briefs/x.md' });
    expect(found.find(({ rule }) => rule === 'unknown-field')?.help).toMatch(/x-steering-group$/);
  });
});
