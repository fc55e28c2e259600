/** Completion asked for over the protocol, taken as an editor takes it, and read by every reader of YAML. */
import matter from 'gray-matter';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ClientCapabilities, CompletionItem, TextEdit } from 'vscode-languageserver/node';
import { CompletionRequest } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FIELDS } from '../../src/brief/fields.ts';
import { readBrief } from '../../src/brief/read.ts';
import { draftBrief, tempRepo } from '../support/index.ts';
import type { Client } from './client.ts';
import { startHere } from './client.ts';

const EDITED = 'briefs/edited.md';

/** Names that YAML, or one of its readers, takes for something else where they stand plain. */
const PEOPLE = [
  '@ana',
  '% Ana',
  '- Ana',
  '[Ana]',
  '{Ana}',
  'Ana #1 <ana@example.com>',
  'Team: Ana',
  'Ana, Bor',
  'no',
  'On',
  '0123',
  '1_000',
  '*Ana*',
  '&Ana',
  '!Ana',
  '| Ana',
  '> Ana',
  '`ana`',
  "'Ana'",
  '"Ana" B. <ana@example.com>',
  'Ana\\Bor',
  '? Ana',
  'A$1 Corp ${2:x}',
  '~',
  'null',
  '2026-01-01 Ana',
];

const CAPABILITIES: ClientCapabilities = {
  textDocument: {
    completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } },
  },
  window: { showDocument: { support: true } },
};

function personsBrief(person: string, at: number): string {
  const id = `b-2222222${'0123456789abcdefghjkmnpqrstvwxyz'[at]}`;
  return draftBrief('Other', id).replace(/^delegate: .*$/m, () => {
    return `delegate: ${JSON.stringify(person)}`;
  });
}

let root: string;
let client: Client;
beforeAll(() => {
  const others = PEOPLE.map((person, at) => [`briefs/${at}.md`, personsBrief(person, at)]);
  root = tempRepo(Object.fromEntries(others));
});
beforeEach(async () => {
  client = await startHere(root, CAPABILITIES);
  client.open(EDITED, '');
});

/** What is offered where the bar stands, of a text in the editor. */
async function offered(marked: string): Promise<readonly CompletionItem[]> {
  const text = marked.replace('¦', '');
  client.change(EDITED, [{ text }]);
  const position = TextDocument.create('', '', 0, text).positionAt(marked.indexOf('¦'));
  const found = await client.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri: client.uri(EDITED) },
    position,
  });
  return found === null || Array.isArray(found) ? (found ?? []) : found.items;
}

/** What an editor that filters by the beginning shows of it, as Neovim does; VS Code shows no less. */
async function shown(marked: string): Promise<readonly CompletionItem[]> {
  const text = marked.replace('¦', '');
  const before = marked.slice(0, marked.indexOf('¦'));
  const start = ({ textEdit }: CompletionItem): number =>
    TextDocument.create('', '', 0, text).offsetAt((textEdit as TextEdit).range.start);
  return (await offered(marked)).filter((item) =>
    (item.filterText ?? item.label).startsWith(before.slice(start(item))),
  );
}

/** The text after an offer was taken. */
function taken(marked: string, { textEdit, additionalTextEdits = [] }: CompletionItem): string {
  const text = marked.replace('¦', '');
  const edits = [textEdit as TextEdit, ...additionalTextEdits];
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits);
}

const MATTER = '---\nid: b-33333333\ntitle: Edited\n';

describe('what completion writes', () => {
  it.each([
    ['delegate', `${MATTER}delegate: ¦\n---\n`],
    ['delegator', `${MATTER}delegator: "¦"\n---\n`],
    ['agreement.by', `${MATTER}agreement: {date: 2026-01-01, by: ¦}\n---\n`],
    ['agreement.by', `${MATTER}agreement:\n  by: ¦\n---\n`],
    ['changes.0.agreed-by', `${MATTER}changes:\n  - agreed-by: ¦\n---\n`],
  ])('as %s is read by every reader as it was meant', async (path, marked) => {
    let items: readonly CompletionItem[] = [];
    await expect.poll(async () => (items = await shown(marked)).length).toBe(PEOPLE.length + 1);
    const read = items.map((item) => {
      const data: unknown = matter(taken(marked, item), {}).data;
      return path.split('.').reduce((value, key) => (value as never)[key], data);
    });
    expect(read.toSorted()).toEqual([...PEOPLE, 'Ana Novak <ana@example.com>'].toSorted());
    const brief = items.map((item) => readBrief(taken(marked, item)));
    expect(brief.filter(({ readable }) => !readable)).toEqual([]);
  });

  it('is never a text in brackets: a list stands line by line', async () => {
    const list = FIELDS.find(({ name }) => name === 'guardrails');
    for (const opened of ['', ' ', ' [', ' [¦]']) {
      const marked = `${MATTER}guardrails:${opened.includes('¦') ? opened : `${opened}¦`}\n---\n`;
      const items = await shown(marked);
      expect(items.length, opened).toBe(1 + (list?.example.length ?? 0));
      for (const item of items) {
        const text = taken(marked, item).replace(/\$\{\d+:([^}]*)\}/g, '$1');
        expect(text).not.toMatch(/[[\]]|:[ \t]+\n/);
        expect(text).toMatch(/\nguardrails:\n {2}- /);
      }
    }
    expect(await offered(`${MATTER}guardrails: [No overtime, ¦]\n---\n`)).toEqual([]);
  });

  it('holds a comma, a hash and a colon that are typed into it inside { }', async () => {
    const marked = `${MATTER}quality: {¦}\n---\n`;
    const item = (await shown(marked)).find(({ label }) => label === 'criteria');
    const typed = 'Fewer than 1,000: see #42';
    const text = taken(marked, item as CompletionItem).replace('${1}', typed);
    expect(readBrief(text).values['quality.criteria']).toEqual([typed]);
  });

  it('leads from a map to its keys', async () => {
    const marked = `${MATTER}scope: ¦\n---\n`;
    const items = await shown(marked);
    expect(items.map(({ label }) => label)).toEqual(['in', 'out']);
    expect(taken(marked, items[1] as CompletionItem)).toBe(
      `${MATTER}scope:\n  out:\n    - \n---\n`,
    );
    expect(await shown(`${MATTER}scope: ¦\n  in:\n    - All\n---\n`)).toEqual([]);
  });
});

