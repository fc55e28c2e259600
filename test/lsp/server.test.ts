import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import {
  CodeActionRequest,
  CompletionRequest,
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  DidSaveTextDocumentNotification,
  ExecuteCommandRequest,
  FileChangeType,
  HoverRequest,
  ShowDocumentRequest,
  CodeLensRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
} from 'vscode-languageserver/node';
import type {
  CodeAction,
  CompletionList,
  MarkupContent,
  TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { seal } from '../../src/brief/canonical.ts';
import { readBrief } from '../../src/brief/read.ts';
import {
  CHANGED_BRIEF,
  GOOD_BRIEF,
  draftBrief,
  runDelegate,
  tempRepo,
  write,
} from '../support/index.ts';
import type { Client } from './client.ts';
import { startHere } from './client.ts';

const GOOD = 'briefs/good.md';

/** Where a text begins in another, as an editor counts; `|` marks the place in it. */
function placeOf(text: string, marked: string): { line: number; character: number } {
  const at = text.indexOf(marked.replace('|', ''));
  expect(at, marked).toBeGreaterThanOrEqual(0);
  const bar = marked.indexOf('|');
  return TextDocument.create('', '', 0, text).positionAt(at + Math.max(0, bar));
}

function apply(text: string, edits: TextEdit[] | undefined): string {
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits ?? []);
}

async function actions(client: Client, path: string, text: string, marked: string) {
  const position = placeOf(text, marked);
  const found = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: client.uri(path) },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
  return (found ?? []) as CodeAction[];
}

async function complete(client: Client, path: string, text: string, marked: string) {
  const found = await client.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri: client.uri(path) },
    position: placeOf(text, marked),
  });
  return (found as CompletionList).items;
}

async function hover(client: Client, path: string, text: string, marked: string) {
  const found = await client.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri: client.uri(path) },
    position: placeOf(text, marked),
  });
  return (found?.contents as MarkupContent | undefined)?.value;
}

const rules = (diagnostics: readonly { code?: string | number }[]) =>
  diagnostics.map(({ code }) => code);

