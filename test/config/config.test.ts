import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIG, parseConfig, readConfig } from '../../src/config/config.ts';
import { configText } from '../../src/files/config-text.ts';
import { configurationPage } from '../../scripts/configuration-page.ts';
import { KEYS } from '../../src/config/keys.ts';
import { configSchema } from '../../src/config/schema.ts';
import { Failure } from '../../src/failure.ts';
import { RULES as ALL_RULES } from '../../src/rules/index.ts';
import { readTemplate } from '../../src/files/package.ts';
import { tempFolder, write } from '../support/index.ts';

const RULES = ['vague-term', 'subjective-term', 'missing-goal', 'due-in-past'];

function failure(text: string): string {
  try {
    parseConfig(text, RULES);
  } catch (error) {
    expect(error).toBeInstanceOf(Failure);
    return `${(error as Failure).message} | ${(error as Failure).help ?? ''}`;
  }
  return 'no failure';
}

test('everything it can hold', () => {
  const text = `folder: [briefs/, ./teams/*/briefs, "plans/**/brief.md"]
language: en
commit: no
rules:
  vague-term: off
  due-in-past: {level: warning, days: 3, strict: true, kinds: [a, "2"]}
words:
  subjective-term: {add: [snappy, "super  fast"], remove: simple}
required: [guardrails, timeline.due]
people:
  Ana Novak: {email: [ana@example.com, ana@home.example], github: "@ananovak"}
  Build Agent: {agent: true}
  Bor Kos:
  Mei Lin: {email: mei@example.com, agent: no}
checks:
  tests: {run: [npm, test]}
  deploy-time: {run: [node, t.mjs, 20, true], timeout: 5 min, protects: [./t.mjs, test/]}
  lint: {run: make, timeout: 90}
`;
  expect(parseConfig(text, RULES)).toEqual({
    folder: ['briefs', 'teams/*/briefs', 'plans/**/brief.md'],
    language: 'en',
    commit: false,
    rules: {
      'vague-term': { level: 'off', options: {} },
      'due-in-past': { level: 'warning', options: { days: 3, strict: true, kinds: ['a', '2'] } },
    },
    words: { 'subjective-term': { add: ['snappy', 'super  fast'], remove: ['simple'] } },
    required: ['guardrails', 'timeline.due'],
    people: [
      { name: 'Ana Novak', email: ['ana@example.com', 'ana@home.example'], github: 'ananovak' },
      { name: 'Build Agent', email: [], agent: true },
      { name: 'Bor Kos', email: [] },
      { name: 'Mei Lin', email: ['mei@example.com'] },
    ],
    checks: [
      { name: 'tests', run: ['npm', 'test'], timeout: 600, protects: [] },
      {
        name: 'deploy-time',
        run: ['node', 't.mjs', '20', 'true'],
        timeout: 300,
        protects: ['t.mjs', 'test'],
      },
      { name: 'lint', run: ['make'], timeout: 90, protects: [] },
    ],
  });
});

test.each(['', '# nothing\n', '\uFEFF# bom\n', 'folder:\nrules:\n', '---\n', '{}'])(
  'what is empty is the default: %j',
  (text) => {
    expect(parseConfig(text, RULES)).toEqual(DEFAULT_CONFIG);
  },
);

