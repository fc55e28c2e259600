/** Briefs that a hand has broken, in every way that keys, values and files can be wrong. */
import { CHILD_FIELDS, FIELDS, TOP_KEYS } from '../../src/brief/fields.ts';
import { partsOf } from '../../src/brief/field-facts.ts';
import { CHANGED_BRIEF } from './briefs.ts';

/** What may stand behind a key, each of them wrong for most. */
const VALUES: readonly string[] = [
  '',
  ' x',
  ' 12',
  ' ~',
  ' true',
  ' "\\u0000"',
  ' "a\\nb"',
  " 'it''s'",
  ' |\n  one\n  two',
  ' >-\n  one\n\n  two',
  ' []',
  ' [x]',
  ' [[x]]',
  ' [{}]',
  ' [~, x, ""]',
  ' {}',
  ' {a: b}',
  ' {Note 1: x}',
  ' Note: one two',
  ' "Note 1": x',
  '\n  - x\n  - [y]',
  '\n  - date: x\n    what: [y]',
  '\n- x\n- a: b',
  '\n  a: x\n  b: [y]',
  '\n  a b: x',
  '\n  a: x\n  - y',
  '\n\tx',
  ' &a x',
  ' *a',
  ' !!binary x',
  ' ? x',
  ' {',
  " 'unclosed",
  ' 2026-02-30',
  ' 2026-06-30T10:00:00Z',
  ' b-7k3f9q2m',
  ' Bor Kos <bor@example.com>',
  ' # a comment',
];

/** The same in a line of its own inside a map. */
const PART_VALUES = VALUES.filter((value) => !value.includes('\n'));

/** The keys of the records that stand in a map or in a list of maps. */
const RECORDS = FIELDS.filter(({ group }) => group === 'records').map(({ name }) => name);

type Broken = Readonly<Record<string, string>>;

/** A brief's frontmatter in pieces, one a key, and what comes after. */
function piecesOf(text: string): { readonly pieces: readonly string[]; readonly rest: string } {
  const [, matter = '', rest = ''] = /^---\n([^]*?\n)(---\n[^]*)$/.exec(text) ?? [];
  return { pieces: matter.split(/^(?=[a-z-]+:)/m), rest };
}

/** The brief with one key written otherwise, at its place or else at the end. */
function withKey(text: string, key: string, source: string): string {
  const { pieces, rest } = piecesOf(text);
  const isIt = (piece: string): boolean => piece.startsWith(`${key}:`);
  const at = pieces.some(isIt) ? pieces.findIndex(isIt) : pieces.length;
  return `---\n${pieces.toSpliced(at, 1, source).join('')}${rest}`;
}

/** Every key with every value, with another key, twice, and none. */
function wrongKeys(good: string): Broken {
  const found: Record<string, string> = {};
  for (const key of TOP_KEYS) {
    const piece = piecesOf(good).pieces.find((one) => one.startsWith(`${key}:`)) ?? `${key}: x\n`;
    for (const value of VALUES) found[`${key}:${value}`] = withKey(good, key, `${key}:${value}\n`);
    found[`no ${key}`] = withKey(good, key, '');
    found[`${key} twice`] = withKey(good, key, `${piece}${piece}`);
    found[`${key} and another`] = withKey(good, key, `${piece}${key}: x\n`);
    found[`${key} without a space`] = withKey(good, key, piece.replace(/: ?/, ':'));
    found[`${key} indented`] = withKey(good, key, ` ${piece}`);
    found[`"${key}"`] = withKey(good, key, piece.replace(key, `"${key}"`));
    found[`${key} in capitals`] = withKey(good, key, piece.replace(key, key.toUpperCase()));
    const children = CHILD_FIELDS.get(key)?.keys() ?? [];
    for (const child of children) {
      found[`${key}.${child} dotted`] = withKey(good, key, `${key}.${child}: x\n`);
      for (const value of PART_VALUES) {
        found[`${key}.${child}:${value}`] = withKey(good, key, `${key}:\n  ${child}:${value}\n`);
      }
      found[`${key}.${child} in a line`] = withKey(good, key, `${key}: {${child}: x}\n`);
    }
  }
  for (const name of RECORDS) {
    for (const part of partsOf(name)) {
      for (const value of PART_VALUES) {
        const map = `${name}:\n  ${part}:${value}\n`;
        found[`${name} {${part}:${value}}`] = withKey(good, name, map);
        const list = `${name}:\n  - ${part}:${value}\n    date: 2026-05-10\n`;
        found[`${name} [${part}:${value}]`] = withKey(good, name, list);
      }
    }
  }
  return found;
}

const BODY = '## Context\n\nWords.\n';

/** Whole files that are not what they should be. */
function wrongFiles(good: string): Broken {
  const { pieces, rest } = piecesOf(good);
  const matter = pieces.join('');
  const json = (text: string): string => `---\n{${text}}\n---\n${BODY}`;
  return {
    nothing: '',
    'a blank line': '\n',
    'no frontmatter': BODY,
    'an empty frontmatter': `---\n---\n${BODY}`,
    'a comment for a frontmatter': `---\n# nothing\n---\n${BODY}`,
    'a text for a frontmatter': `---\nwords\n---\n${BODY}`,
    'a list for a frontmatter': `---\n- id: b-7k3f9q2m\n---\n${BODY}`,
    'an open frontmatter': `---\n${matter}`,
    'a frontmatter that ends otherwise': `---\n${matter}...\n${rest.slice(4)}`,
    'another language': `---js\n${matter}${rest}`,
    'a blank line in front': `\n${good}`,
    'a byte order mark': `\ufeff${good}`,
    'the line ends of Windows': good.replaceAll('\n', '\r\n'),
    'the line ends of old': good.replaceAll('\n', '\r'),
    'mixed line ends': good.replace(/\n/g, (_, at: number) => (at % 2 === 0 ? '\n' : '\r\n')),
    'one line of JSON': json('"id": "b-7k3f9q2m", "title": "x", "status": "accepted"'),
    'groups in JSON': json('id: b-7k3f9q2m, scope: x, quality: [y], fit: z, decision-rights: "a"'),
    'records in JSON': json('id: b-7k3f9q2m, agreement: x, changes: {}, outcome: [], status: done'),
    tabs: good.replaceAll('\n  ', '\n\t'),
    'no line end': good.trimEnd(),
    'a NUL': good.replace('Halve', 'Hal\u0000ve'),
    'a lone CR': good.replace('Halve', 'Hal\rve'),
    'deep nesting': withKey(good, 'goal', `goal: ${'['.repeat(300)}\n`),
    anchors: withKey(good, 'goal', 'goal: &a [*a, *a]\n'),
    'a merge of keys': withKey(good, 'goal', 'x-a: &a {goal: x}\n<<: *a\n'),
    'no section of check-ins': good.replace(/## Check-ins[^]*/, ''),
    'check-ins of no shape': good.replace(/^- 2026-04-10.*$/m, '- someday (fine)\n2026-13-40: x'),
    'check-ins in a fence': good.replace('## Check-ins', '```\n## Check-ins'),
    'a heading twice': `${good}\n## Check-ins\n\n- 2026-04-11 (blocked): x\n`,
    'a conflict of git': good.replace('goal:', '<<<<<<< ours\ngoal: x\n=======\ngoal:'),
    'two briefs in one': good + good,
  };
}

/** The briefs by what is wrong with them, for a status that they are in. */
export function brokenBriefs(status = 'accepted'): Broken {
  const good = CHANGED_BRIEF.replace('status: accepted', `status: ${status}`);
  return { ...wrongKeys(good), ...wrongFiles(good) };
}