describe('diagnostics', () => {
  it('are those of lint, as one types', async () => {
    const client = await startHere(tempRepo({ [GOOD]: GOOD_BRIEF }));
    client.open(GOOD, GOOD_BRIEF);
    const before = await client.diagnostics(GOOD);
    expect(rules(before)).not.toContain('unknown-field');
    const at = placeOf(GOOD_BRIEF, 'guardrails:|');
    client.change(GOOD, [
      {
        range: { start: { ...at, character: 0 }, end: { ...at, character: 10 } },
        text: 'guardrail',
      },
    ]);
    const after = await client.diagnostics(GOOD, (found) => rules(found).includes('unknown-field'));
    const unknown = after.find(({ code }) => code === 'unknown-field');
    expect(unknown).toMatchObject({
      severity: 2,
      source: 'delegate',
      range: { start: { line: at.line, character: 0 }, end: { line: at.line, character: 9 } },
    });
    expect(unknown?.codeDescription?.href).toMatch(/delegate-rules-\w+\/unknown-field\.md$/);
  });

  it('count the unsaved text of other open briefs', async () => {
    const [one, two] = ['briefs/one.md', 'briefs/two.md'];
    const root = tempRepo({
      [one]: draftBrief('One', 'b-11111111'),
      [two]: draftBrief('Two', 'b-22222222'),
    });
    const client = await startHere(root);
    client.open(one, draftBrief('One', 'b-11111111'));
    client.open(two, draftBrief('Two', 'b-22222222'));
    await client.diagnostics(two);
    client.change(two, [{ text: draftBrief('Two', 'b-11111111') }]);
    await client.diagnostics(one, (found) => rules(found).includes('duplicate-id'));
    client.close(two);
    await client.diagnostics(one, (found) => !rules(found).includes('duplicate-id'));
  });

  it('see what changed on disk, also for an editor that does not watch it', async () => {
    const [one, two] = ['briefs/one.md', 'briefs/two.md'];
    const root = tempRepo({
      [one]: draftBrief('One', 'b-11111111'),
      [two]: draftBrief('Two', 'b-22222222'),
    });
    let now = Date.parse('2026-04-10T12:00:00Z');
    const client = await startHere(root, {}, () => new Date(now));
    client.open(one, draftBrief('One', 'b-11111111'));
    await client.diagnostics(one);
    write(root, two, draftBrief('Two', 'b-11111111'));
    now += 60_000;
    const textDocument = { uri: client.uri(one) };
    await client.connection.sendNotification(DidSaveTextDocumentNotification.type, {
      textDocument,
    });
    await client.diagnostics(one, (found) => rules(found).includes('duplicate-id'));
  });

  it('follow the configuration when it changes', async () => {
    const root = tempRepo({ [GOOD]: GOOD_BRIEF });
    const client = await startHere(root);
    const text = GOOD_BRIEF.replace('guardrails:', 'guardrail:');
    client.open(GOOD, text);
    await client.diagnostics(GOOD, (found) => rules(found).includes('unknown-field'));
    write(root, '.delegate.yaml', 'rules:\n  unknown-field: off\n');
    const uri = client.uri('.delegate.yaml');
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri, type: FileChangeType.Created }],
    });
    await client.diagnostics(GOOD, (found) => !rules(found).includes('unknown-field'));
  });

  it('say nothing of markdown that is no brief', async () => {
    const client = await startHere(tempRepo({ 'README.md': '# Hello\n' }));
    client.open('README.md', '# Hello\n');
    client.open(GOOD, GOOD_BRIEF);
    await client.diagnostics(GOOD);
    expect(await hover(client, 'README.md', '# Hello\n', 'Hello')).toBeUndefined();
  });

  it('go when the document is closed', async () => {
    const client = await startHere(tempRepo({ [GOOD]: '' }));
    client.open(GOOD, '');
    await client.diagnostics(GOOD, (found) => found.length > 0);
    client.close(GOOD);
    await client.diagnostics(GOOD, (found) => found.length === 0);
  });

  it('work with a configuration that is wrong', async () => {
    const client = await startHere(tempRepo({ '.delegate.yaml': 'folderr: x\n' }));
    client.open(GOOD, GOOD_BRIEF.replace('guardrails:', 'guardrail:'));
    await client.diagnostics(GOOD, (found) => rules(found).includes('unknown-field'));
  });
});

