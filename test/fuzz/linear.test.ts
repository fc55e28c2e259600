/**
 * How we know that no expression of reading or rules takes more than linear time: 100,000 characters
 * of anything that one of them looks for, in each place where it looks, are done within seconds. What
 * grows with the square takes minutes for one of them. The long tests try each in every place.
 */
import { expect, test } from 'vitest';
import { checkText } from '../../src/lint/check.ts';
import { DEFAULT_CONFIG } from '../../src/config/config.ts';
import { RULES } from '../../src/rules/index.ts';
import { draftBrief } from '../support/briefs.ts';
import { LONG } from '../support/size.ts';

const CHARACTERS = [...' .,-"\'`([*_#\t1:&/@|><aé日'];
const UNITS = [
  ['a ', ' a', '. ', ', ', '- ', '--', '` `', '[a](', '](', '<a ', '<!--', '# ', '1 ', '1.', '5 %'],
  [
    '12-',
    '2026-',
    '2026-01-01 ',
    'http://a ',
    'a@',
    'a.b',
    "a's ",
    '| ',
    '> ',
    '/a',
    '...',
    '\u00a0',
  ],
  [
    '<!-- delegate-disable ',
    'TODO ',
    '{{',
    '???',
    '```',
    '~~~',
    ': ',
    ' #',
    '&a',
    '*a ',
    'e\u0301',
  ],
  ['if possible ', 'as much ', 'as possible', 'etc. ', 'and more ', 'Q1 ', 'from 1 to 2 ', 'min '],
  [
    'first ',
    'then ',
    'using ',
    'by means of ',
    'improve ',
    'of course ',
    'every ',
    'each 2 ',
    'and ',
  ],
].flat();

type Place = (text: string) => string;
const inField =
  (name: string, before = 'x', behind = 'y'): Place =>
  (text) =>
    draftBrief().replace(
      new RegExp(`^${name}: .*$`, 'm'),
      () => `${name}: ${before}${text}${behind}`,
    );
const PLACES: readonly [string, Place][] = [
  ['goal', inField('goal')],
  ['item', (text) => draftBrief().replace('- The CI', () => `- x${text} The CI`)],
  ['body', (text) => `${draftBrief()}x${text}y\n`],
  ['check-ins', (text) => `${draftBrief()}## Check-ins\n\n- 2026-04-10 (${text}y\n`],
];
const MORE: readonly [string, Place][] = [
  ['a person', inField('delegate')],
  ['a literal', inField('why', '|\n  x')],
  ['a folded', (text) => inField('why', '>\n  x')(text.replaceAll(' ', '\n  '))],
  ['a flow list', inField('status', '[x', 'y]')],
  ['a date', (text) => draftBrief().replace('status:', () => `timeline: 1${text}y\nstatus:`)],
  ['a cadence', (text) => draftBrief().replace('status:', () => `check-ins: 1${text}y\nstatus:`)],
  ['a key', (text) => draftBrief().replace('status:', () => `x${text}y: a\nstatus:`)],
  ['the frontmatter', (text) => `---\n${text}\n---\n`],
];

const ON = Object.fromEntries(
  RULES.map(({ id, level }) => [id, { level: level === 'off' ? 'info' : level, options: {} }]),
);
const CONFIG = { ...DEFAULT_CONFIG, rules: ON } as typeof DEFAULT_CONFIG;
const SETUP = { root: '/', config: CONFIG, today: '2026-04-10' };

const TRIED = (LONG ? [...PLACES, ...MORE] : PLACES).map(([name, place], turn) => {
  // The places take turns.
  const all = [...CHARACTERS, ...UNITS];
  const units = LONG ? all : all.filter((_, at) => at % PLACES.length === turn);
  return [name, place, units] as const;
});

test.each(TRIED)('a long text in %s takes no more than linear time', (_, place, units) => {
  for (const unit of units) {
    const text = place(unit.repeat(Math.ceil(100_000 / unit.length)));
    const start = performance.now();
    checkText(SETUP, 'briefs/a.md', text);
    const seconds = (performance.now() - start) / 1000;
    if (seconds > 5) expect({ unit, seconds }).toBeUndefined();
  }
});