test.each([
  ['flder: x', '.delegate.yaml:1:1: unknown key "flder" | Did you mean "folder"?'],
  ['commit: true\nxyz: 1', '.delegate.yaml:2:1: unknown key "xyz" | It can be: folder, language'],
  ['rules:\n  vage-term: off', '2:3: there is no rule "vage-term" | Did you mean "vague-term"?'],
  ['rules: {vague-term: waning}', '1:21: "waning" is not a level | Did you mean "warning"?'],
  ['rules: [vague-term]', 'rules must be keys with values | For example: vague-term: off'],
  ['words: {vague-term: {ad: [x]}}', 'unknown key "ad" | It can be: add, remove.'],
  [
    'required: [guardrail]',
    'there is no field "guardrail" to require | Did you mean "guardrails"?',
  ],
  ['required: [timeline]', 'Did you mean "timeline.due"?'],
  ['required: changes', 'there is no field "changes" to require'],
  ['people: [Ana]', 'people must be keys with values'],
  ['people: {Ana: {mail: a@b.c}}', '1:16: unknown key "mail" | Did you mean "email"?'],
  ['people: {Ana: {email: ana}}', '"ana" is no address'],
  ['people: {Ana: {github: "x y"}}', '"x y" is no name on GitHub'],
  ['people: {Ana: {agent: maybe}}', 'agent must be true or false'],
  ['people: {Ana <a@b.c>: }', 'is not the name of a person'],
  [
    'people: {Ana: {email: a@b.c}, Bor: {email: A@b.c}}',
    '"A@b.c" of Bor is also that of Ana | Give it to one of them.',
  ],
  ['checks: [a]', 'checks must be keys with values | For example: tests: {run: [npm, test]}'],
  ['checks: {a: {}}', 'the check a does not say what to run | Write run: [npm, test]'],
  ['checks: {a: {run: npm test}}', '1:19: run must be a list: the program, then each argument'],
  ['checks: {a: {run: npm test}}', 'No shell reads it. Write run: [npm, test]'],
  ['checks: {a: {rum: [x]}}', 'unknown key "rum" | Did you mean "run"?'],
  ['checks: {a b: {run: x}}', '"a b" is not the name of a check'],
  ['checks: {a: {run: x, timeout: soon}}', '"soon" is no time that a check may take'],
  ['checks: {a: {run: x, timeout: 25 h}}', '"25 h" is no time that a check may take'],
  ['checks: {a: {run: x, protects: [../b]}}', 'the path "../b" leads out of the repository'],
  ['commit: maybe', 'commit must be true or false'],
  ['language: English!', 'is not the code of a language'],
  ['folder: []', 'folder must name at least one folder'],
  ['folder: {a: b}', 'each entry of folder must be a text'],
  ['folder: a\nfolder: b', 'the key "folder" stands here a second time'],
  ['folder: [a', '.delegate.yaml:1:'],
  ['- a', 'it must be keys with values'],
  ['a: &a [1]\nfolder: *b', 'nothing is anchored as &b'],
])('refuses %j', (text, message) => {
  expect(failure(text)).toContain(message);
});

test.each([
  ['/etc', 'relative to the root'],
  ['C:/x', 'relative to the root'],
  ['..', 'leads out of the repository'],
  ['a/../../b', 'leads out of the repository'],
  ['.git', 'inside of git itself'],
  ['a/.GIT/hooks', 'inside of git itself'],
  ["'a\\b'", 'backslash'],
  ['"a\\0b"', 'control characters'],
  ['a**b', '** beside other characters'],
  [`"${'x'.repeat(300)}"`, 'longer than 200'],
])('a folder never leaves the repository: %s', (folder, message) => {
  expect(failure(`folder: ${folder}`)).toContain(message);
});

describe('the file', () => {
  test('may be a link inside of the repository; one that leads out of it is not followed', () => {
    const [repo, outside] = [tempFolder(), tempFolder()];
    write(repo, 'team/delegate.yaml', 'folder: work\n');
    symlinkSync('team/delegate.yaml', join(repo, '.delegate.yaml'));
    expect(configText(repo)).toBe('folder: work\n');
    for (const target of [join(outside, 'passwd'), '/nowhere', '.delegate.yaml']) {
      const bad = tempFolder();
      write(outside, 'passwd', 'root:*:0:0\n');
      symlinkSync(target, join(bad, '.delegate.yaml'));
      expect(() => configText(bad)).toThrow(/leads out of the repository|cannot be read: E/);
    }
  });
  test('none is the default', () => {
    expect(readConfig(configText(tempFolder()), RULES)).toBe(DEFAULT_CONFIG);
  });
  test('a folder, bytes that are no text, and a huge one are refused', () => {
    const folder = tempFolder();
    write(folder, '.delegate.yaml/x', '');
    expect(() => configText(folder)).toThrow('not a regular file');
    const bytes = tempFolder();
    write(bytes, '.delegate.yaml', new Uint8Array([0xff, 0xfe]));
    expect(() => configText(bytes)).toThrow('not UTF-8');
    const huge = tempFolder();
    write(huge, '.delegate.yaml', `#${'x'.repeat(300_000)}`);
    expect(() => configText(huge)).toThrow('larger than 256 KiB');
  });
});

test('a configuration that was made to hurt is refused', () => {
  const bomb = `a: &a [x]\n${'b: [*a, *a]\n'.repeat(9)}folder: ${'['.repeat(5000)}`;
  expect(failure(bomb)).toContain('.delegate.yaml');
  expect(failure(`folder: [${'a,'.repeat(60_000)}a]`)).toContain('more than 500');
});