describe('completion', () => {
  const other = draftBrief('Other', 'b-22222222').replace('Bor Kos <bor@example.com>', 'Mei Lin');
  const repo = () => tempRepo({ [GOOD]: GOOD_BRIEF, 'briefs/other.md': other });

  it('offers the keys that are not there yet, with their questions', async () => {
    const text = GOOD_BRIEF.replace('title: Halve', 'gro\ntitle: Halve');
    const client = await startHere(repo());
    client.open(GOOD, text);
    const items = await complete(client, GOOD, text, 'gro|\n');
    const growth = items.find(({ label }) => label === 'growth');
    expect(growth?.detail).toMatch(/think through/);
    expect(apply(text, [growth?.textEdit as TextEdit])).toContain('\ngrowth: \n');
    expect(items.map(({ label }) => label)).not.toContain('goal');
  });

  it('offers the keys of a map, and the values of a choice', async () => {
    const client = await startHere(repo());
    const text = GOOD_BRIEF.replace('  bar: good-enough\n', '  \n  bar: \n');
    client.open(GOOD, text);
    const keys = await complete(client, GOOD, text, 'quality:\n  |\n');
    expect(keys.map(({ label }) => label)).toEqual([]);
    const values = await complete(client, GOOD, text, 'bar: |');
    expect(values.map(({ label }) => label)).toEqual(['good-enough', 'optimal']);
  });

  it('offers people and briefs of the folder', async () => {
    const client = await startHere(repo());
    const text = GOOD_BRIEF.replace('delegate: Bor Kos <bor@example.com>', 'delegate: \nparent: ');
    client.open(GOOD, text);
    await client.diagnostics(GOOD);
    await expect
      .poll(async () =>
        (await complete(client, GOOD, text, 'delegate: |')).map(({ label }) => label),
      )
      .toContain('Mei Lin');
    const ids = await complete(client, GOOD, text, 'parent: |');
    expect(ids.map(({ label }) => label)).toEqual(['b-22222222 Other']);
    expect((ids[0]?.textEdit as TextEdit | undefined)?.newText).toBe('b-22222222');
  });

  it('offers an item where a dash stands', async () => {
    const client = await startHere(repo());
    const text = GOOD_BRIEF.replace('guardrails:\n', 'guardrails:\n  - \n');
    client.open(GOOD, text);
    const items = await complete(client, GOOD, text, 'guardrails:\n  - |');
    expect(items.map(({ label }) => label)).toContain('No new paid services');
    expect(items[0]?.insertTextFormat).toBe(2);
  });

  it('quotes what other readers would take for a boolean', async () => {
    const client = await startHere(repo());
    const text = GOOD_BRIEF.replace('guardrails:\n', 'solution-known: \nguardrails:\n');
    client.open(GOOD, text);
    const items = await complete(client, GOOD, text, 'solution-known: |');
    const no = items.find(({ label }) => label === 'no')?.textEdit as TextEdit | undefined;
    expect(no?.newText).toBe('"no"');
  });
});

describe('hover', () => {
  it('tells what a key asks, why, and an example', async () => {
    const client = await startHere(tempRepo({ [GOOD]: GOOD_BRIEF }));
    client.open(GOOD, GOOD_BRIEF);
    expect(await hover(client, GOOD, GOOD_BRIEF, 'gu|ardrails')).toMatch(
      /Are there non-obvious[\s\S]*Why it is asked[\s\S]*guardrails:\n {2}- No new paid/,
    );
    expect(await hover(client, GOOD, GOOD_BRIEF, 'sco|pe:')).toMatch(/`in`: What is the scope/);
  });

  it('tells what is meant by a key under another name', async () => {
    const client = await startHere(tempRepo({ [GOOD]: GOOD_BRIEF }));
    const text = GOOD_BRIEF.replace('timeline:\n  due: ', 'Deadline: ');
    client.open(GOOD, text);
    expect(await hover(client, GOOD, text, 'Dead|line')).toMatch(/\*\*Due\*\* · `timeline.due`/);
  });

  it('tells of a seal whether it holds, and what moved', async () => {
    const client = await startHere(tempRepo({ [GOOD]: GOOD_BRIEF }));
    client.open(GOOD, GOOD_BRIEF);
    expect(await hover(client, GOOD, GOOD_BRIEF, 'crit|eria: v1')).toMatch(/Sealed/);
    const moved = GOOD_BRIEF.replace('due: 2026-06-30', 'due: 2026-05-31');
    client.change(GOOD, [{ text: moved }]);
    expect(await hover(client, GOOD, moved, 'crit|eria: v1')).toMatch(
      /Moved[\s\S]*`timeline.due`\n- sealed: 2026-06-30\n- now: 2026-05-31/,
    );
  });
});

