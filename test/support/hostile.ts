/** A repository whose every text was written to hurt whoever shows it, and what must never be shown of it. */
import { FIELDS } from '../../src/brief/fields.ts';
import { seal } from '../../src/brief/canonical.ts';
import { readBrief } from '../../src/brief/read.ts';
import { commitAll, git, gitWith, tempRepo, write } from './repository.ts';

/** Texts, each of which is harmless in a brief and not on a screen, in a log or in a page. */
const TEXTS = [
  '::error::PWN',
  '  ::set-output name=x::PWN',
  '##[error]PWN',
  'a ##vso[task.setvariable variable=x]PWN',
  "##teamcity[buildStatus text='PWN']",
  'over \u001b[2J\u001b]0;PWN\u0007 and \u009b2J, \u0085 and \r PWN',
  'turned \u202etxet\u202c, joined \u200c\u200d, hidden \u034f\u3164\u200b\u2060\u{e0041}\ufeff\u115f PWN',
  'half \ud800 of a pair',
  '<img src=x onerror=alert(1)> [PWN](javascript:alert(1)) ![PWN](https://evil.example/x.png)',
  '@everyone #1 &#58;:error::PWN',
];

/** All of them, in an order that begins with another one each time. */
export function hostileText(turn: number): string {
  const at = turn % TEXTS.length;
  return [...TEXTS.slice(at), ...TEXTS.slice(0, at)].join(' ');
}

const PERSON = '::error::PWN ##[error]\u202e\u200d';
const BOR = `Bor ${PERSON} <bor@example.com>`;
const ANA = `Ana ${PERSON} <ana@example.com>`;

/** How a value is written: with escapes, or as people write, which holds no control characters. */
type Quote = (value: unknown) => string;

const escaped: Quote = (value) => JSON.stringify(value);

// oxlint-disable-next-line no-control-regex
const UNWRITTEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff\p{Surrogate}]/gu;

const plain: Quote = (value) => {
  if (Array.isArray(value)) return `[${value.map(plain).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(([key, one]) => `${key}: ${plain(one)}`)
      .join(', ')}}`;
  }
  return `'${String(value).replace(UNWRITTEN, '').replaceAll("'", "''")}'`;
};

/** A value of a field's type that is as hostile as one that can be read. */
function valueOf({ type, choices }: (typeof FIELDS)[number], turn: number): unknown {
  switch (type) {
    case 'choice':
      return choices?.[0]?.value;
    case 'list':
      return [0, 1, 2].map((more) => `${hostileText(turn + more)} of ${turn}.${more}`);
    case 'date':
      return '2026-06-30';
    case 'milestones':
      return [{ date: '2026-05-15', what: hostileText(turn) }];
    case 'cadence':
      return '1 week';
    case 'weekday':
      return 'Friday';
    case 'person':
      return undefined;
    default:
      return `${hostileText(turn)} of ${turn}`;
  }
}

/** A brief in which every field that can hold a text has a hostile one. */
function briefOf(id: string, status: string, quoted: Quote, records = ''): string {
  const own = new Map<string, unknown>([
    ['scope.out', ['::error::elsewhere']],
    ['decision-rights.ask-first', ['##[error]money']],
    ['delegator', ANA],
    ['delegate', BOR],
    ['title', `${TEXTS[0]} title`],
  ]);
  const lines = FIELDS.filter(({ group, type, name }) => {
    return group !== 'records' && type !== 'id' && name !== 'status' && name !== 'parent';
  }).map((field, turn) => {
    const value = own.get(field.name) ?? valueOf(field, turn);
    return `${field.name}: ${quoted(value)}`;
  });
  const unknown = [`${quoted('x-::error::PWN')}: ${quoted(hostileText(1))}`];
  const fields = [`id: ${id}`, `status: ${status}`, ...lines, ...unknown];
  return `---\n${nested(fields).join('\n')}\n${records}---\n${BODY}`;
}

/** Dotted names as the nested keys that they are. */
function nested(lines: readonly string[]): string[] {
  const plain = lines.filter((line) => !/^[a-z-]+\./.test(line));
  const groups = new Map<string, string[]>();
  for (const line of lines) {
    const [, group, rest] = /^([a-z-]+)\.(.*)$/s.exec(line) ?? [];
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), `  ${rest}`]);
  }
  return [...plain, ...[...groups].flatMap(([group, rest]) => [`${group}:`, ...rest])];
}

const BODY = `## ${TEXTS[0]}

${TEXTS.map((text) => text.replace(/[\r\ud800]/g, '')).join('\n\n')}

\\::error::PWN and &#58;:error::PWN

&#58;:error::PWN

- ::error::PWN
- ${TEXTS[6]}

## Check-ins

- 2026-04-10 (on track): ${TEXTS[0]} ##[error]PWN
`;

