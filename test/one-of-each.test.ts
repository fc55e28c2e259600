/**
 * What CONTRIBUTING promises: a field is one entry in the table of fields, a rule one entry in the file
 * of its family, a key of the configuration one in the table of its keys, a format one file and its line
 * in the map of the command. One of each is added to a copy of the sources, and is looked for everywhere.
 */
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { connect } from './lsp/client.ts';
import type { Ran } from './support/index.ts';
import { PACKAGE, commitAll, makeHost, tempFolder, tempRepo, write } from './support/index.ts';
import { script } from './wizard/script.ts';

/** A list, and no criterion: that would need a new version of the seal. */
const FIELD = `
  {
    name: 'stakeholders',
    type: 'list',
    group: 'terms',
    label: 'Stakeholders',
    ask: 'Who else must hear of it?',
    help: 'Those who are told when something moves, one a line.',
    why: 'Whoever hears of it too late works against it.',
    example: ['The support team'],
    wording: 'judged',
  },`;

const RULE = `
  {
    id: 'goal-shouts',
    family: 'clarity',
    level: 'warning',
    summary: 'The goal shouts',
    why: 'Loud is not clear.',
    bad: 'goal: Cut deployment from 40 to 20 minutes!',
    good: 'goal: Cut deployment from 40 to 20 minutes.',
    check: ({ values }) =>
      values.goal?.endsWith('!')
        ? { message: 'the goal shouts', help: 'say it calmly', span: { start: 0, end: 3 } }
        : undefined,
  },`;

const KEY = `
  greeting: {
    description: 'What new briefs begin with.',
    holds: 'a text',
    default: 'Hello',
    example: 'greeting: Hi',
    read: (source: ConfigSource, node: TreeNode) => textOf(source, node, 'greeting'),
    schema: () => ({ type: 'string' }),
  },`;

let copy: string;
let repo: string;

/** Puts an entry first into the list that begins with a line; without one, first into the file. */
function addEntry(path: string, opening: string, entry: string): void {
  const text = readFileSync(join(copy, path), 'utf8');
  if (opening !== '') expect(text.split(opening)).toHaveLength(2);
  writeFileSync(
    join(copy, path),
    text.replace(opening, () => opening + entry),
  );
}

/** A module of the copy, with the types of ours. */
function load<T>(path: string): Promise<T> {
  return import(join(copy, path)) as Promise<T>;
}

/** Runs the copy's `delegate ARGS`, in this process. */
async function delegate(...args: string[]): Promise<Ran> {
  const { main } = await load<typeof import('../src/main.ts')>('src/main.ts');
  const host = makeHost({ cwd: repo });
  const status = await main(args, host);
  return { status, ...host.shown() };
}

async function out(...args: string[]): Promise<string> {
  return (await delegate(...args)).out;
}

/** The format's one file. */
const FORMAT = `
import type { BriefLists } from './list.ts';

export function listPaths({ lists }: BriefLists): string {
  return lists.flatMap(({ briefs }) => briefs).map(({ path }) => \`\${path}\\n\`).join('');
}
`;