describe('hover over what a stranger wrote', () => {
  const LINK = '[PWN](command:workbench.action.quit)';
  const rendered = (markdown = ''): string => {
    const renderer = new MarkdownIt({ html: true, linkify: true });
    renderer.validateLink = () => true;
    return renderer.render(markdown);
  };

  it('makes no link of a path or a title', async () => {
    const path = `briefs/\`${LINK}.md`;
    const other = draftBrief(LINK, 'b-22222222');
    const client = await startHere(tempRepo({ [GOOD]: GOOD_BRIEF, [path]: other }));
    const text = `${GOOD_BRIEF}\nSee b-22222222.\n`;
    client.open(GOOD, text);
    await expect.poll(() => hover(client, GOOD, text, 'See b-22|2')).toContain('PWN');
    expect(rendered(await hover(client, GOOD, text, 'See b-22|2'))).not.toMatch(/<a |<img/);
  });

  it('makes no link of what moved', async () => {
    const before = GOOD_BRIEF.replace('No new paid services', `No new paid services ${LINK}`);
    const sealed = before.replace(/criteria: v1-.*/, `criteria: ${seal(readBrief(before).values)}`);
    const client = await startHere(tempRepo({ [GOOD]: sealed }));
    const moved = sealed.replace(LINK, `${LINK} <img src=x>`);
    client.open(GOOD, moved);
    const shown = await hover(client, GOOD, moved, 'crit|eria: v1');
    expect(shown).toMatch(/Moved[^]*PWN/);
    expect(rendered(shown)).not.toMatch(/<a |<img/);
  });
});

describe('code actions', () => {
  it('make the safe fix', async () => {
    const client = await startHere(tempRepo({ [GOOD]: GOOD_BRIEF }));
    const text = GOOD_BRIEF.replace('guardrails:', 'guardrail:');
    client.open(GOOD, text);
    const found = await actions(client, GOOD, text, 'guar|drail:');
    const fix = found.find(({ title }) => title === 'Write guardrails');
    expect(apply(text, fix?.edit?.changes?.[client.uri(GOOD)])).toBe(GOOD_BRIEF);
    expect(found.at(-1)?.kind).toBe('source.fixAll.delegate');
    const all = found.at(-1)?.edit?.changes?.[client.uri(GOOD)];
    expect(apply(text, all)).toBe(GOOD_BRIEF);
  });

  it('make all safe fixes as lint does: also those that another fix makes room for', async () => {
    const repo = tempRepo({ [GOOD]: GOOD_BRIEF });
    const client = await startHere(repo);
    const text = GOOD_BRIEF.replace('approach: problem-solving', 'aproach: Problem-Solving');
    client.open(GOOD, text);
    const found = await actions(client, GOOD, text, 'apro|ach:');
    const all = found.find(({ kind }) => kind === 'source.fixAll.delegate');
    write(repo, GOOD, text);
    await runDelegate(['lint', '--fix'], { cwd: repo });
    const fixed = readFileSync(join(repo, GOOD), 'utf8');
    expect(fixed).toBe(GOOD_BRIEF);
    expect(apply(text, all?.edit?.changes?.[client.uri(GOOD)])).toBe(fixed);
  });

  it('add a missing field in its place, and show it', async () => {
    const client = await startHere(tempRepo({ [GOOD]: GOOD_BRIEF }));
    const text = GOOD_BRIEF.replace(/why: >\n.*\n/, '');
    client.open(GOOD, text);
    const found = await actions(client, GOOD, text, '---|');
    const add = found.find(({ title }) => title.startsWith('Add "why"'));
    const after = apply(text, add?.edit?.changes?.[client.uri(GOOD)]);
    expect(after).toMatch(/20 minutes\.\nwhy: ?\nintended-use/);
    const shown = new Promise((done) => {
      client.connection.onRequest(ShowDocumentRequest.type, (params) => {
        done(params.selection?.start);
        return { success: true };
      });
    });
    await client.connection.sendRequest(ExecuteCommandRequest.type, {
      command: add?.command?.command as string,
      arguments: add?.command?.arguments as never[],
    });
    expect(await shown).toMatchObject({ line: placeOf(after, 'why:').line });
  });

  it('record a moved goalpost, with what moved and the new seal', async () => {
    const client = await startHere(tempRepo({ [GOOD]: GOOD_BRIEF }));
    const text = GOOD_BRIEF.replace('due: 2026-06-30', 'due: 2026-05-31');
    client.open(GOOD, text);
    const found = await actions(client, GOOD, text, 'due: 2026|');
    const record = found.find(({ title }) => title.startsWith('Record'));
    const after = apply(text, record?.edit?.changes?.[client.uri(GOOD)]);
    expect(after).toContain(
      'changes:\n  - date: 2026-04-10\n    fields: [timeline.due]\n    reason: \n    criteria: v1-fd02756f2fa4af74\n',
    );
    expect(record?.command?.arguments?.[1]).toMatchObject({
      start: { line: placeOf(after, 'reason:').line, character: 12 },
    });
  });

  it('switch a rule off, with the reason left to write', async () => {
    const client = await startHere(tempRepo({ [GOOD]: GOOD_BRIEF }));
    const text = GOOD_BRIEF.replace('guardrails:', 'guardrail:');
    client.open(GOOD, text);
    const found = await actions(client, GOOD, text, 'guar|drail:');
    const off = found.find(({ title }) => title.startsWith('Switch off unknown-field'));
    expect(apply(text, off?.edit?.changes?.[client.uri(GOOD)])).toContain(
      '---\n<!-- delegate-disable unknown-field:  -->\n\n## Context',
    );
  });
});

