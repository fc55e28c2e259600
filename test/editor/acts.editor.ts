/** What the extension does: its commands, and what it shows. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { GOOD_BRIEF, commitAll, draftBrief, git, tempRepo } from '../support/index.ts';
import type { Code, Window } from './code.ts';
import { startCode, until } from './code.ts';

const PATH = 'briefs/good.md';

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

const subject = (root: string): string => git(root, 'log', '-1', '--format=%s').trim();

async function openBrief(
  text: string,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const root = tempRepo({ [PATH]: text, ...more });
  commitAll(root, 'briefs');
  window = await code.open(root);
  await window.openFile(PATH);
  return root;
}

/** The titles over the lines. */
async function lens(title: string): Promise<void> {
  await window.page.locator('.codelens-decoration a', { hasText: title }).first().waitFor();
}

describe('it acts', () => {
  it('proposes by the lens over the status, and shows what git did', async () => {
    const root = await openBrief(draftBrief());
    await lens('Propose');
    await window.picture('lens-propose');
    await window.page.locator('.codelens-decoration a', { hasText: 'Propose' }).first().click();
    await window.page.locator('.notification-toast', { hasText: 'Proposed' }).waitFor();
    await window.picture('proposed');
    expect(subject(root)).toMatch(/proposed/);
    await lens('Withdraw');
  });

  it('records a check-in by the palette, with the answers of the table', async () => {
    const root = await openBrief(GOOD_BRIEF);
    await lens('Check in');
    await window.palette('delegate: Check in');
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'at risk' }).click();
    await window.page.locator('.quick-input-widget', { hasText: 'What was said' }).waitFor();
    await window.page.keyboard.type('--the vendor is late; $(touch x)');
    await window.picture('check-in');
    await window.page.keyboard.press('Enter');
    await window.page
      .locator('.notification-toast', { hasText: 'Recorded the check-in' })
      .waitFor();
    expect(readFileSync(join(root, PATH), 'utf8')).toContain(
      '(at risk): --the vendor is late; $(touch x)',
    );
    expect(subject(root)).toMatch(/check-in, at risk/);
  });

  it('asks in a terminal what is longer, and git has it', async () => {
    const root = await openBrief(draftBrief().replace('status: draft', 'status: proposed'));
    await window.inside(`await vscode.commands.executeCommand('delegate.withdraw')`);
    await window.page.locator('.xterm-rows', { hasText: 'Why is it taken back' }).waitFor();
    await window.page.locator('.xterm-screen').click();
    await window.page.keyboard.type('We wait for the audit.');
    await window.picture('terminal');
    await window.page.keyboard.press('Enter');
    await until(() => /withdrawn|draft/.test(subject(root)));
  });

  it('shows the report as a page without scripts, and begins a new brief in a terminal', async () => {
    await openBrief(GOOD_BRIEF);
    await lens('Check in');
    await window.inside(`await vscode.commands.executeCommand('delegate.report')`);
    const frame = window.page.frameLocator('iframe.webview').frameLocator('iframe');
    await frame.locator('h1').first().waitFor();
    await window.picture('report');
    await window.inside(`await vscode.commands.executeCommand('delegate.new')`);
    await window.page.locator('.xterm-rows', { hasText: 'What is it called' }).waitFor();
    await window.picture('new');
  });

  it('has every command of the program in the palette', async () => {
    await openBrief(GOOD_BRIEF);
    const names = await window.inside<string[]>(`
      await vscode.extensions.getExtension('delegate-briefs.delegate-briefs-vscode').activate();
      return (await vscode.commands.getCommands(true)).filter((name) => name.startsWith('delegate.'));`);
    const wanted =
      'new propose accept object amend agree dispute check-in close log health inbox report';
    for (const name of wanted.split(' ')) expect(names).toContain(`delegate.${name}`);
  });

  it('shows the log and the health of the brief', async () => {
    await openBrief(GOOD_BRIEF);
    await lens('Check in');
    await window.inside(`await vscode.commands.executeCommand('delegate.log')`);
    await window.page.locator('.tab', { hasText: 'delegate log' }).waitFor();
    await window.inside(`await vscode.commands.executeCommand('delegate.health')`);
    await window.page.locator('.tab', { hasText: 'delegate health' }).waitFor();
    await window.picture('health');
  });
});