describe('a field is found by every name that people give it', () => {
  const labels = async (marked: string): Promise<readonly string[]> =>
    (await shown(marked)).map(({ label }) => label);

  it.each([
    ['deadline', 'timeline.due'],
    ['Due da', 'timeline.due'],
    ['due_', 'timeline.due'],
    ['owner', 'delegate'],
    ['OWN', 'delegate'],
    ['acceptance', 'quality.criteria'],
    ['criter', 'quality.criteria'],
    ['non-go', 'scope.out'],
    ['budget', 'resources'],
    ['objective', 'goal'],
    ['timeline.d', 'timeline.due'],
    ['cadence', 'check-ins.every'],
  ])('%s offers %s, once', async (typed, field) => {
    const found = await labels(`${MATTER}${typed}¦\n---\n`);
    expect(found.filter((label) => label === field)).toEqual([field]);
  });

  it('as the table of fields has them', async () => {
    for (const { name, alsoCalled = [] } of FIELDS) {
      const own = name.split('.').at(-1) as string;
      for (const typed of alsoCalled) {
        const marked = `---\n${typed}¦\n---\n`;
        const found = (await shown(marked)).filter(({ label }) => label === name || label === own);
        expect(found.length, typed).toBe(1);
        expect(taken(marked, found[0] as CompletionItem)).toContain(`${own}:`);
      }
    }
  });

  it('and nothing more than the keys is offered before a letter is typed', async () => {
    const found = await labels(`${MATTER}¦\n---\n`);
    expect(found).toContain('timeline');
    expect(found.filter((label) => label.includes('.'))).toEqual([]);
  });

  it('says by which name, beside the key', async () => {
    const [item] = await shown(`${MATTER}deadl¦\n---\n`);
    expect(item).toMatchObject({
      label: 'timeline.due',
      labelDetails: { description: 'deadline' },
    });
  });

  it('not where it is written already, and in its own map only', async () => {
    expect(await labels(`${MATTER}timeline:\n  due: 2026-06-30\ndeadline¦\n---\n`)).toEqual([]);
    expect(await labels(`${MATTER}quality:\n  deadline¦\n---\n`)).toEqual([]);
    expect(await labels(`${MATTER}quality:\n  acceptance¦\n---\n`)).toEqual(['criteria']);
    expect(await labels(`${MATTER}x-notes: >\n  deadline¦\n---\n`)).toEqual([]);
  });

  it.each([
    ['with its map', 'deadline¦\n', 'timeline:\n  due: \n'],
    [
      'right below its map',
      'quality:\n    bar: optimal\naccept¦\n',
      /bar: optimal\n {4}criteria:\n {6}- \n/,
    ],
    ['below an empty map', 'quality:\naccept¦\n', 'quality:\n  criteria:\n    - \n'],
    [
      'where its map stands',
      'quality:\n  bar: optimal\nresources:\n  - A van\naccept¦\n',
      'quality:\n  bar: optimal\n  criteria:\n    - \nresources:\n  - A van\n\n',
    ],
    ['before what its value is', 'deadline¦: 2026-06-30\n', 'timeline:\n  due: 2026-06-30\n'],
    ['as its own key', 'own¦er: Ana\n', 'delegate: Ana\n'],
  ])('and written %s', async (_, typed, written) => {
    const marked = `${MATTER}${typed}---\n`;
    const [item] = await shown(marked);
    const text = taken(marked, item as CompletionItem);
    if (typeof written === 'string') expect(text).toBe(`${MATTER}${written}---\n`);
    else expect(text).toMatch(written);
    expect(readBrief(text).readable).toBe(true);
  });

  it('and shown there, where it is written elsewhere', async () => {
    const [item] = await shown(`${MATTER}quality:\n  bar: optimal\nwhy: x\naccept¦\n---\n`);
    expect(item?.command).toMatchObject({ command: 'delegate.reveal' });
    expect(item?.command?.arguments?.[1]).toMatchObject({ start: { line: 6, character: 6 } });
  });
});
