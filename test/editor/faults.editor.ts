/** What was broken in a real VS Code once (the first tests), and what must work without any set-up. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { GOOD_BRIEF, draftBrief, tempFolder, tempRepo } from '../support/index.ts';
import type { Code, Window } from './code.ts';
import { startCode, until } from './code.ts';

const BAD = GOOD_BRIEF.replace('guardrails:', 'guardrail:').replace('  bar: good-enough\n', '');

let code: Code;
let window: Window;
beforeAll(async () => {
  code = await startCode();
});
afterAll(() => code.stop());
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await window.picture(`failed ${task.name.slice(0, 20)}`);
  await window.close();
});

/** The problems that the editor lists of a file, by its name. */
function problems(name: string): Promise<readonly string[]> {
  return window.inside<string[]>(
    `return vscode.languages.getDiagnostics().filter(([uri]) => uri.path.endsWith(${JSON.stringify(name)}))
       .flatMap(([, all]) => all.map(({ code, source }) => source + ' ' + (code?.value ?? code)))`,
  );
}

async function hasProblem(name: string, rule: string): Promise<void> {
  await until(async () => (await problems(name)).some((one) => one.endsWith(rule)));
}

/** Waits until the server answers. */
async function served(): Promise<void> {
  await until(() =>
    window.inside<boolean>(`
      const { uri } = vscode.window.activeTextEditor.document;
      const found = await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri);
      return found?.some(({ name }) => name === 'Goal') ?? false;`),
  );
}

/** The colour of a word in the editor. */
async function colorOf(word: string): Promise<string> {
  const found = window.page.locator('.view-line span span', { hasText: word }).first();
  return found.evaluate((element) => getComputedStyle(element).color);
}

describe('without any set-up', () => {
  it('checks briefs by the program that comes along', async () => {
    window = await code.open(tempRepo({ 'briefs/bad.md': BAD }));
    await window.openFile('briefs/bad.md');
    await hasProblem('bad.md', 'unknown-field');
    await until(async () => (await window.page.locator('.squiggly-warning').count()) > 0);
    await window.picture('squiggles');
  });

  it('leads from a finding to the page of its rule', async () => {
    window = await code.open(tempRepo({ 'briefs/bad.md': BAD }));
    await window.openFile('briefs/bad.md');
    await hasProblem('bad.md', 'unknown-field');
    await window.page.locator('.squiggly-warning').first().hover({ force: true });
    await window.page.locator('.monaco-hover .code-link').first().click();
    await until(() =>
      window.inside<boolean>(`
        const page = vscode.window.activeTextEditor?.document;
        return /delegate-rules-\\w+.unknown-field\\.md$/.test(page?.fileName)
          && page.getText().includes('A key is not a field of a brief.');`),
    );
    await window.picture('rule page');
  });

  it('is silent in a folder without briefs', async () => {
    window = await code.open(tempRepo({ 'README.md': '# A lone README\n\nbrief\n' }));
    await window.openFile('README.md');
    await window.inside(
      `await vscode.extensions.getExtension('delegate-briefs.delegate-briefs-vscode').activate()`,
    );
    expect(await window.page.locator('.notification-toast').count()).toBe(0);
    const started = await window.inside<string>(
      `return require('child_process').execFileSync('ps', ['-eo', 'ppid,args']).toString().split('\\n')
         .filter((line) => line.trim().startsWith(process.pid + ' ') && line.includes(' lsp')).join()`,
    );
    expect(started).toBe('');
  });

  it('checks several folders, each by its own configuration', async () => {
    const strict = tempRepo({ 'briefs/bad.md': BAD });
    const mild = tempRepo({
      '.delegate.yaml': 'folder: notes\nrules:\n  unknown-field: off\n',
      'notes/mild.md': BAD,
    });
    const file = join(tempFolder(), 'both.code-workspace');
    writeFileSync(file, JSON.stringify({ folders: [{ path: strict }, { path: mild }] }));
    window = await code.open(file);
    await hasProblem('bad.md', 'unknown-field');
    await hasProblem('mild.md', 'missing-quality-bar');
    expect((await problems('mild.md')).join()).not.toContain('unknown-field');
  });
});