beforeAll(() => {
  copy = tempFolder();
  for (const name of ['package.json', 'scripts', 'src', 'templates']) {
    cpSync(join(PACKAGE, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(PACKAGE, 'node_modules'), join(copy, 'node_modules'));
  addEntry('src/brief/fields.ts', 'const TABLE = [', FIELD);
  addEntry('src/rules/clarity.ts', 'export const CLARITY: readonly Rule[] = [', RULE);
  writeFileSync(join(copy, 'src/report/list-paths.ts'), FORMAT);
  addEntry('src/commands/list.ts', 'const FORMATS = {', ' paths: listPaths,');
  addEntry('src/commands/list.ts', '', "import { listPaths } from '../report/list-paths.ts';\n");
  addEntry('src/config/keys.ts', 'export const KEYS = {', KEY);
  repo = tempRepo({ 'a.txt': 'a\n' });
});

const ANSWERS = [
  ['--approach', 'problem-solving'],
  ['--delegate', 'Bor Kos <bor@example.com>'],
  ['--goal', 'Cut the median deployment from 40 to 20 minutes.'],
  ['--why', 'Hotfixes wait, so releases are large.'],
  ['--scope', 'The pipeline'],
  ['--quality', 'Success rate stays at 98 % or better'],
  ['--stakeholders', 'Sales'],
  ['--stakeholders', 'Support'],
].flat();

describe('a field of type list, added as one entry of the table', () => {
  let text: string;

  test('is a flag of new, and is written', async () => {
    const help = await out('new', '--help');
    expect(help.replace(/\s+/g, ' ')).toContain(
      '--stakeholders <item> Who else must hear of it? (may be repeated)',
    );
    const made = await delegate('new', 'Deploys', ...ANSWERS);
    expect([made.err, made.status]).toEqual([expect.stringContaining('committed it'), 0]);
    text = readFileSync(join(repo, 'briefs/deploys.md'), 'utf8');
    expect(text).toContain('stakeholders:\n  - Sales\n  - Support\n');
  });

  test('is shown, amended, and in the log under its label', async () => {
    expect(await out('show', 'deploys')).toMatch(/Stakeholders.*Sales/s);
    const by = ['--by', 'Bor Kos <bor@example.com>'];
    await delegate('propose', 'deploys');
    await delegate('accept', 'deploys', ...by, '--backbrief', 'I own the wait.');
    const reason = ['--reason', 'They asked.'];
    const amended = await delegate('amend', 'deploys', '--add', 'stakeholders=Board', ...reason);
    expect([amended.err, amended.status]).toEqual([expect.stringContaining('committed'), 0]);
    expect(await out('log', 'deploys', '--all')).toMatch(/Stakeholders.*Board/s);
  });

  test('is looked at by lint: its shape, its placeholders, its words', async () => {
    const bad = text.replace('- Sales', '- TBD').replace('- Support', '- Whoever is easy to reach');
    write(repo, 'briefs/bad.md', bad);
    const { findings } = JSON.parse(await out('lint', 'briefs/bad.md', '--format', 'json')) as {
      findings: { rule: string; message: string }[];
    };
    const messages = (rule: string): string[] =>
      findings.filter((one) => one.rule === rule).map(({ message }) => message);
    expect(messages('placeholder')).toEqual([expect.stringContaining('stakeholders says "TBD"')]);
    expect(messages('subjective-term')).toEqual([expect.stringContaining('"easy"')]);
    expect(messages('unknown-field')).toEqual([]);
  });

  test('is in the schemas', async () => {
    const { properties } = JSON.parse(await out('schema')) as { properties: object };
    expect(properties).toMatchObject({
      stakeholders: { title: 'Stakeholders', examples: [['The support team']] },
    });
    expect(await out('schema', 'config')).toContain('"stakeholders"');
  });

  test('is asked for by the wizard', async () => {
    const ask = script({
      Approach: ['shared'],
      Title: ['T'],
      Goal: ['G'],
      Why: ['W'],
      'In scope': [['S']],
      'Quality criteria': [['Q']],
      Delegate: ['Bor'],
      More: [['stakeholders']],
      Stakeholders: [['Sales']],
    });
    const { interview } =
      await load<typeof import('../src/wizard/interview.ts')>('src/wizard/interview.ts');
    const values = await interview({
      ask,
      known: {},
      settled: new Set(),
      today: '2026-04-10',
      ids: () => [],
      save: () => {},
    });
    expect(values).toMatchObject({ stakeholders: ['Sales'] });
    expect(ask.questions.at(-1)).toMatchObject({
      ask: 'Who else must hear of it?',
      example: 'The support team',
    });
  });

  test('is in the page of the fields and the templates', async () => {
    const { fieldPage } =
      await load<typeof import('../scripts/field-page.ts')>('scripts/field-page.ts');
    expect(fieldPage()).toContain('### `stakeholders`\n\n**Who else must hear of it?**');
    const { TEMPLATES, templatePage } = await load<typeof import('../scripts/template-page.ts')>(
      'scripts/template-page.ts',
    );
    const template = templatePage(TEMPLATES['execution'] as never);
    expect(template).toContain('# Who else must hear of it?\n');
    expect(template).toContain('stakeholders:\n  - <who else must hear of it>\n');
  });

  test('is completed and explained by the editor', async () => {
    const { serve } = await load<typeof import('../src/lsp/server.ts')>('src/lsp/server.ts');
    const [input, output] = [new PassThrough(), new PassThrough()];
    const status = serve(makeHost({ cwd: repo, host: { stdin: input, stdout: output } }));
    const client = await connect(repo, output, input);
    client.open('briefs/c.md', '---\nstak\n---\n');
    client.open('briefs/d.md', '---\nstakeholders:\n---\n');
    const about = async (request: string, path: string): Promise<string> => {
      const textDocument = { uri: client.uri(path) };
      const position = { line: 1, character: 4 };
      return JSON.stringify(
        await client.connection.sendRequest(`textDocument/${request}`, { textDocument, position }),
      );
    };
    expect(await about('completion', 'briefs/c.md')).toContain('Who else must hear of it?');
    expect(await about('hover', 'briefs/d.md')).toContain('Who else must hear of it?');
    await client.shutdown();
    client.connection.dispose();
    input.end();
    await status;
  });
});

describe('a rule, added as one entry of its family', () => {
  test('is listed and explained', async () => {
    expect(await out('rules')).toContain('goal-shouts');
    expect(await out('rules', 'goal-shouts')).toContain('Loud is not clear.');
  });

  test('finds, in every format, and can be configured', async () => {
    const path = 'briefs/loud.md';
    write(repo, path, '---\ntitle: Loud\ngoal: Cut it from 40 to 20 minutes!\n---\n');
    expect(await out('lint', path, '--format', 'unix')).toContain('goal-shouts');
    const sarif = JSON.parse(await out('lint', path, '--format', 'sarif')) as {
      runs: { tool: { driver: { rules: { id: string }[] } } }[];
    };
    expect(sarif.runs[0]?.tool.driver.rules.map(({ id }) => id)).toContain('goal-shouts');
    expect(await out('schema', 'config')).toContain('"goal-shouts"');
    write(repo, '.delegate.yaml', 'rules:\n  goal-shouts: off\n');
    commitAll(repo, 'quiet');
    expect(await out('lint', path, '--format', 'unix')).not.toContain('goal-shouts');
  });

  test('has a page', async () => {
    const pages = await load<typeof import('../src/report/rules-markdown.ts')>(
      'src/report/rules-markdown.ts',
    );
    const { RULES, ruleOf } =
      await load<typeof import('../src/rules/index.ts')>('src/rules/index.ts');
    expect(pages.rulePage(ruleOf('goal-shouts') as never)).toContain('Loud is not clear.');
    expect(pages.rulesIndex(RULES, (id) => id)).toContain('goal-shouts');
  });
});

describe('a format of list, added as a file and its line in the map', () => {
  test('is chosen by its name, and named by the help and where another is misspelt', async () => {
    write(repo, 'briefs/listed.md', '---\ntitle: Listed\n---\n');
    expect(await out('list', '--format', 'paths')).toContain('briefs/listed.md\n');
    expect(await out('list', '--help')).toContain('paths');
    const { err, status } = await delegate('list', '--format', 'path');
    expect([err, status]).toEqual([expect.stringContaining('paths'), 2]);
  });
});

describe('a key of the configuration, added as one entry of the table', () => {
  test('is read, checked and suggested', async () => {
    const { parseConfig } =
      await load<typeof import('../src/config/parse.ts')>('src/config/parse.ts');
    expect(parseConfig('')).toMatchObject({ greeting: 'Hello' });
    expect(parseConfig('greeting: Hi')).toMatchObject({ greeting: 'Hi' });
    expect(() => parseConfig('greeting: [Hi]')).toThrow('greeting must be a text');
    write(repo, '.delegate.yaml', 'greting: Hi\n');
    expect((await delegate('list')).err).toContain('Did you mean "greeting"?');
    write(repo, '.delegate.yaml', 'greeting: Hi\n');
    expect((await delegate('list')).status).toBe(0);
  });

  test('is in the schema and on the page', async () => {
    const { properties } = JSON.parse(await out('schema', 'config')) as { properties: object };
    expect(properties).toMatchObject({ greeting: { description: 'What new briefs begin with.' } });
    const { configurationPage } = await load<typeof import('../scripts/configuration-page.ts')>(
      'scripts/configuration-page.ts',
    );
    expect(configurationPage()).toContain('## `greeting`\n\nWhat new briefs begin with.');
  });
});