describe('it shows', () => {
  it('what waits for me with a badge, the briefs by state, and the state at the bottom', async () => {
    const root = await openBrief(GOOD_BRIEF, { 'briefs/draft.md': draftBrief('A draft') });
    await window.page.locator('.statusbar-item', { hasText: 'accepted, waits for you' }).waitFor();
    const icon = window.page.locator('.activitybar .action-item', {
      has: window.page.locator('[aria-label^="delegate"]'),
    });
    await icon.locator('.badge-content').waitFor();
    await icon.click();
    const side = window.page.locator('.sidebar');
    await side.locator('.monaco-list-row', { hasText: 'Halve deployment time' }).first().waitFor();
    await side.locator('.monaco-list-row', { hasText: 'draft' }).first().waitFor();
    await side.locator('.monaco-list-row', { hasText: 'A draft' }).waitFor();
    await window.picture('views');
    writeFileSync(join(root, 'briefs/more.md'), draftBrief('One more', 'b-1m9x2c7p'));
    await side.locator('.monaco-list-row', { hasText: 'One more' }).waitFor();
  });

  it('the same in a folder below the root of the repository, whatever a file is called', async () => {
    const name = 'briefs/--by=Eve.md';
    const root = tempRepo({ '.delegate.yaml': 'folder: briefs\n', [name]: draftBrief() });
    commitAll(root, 'briefs');
    window = await code.open(join(root, 'briefs'));
    await window.openFile('--by=Eve.md');
    await window.page.locator('.statusbar-item', { hasText: 'draft' }).waitFor();
    await window.inside(`await vscode.commands.executeCommand('delegate.propose')`);
    await window.page.locator('.notification-toast', { hasText: 'Proposed' }).waitFor();
    expect(subject(root)).toMatch(/proposed/);
  });

  it('a hostile brief as it is written, and nothing of it as a link', async () => {
    const title = "'[PWN](command:workbench.action.quit) <img src=x onerror=alert(1)> $(flame)'";
    await openBrief(GOOD_BRIEF.replace('title: Halve deployment time', `title: ${title}`));
    await window.page.locator('.statusbar-item', { hasText: 'accepted, waits for you' }).waitFor();
    await window.inside(`await vscode.commands.executeCommand('delegate.waits.focus')`);
    const row = window.page.locator('.sidebar .monaco-list-row', { hasText: '<img src=x' });
    await row.first().waitFor();
    expect(await row.locator('a[href^="command"], img[src="x"], .codicon-flame').count()).toBe(0);
    await window.inside(`await vscode.commands.executeCommand('delegate.preview')`);
    const frame = window.page.frameLocator('iframe.webview').frameLocator('iframe');
    await frame.locator('h1', { hasText: '[PWN](command' }).waitFor();
    expect(await frame.locator('a[href^="command"], img[src="x"]').count()).toBe(0);
    await window.picture('hostile');
  });

  it('a brief as show has it, in the preview of the editor', async () => {
    await openBrief(GOOD_BRIEF);
    await lens('Check in');
    await window.inside(`await vscode.commands.executeCommand('delegate.preview')`);
    const frame = window.page.frameLocator('iframe.webview').frameLocator('iframe');
    await frame.locator('h1', { hasText: 'Halve deployment time' }).waitFor();
    await frame.locator('h3', { hasText: 'Guardrails' }).waitFor();
    expect(await frame.locator('li', { hasText: 'No new paid services' }).count()).toBe(1);
    await frame.locator('h2', { hasText: 'Context' }).waitFor();
    await window.picture('preview');
  });

  it('what moved since the agreement: a mark, what it was, and the way to record it', async () => {
    await openBrief(GOOD_BRIEF);
    await lens('Check in');
    await window.inside(`
      const editor = vscode.window.activeTextEditor;
      const at = editor.document.getText().indexOf('20 minutes');
      const [from, to] = [editor.document.positionAt(at), editor.document.positionAt(at + 2)];
      await editor.edit((edit) => edit.replace(new vscode.Range(from, to), '10'));`);
    await lens('20 → 10 minutes');
    await until(async () => (await window.page.locator('.margin [class*="ced-"]').count()) > 0);
    const line = GOOD_BRIEF.split('\n').findIndex((one) => one.startsWith('goal:'));
    await window.cursorAt(line, 1);
    await window.inside(`await vscode.commands.executeCommand('editor.action.showHover')`);
    await window.page.locator('.monaco-hover', { hasText: 'agreed: Cut the median' }).waitFor();
    await window.picture('moved');
  });

  it('four steps to begin with', async () => {
    window = await code.open(tempRepo({ 'briefs/good.md': GOOD_BRIEF }));
    await window.inside(
      `await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'delegate-briefs.delegate-briefs-vscode#start')`,
    );
    await window.page.locator('.getting-started-step', { hasText: 'Agree on it' }).waitFor();
    expect(await window.page.locator('.getting-started-step').count()).toBe(4);
    await window.picture('walkthrough');
  });
});