describe('the faults that were seen', () => {
  it('1: criteria, seals and ids have colours of their own', async () => {
    window = await code.open(tempRepo({ 'briefs/good.md': GOOD_BRIEF }));
    await window.openFile('briefs/good.md');
    await until(async () => (await colorOf('guardrails')) !== (await colorOf('title')));
    await window.picture('colours');
  });

  it('2: a task does not double what is listed', async () => {
    window = await code.open(tempRepo({ 'briefs/bad.md': BAD }));
    await window.openFile('briefs/bad.md');
    await hasProblem('bad.md', 'unknown-field');
    const before = await problems('bad.md');
    await window.inside(`
      const [task] = (await vscode.tasks.fetchTasks({ type: 'delegate' }));
      const ended = new Promise((done) => vscode.tasks.onDidEndTaskProcess(({ exitCode }) => done(exitCode)));
      await vscode.tasks.executeTask(task);
      return ended;`);
    expect(await problems('bad.md')).toEqual(before);
  });

  it('3: restarting warns of nothing', async () => {
    window = await code.open(tempRepo({ 'briefs/bad.md': BAD }));
    await hasProblem('bad.md', 'unknown-field');
    await window.palette('delegate: Restart the Server');
    await hasProblem('bad.md', 'unknown-field');
    expect(await window.page.locator('.notification-toast').count()).toBe(0);
  });

  it('4: keys are offered while one types, and their values after them', async () => {
    window = await code.open(tempRepo({ 'briefs/good.md': GOOD_BRIEF }));
    await window.openFile('briefs/good.md');
    await served();
    const line = GOOD_BRIEF.split('\n').findIndex((one) => one.startsWith('goal:'));
    await window.inside(
      `await vscode.window.activeTextEditor.edit((edit) => edit.insert(new vscode.Position(${line}, 0), '\\n'))`,
    );
    await window.cursorAt(line, 0);
    await window.page.keyboard.type('trade', { delay: 60 });
    const row = window.page.locator('.suggest-widget .monaco-list-row', { hasText: 'trade-off' });
    await row.first().waitFor();
    await window.picture('completion-key');
    await window.page.keyboard.press('Enter');
    await window.page
      .locator('.suggest-widget .monaco-list-row', { hasText: 'timeline' })
      .first()
      .waitFor();
    await window.picture('completion-values');
  });

  it('5: a day in words becomes a date, and a person one of the other briefs', async () => {
    const other = draftBrief('Other', 'b-22222222').replace('Bor Kos <bor@example.com>', 'Mei Lin');
    const text = GOOD_BRIEF.replace('due: 2026-06-30', 'due:').replace(
      /delegate: Bor.*/,
      'delegate:',
    );
    window = await code.open(tempRepo({ 'briefs/good.md': text, 'briefs/other.md': other }));
    await window.openFile('briefs/good.md');
    await served();
    const lines = text.split('\n');
    const due = lines.findIndex((one) => one.startsWith('  due:'));
    await window.cursorAt(due, lines[due]?.length ?? 0);
    await window.page.keyboard.type(' in 6 weeks', { delay: 60 });
    const rows = window.page.locator('.suggest-widget .monaco-list-row');
    await rows
      .filter({ hasText: /^20\d\d-/ })
      .first()
      .waitFor();
    await window.picture('completion-date');
    await window.page.keyboard.press('Enter');
    const lineAt = (line: number): Promise<string> =>
      window.inside(`return vscode.window.activeTextEditor.document.lineAt(${line}).text`);
    await until(async () => /^ {2}due: 20\d\d-\d\d-\d\d$/.test(await lineAt(due)));
    const delegate = lines.findIndex((one) => one.startsWith('delegate:'));
    await window.cursorAt(delegate, 'delegate:'.length);
    await window.page.keyboard.type(' M', { delay: 60 });
    await rows.filter({ hasText: 'Mei Lin' }).first().waitFor();
    await window.page.keyboard.press('Enter');
    await until(async () => (await lineAt(delegate)) === 'delegate: Mei Lin');
  });

  it('6 and 7: a whole brief is offered in briefs only, and its questions are no answers', async () => {
    window = await code.open(
      tempRepo({ 'briefs/good.md': GOOD_BRIEF, 'briefs/new.md': '', 'README.md': '' }),
    );
    const offered = async (path: string): Promise<boolean> => {
      await window.openFile(path);
      return window.inside<boolean>(`
        const { uri } = vscode.window.activeTextEditor.document;
        const { items } = await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', uri, new vscode.Position(0, 0));
        return items.some(({ label, kind }) => (label.label ?? label).startsWith('brief') && kind === vscode.CompletionItemKind.Snippet);`);
    };
    await until(() => offered('briefs/new.md'));
    expect(await offered('README.md')).toBe(false);
    await window.openFile('briefs/new.md');
    await window.page.locator('.monaco-editor .view-lines').first().click();
    await window.page.keyboard.press('Control+Space');
    await window.page
      .locator('.suggest-widget .monaco-list-row', { hasText: 'brief' })
      .first()
      .waitFor();
    await window.page.keyboard.press('Enter');
    await hasProblem('new.md', 'placeholder');
    await window.picture('whole-brief');
  });

  it('8: problems are listed of briefs that are not open', async () => {
    window = await code.open(
      tempRepo({ 'briefs/bad.md': BAD, 'briefs/other.md': draftBrief().replace('goal:', 'gaol:') }),
    );
    await hasProblem('bad.md', 'unknown-field');
    await hasProblem('other.md', 'unknown-field');
    await window.palette('Problems: Focus on Problems View');
    await window.page.locator('.markers-panel', { hasText: 'other.md' }).waitFor();
    await window.picture('problems');
  });
});