test('the schema accepts and refuses what the program does', () => {
  const validate = new Ajv2020({ strict: false }).compile(
    configSchema(RULES.map((id) => ({ id, summary: id }))),
  );
  for (const [text, good] of [
    [readTemplate('init/delegate.yaml'), true],
    ['rules: {vague-term: off, missing-goal: {level: error, most: 3}}', true],
    ['words: {subjective-term: {add: [snappy]}}', true],
    ['required: [guardrails]\nfolder: [briefs, teams/*/briefs]', true],
    ['folder: ../x', false],
    ['folder: /x', false],
    ['folder: a/../../x', false],
    ['people: {Ana: {email: [a@b.c], github: ana, agent: true}, Bor: }', true],
    ['people: {Ana: {email: a}}', false],
    ['people: {Ana: {github: a b}}', false],
    ['people: {Ana: {mail: a@b.c}}', false],
    ['flder: x', false],
    ['rules: {vage-term: off}', false],
    ['rules: {vague-term: loud}', false],
    ['required: [guardrail]', false],
  ] as const) {
    expect([text, validate(parse(text) as unknown)]).toEqual([text, good]);
    expect([text, failure(text) === 'no failure']).toEqual([text, good]);
  }
});

test('the template says what counts without it', () => {
  expect(parseConfig(readTemplate('init/delegate.yaml'), RULES)).toEqual(DEFAULT_CONFIG);
});

test('every example of the template, uncommented, is right', () => {
  const text = readTemplate('init/delegate.yaml').replace(/^# (?=[a-z-]+:|  )/gm, '');
  const config = parseConfig(text);
  expect(Object.keys(config.rules)).toEqual(['missing-availability', 'missing-guardrails']);
  expect(config.words['subjective-term']).toEqual({ add: ['snappy'], remove: ['simple'] });
  expect(config.required).toEqual(['guardrails', 'timeline.due']);
  expect(config.people.map(({ github }) => github)).toEqual(['ananovak']);
});

test('an option that a rule does not have is refused', () => {
  const rules = [{ id: 'too-many-guardrails', options: { most: {} } }, 'vague-term'];
  const of = (text: string) => () => parseConfig(text, rules);
  expect(of('rules: {too-many-guardrails: {most: 3}}')()).toMatchObject({
    rules: { 'too-many-guardrails': { options: { most: 3 } } },
  });
  expect(of('rules: {too-many-guardrails: {mots: 3}}')).toThrow('has no option "mots"');
});

test('every key and every option of a rule is on the page, with an example that is right', () => {
  const page = configurationPage();
  const keys = [...page.matchAll(/^## `(\w+)`$[^#]*?```yaml\n([^`]*)```/gm)];
  expect(keys.map(([, name]) => name)).toEqual(Object.keys(KEYS));
  const validate = new Ajv2020({ strict: false }).compile(configSchema(ALL_RULES));
  for (const [, name = '', example = ''] of keys) {
    expect(parseConfig(example, ALL_RULES)).not.toEqual(DEFAULT_CONFIG);
    expect(Object.keys(parse(example) as object)).toEqual([name]);
    expect([name, validate(parse(example))]).toEqual([name, true]);
  }
  for (const { id, options = {} } of ALL_RULES) {
    for (const [name, { default: usual }] of Object.entries(options)) {
      const [, example = ''] =
        new RegExp(`\\| \`(${id}: \\{${name}: .*\\})\` \\|`).exec(page) ?? [];
      const { rules } = parseConfig(`rules:\n  ${example}`, ALL_RULES);
      expect(rules[id]?.options[name]).not.toEqual(usual);
      expect(typeof rules[id]?.options[name]).toBe(typeof usual);
    }
  }
});

test('the schema refuses what the program refuses of an option', () => {
  const validate = new Ajv2020({ strict: false }).compile(configSchema(ALL_RULES));
  for (const [option, good] of [
    ['most: 3', true],
    ['mots: 3', false],
    ['most: few', false],
  ] as const) {
    const text = `rules: {approval-heavy: {${option}}}`;
    expect([text, validate(parse(text))]).toEqual([text, good]);
    if (good) parseConfig(text, ALL_RULES);
    else expect(() => parseConfig(text, ALL_RULES)).toThrow(Failure);
  }
});