describe('the rest', () => {
  it('goes to the definition of an id', async () => {
    const other = draftBrief('Other', 'b-22222222');
    const client = await startHere(tempRepo({ [GOOD]: GOOD_BRIEF, 'briefs/other.md': other }));
    const text = `${GOOD_BRIEF}\nSee b-22222222.\n`;
    client.open(GOOD, text);
    await expect
      .poll(() =>
        client.connection.sendRequest(DefinitionRequest.type, {
          textDocument: { uri: client.uri(GOOD) },
          position: placeOf(text, 'See b-22|222222'),
        }),
      )
      .toMatchObject({
        uri: client.uri('briefs/other.md'),
        range: { start: { line: 1, character: 4 } },
      });
    expect(await hover(client, GOOD, text, 'See b-22|2')).toMatch(/Other/);
  });

  it('has an outline, folding, and a line over the agreement', async () => {
    const client = await startHere(tempRepo({ [GOOD]: CHANGED_BRIEF }));
    client.open(GOOD, CHANGED_BRIEF);
    const textDocument = { uri: client.uri(GOOD) };
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument,
    });
    expect(symbols?.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Goal', 'scope', 'Changes', 'Context', 'Check-ins']),
    );
    const folds = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
    expect(folds?.[0]).toMatchObject({ startLine: 0 });
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument });
    expect(lenses?.map(({ command }) => command?.title)).toContain('1 recorded change since');
  });

  it('says over the status and the agreement what waits, as the list does', async () => {
    const text = CHANGED_BRIEF.replace(/ +agreed-by: .*\n/, '').replace(
      '2026-04-10 (on track)',
      '2026-03-01 (on track)',
    );
    const client = await startHere(tempRepo({ [GOOD]: text }));
    client.open(GOOD, text);
    const textDocument = { uri: client.uri(GOOD) };
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument });
    const told = lenses?.filter(({ command }) => command?.command === '');
    expect(told?.map(({ command }) => command?.title)).toEqual([
      'check-in is due today',
      '1 recorded change since; open change, waits for Bor Kos',
    ]);
  });

  it('does not fall over what is no document of its own', async () => {
    const root = tempRepo({ [GOOD]: GOOD_BRIEF });
    const client = await startHere(root);
    const textDocument = { uri: 'untitled:Untitled-1' };
    await client.connection.sendNotification(DidSaveTextDocumentNotification.type, {
      textDocument,
    });
    expect(
      await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
    ).toBeNull();
    writeFileSync(join(root, GOOD), readFileSync(join(root, GOOD)));
  });
});