const CHANGE = (criteria: string, quoted: Quote): string => `changes:
  - date: 2026-04-20
    fields: [goal]
    reason: ${quoted(hostileText(2))}
    by: ${quoted(BOR)}
    objections:
      - date: 2026-04-21
        by: ${quoted(ANA)}
        reason: ${quoted(hostileText(3))}
    criteria: ${criteria}
`;

function accepted(
  id: string,
  status: string,
  quoted: Quote,
  criteria = 'v1-0000000000000000',
): string {
  const records = `agreement:
  date: 2026-04-03
  by: ${quoted(BOR)}
  backbrief: ${quoted(hostileText(4))}
  criteria: v1-1111111111111111
${CHANGE(criteria, quoted)}withdrawn:
  - date: 2026-04-02
    by: ${quoted(ANA)}
    reason: ${quoted(hostileText(5))}
outcome:
  date: 2026-07-01
  summary: ${quoted(hostileText(6))}
  criteria:
    - what: ${quoted(hostileText(7))}
      result: met
`;
  const text = briefOf(id, status, quoted, records);
  const own = seal(readBrief(text).values);
  return criteria === own ? text : accepted(id, status, quoted, own);
}

/** Every field of the wrong type, and keys that nobody knows. */
const WRONG = `---\n${nested(
  FIELDS.map(({ name }, turn) => `${name}: ${escaped({ [hostileText(turn)]: hostileText(turn) })}`),
).join('\n')}\n"::error::PWN": x\n"##[error]PWN": x\n---\n`;

/** What a slip of the hand makes of it: what is told quotes the line. */
const BROKEN = `---\ntitle: ::error::PWN\n::error::PWN\n##[error]PWN: [\n---\n::error::PWN\n`;

/** Where the brief stands that commands work on. */
export const HOSTILE_PATH = '::error::PWN ##[error]\u202e\u200d\n::error::PWN.md';

/** Its id. */
export const HOSTILE_ID = 'b-0000bad1';

/** The repository. Its person is the delegator; its branch, authors and messages are hostile too. */
export function hostileRepo(status = 'accepted'): string {
  const text = ['accepted', 'paused', 'done'].includes(status)
    ? accepted(HOSTILE_ID, status, plain)
    : briefOf(HOSTILE_ID, status, plain);
  const repo = tempRepo({
    '.delegate.yaml': `folder: ['.']\nrules: {due-in-past: warning}\n`,
    [HOSTILE_PATH]: text.replace('::error::PWN', '::error::BEFORE'),
    'escaped ##[error].md': accepted('b-0000bad2', 'accepted', escaped),
    'wrong ##vso[x].md': WRONG,
    'broken.md': BROKEN,
    'templates/README.md': '',
  });
  git(repo, 'checkout', '-q', '-b', 'PWN\u202e\u200d#\u3164');
  git(repo, 'config', 'user.name', `Ana ${PERSON}`);
  write(repo, HOSTILE_PATH, text);
  git(repo, 'add', '-A');
  const author = { GIT_AUTHOR_NAME: PERSON, GIT_COMMITTER_NAME: PERSON };
  const message = TEXTS.map((one) => one.replace(/\ud800/g, '')).join('\n\n');
  gitWith(author, repo, 'commit', '-q', '-m', message);
  // A goalpost that moves in silence, so that the log has it.
  write(repo, HOSTILE_PATH, text.replace(/^goal: '/m, "goal: '::error::MOVED "));
  commitAll(repo, '::error::PWN', { author: `${PERSON} <pwn@example.com>` });
  return repo;
}

/** What is in a text that must not be shown; colours of ours and our own annotations are. */
export function hazardsIn(text: string): string[] {
  const plain = text
    .replaceAll('\r\n', '\n')
    .replace(/\u001b\[[0-9;]*m/g, '')
    .replace(/^::(?:error|warning|notice) file=[^:\n]*,title=[^:\n]*::/gm, 'annotation: ');
  const found: string[] = [];
  const look = (name: string, pattern: RegExp): void => {
    for (const { index } of plain.matchAll(pattern)) {
      found.push(`${name}: ${JSON.stringify(plain.slice(Math.max(0, index - 30), index + 40))}`);
    }
  };
  look('command', /^\s*::[a-z]/gim);
  look('command', /##[a-z]*\[/gi);
  // eslint-disable-next-line no-control-regex
  look('control', /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g);
  look('unseen', /(?![\uFE00-\uFE0F])\p{Default_Ignorable_Code_Point}/gu);
  look('surrogate', /\p{Surrogate}/gu);
  // In JSON an escape stands for it; elsewhere it is six letters of a source.
  if (/^[[{]/.test(plain)) {
    look('half', /(?<!\\)(?:\\\\)*\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f])/gi);
    look('half', /(?<!\\ud[89ab][0-9a-f]{2})(?<!\\)(?:\\\\)*\\ud[c-f][0-9a-f]{2}/gi);
  }
  return found;
}
