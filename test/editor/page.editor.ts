/**
 * The pictures of the extension's page, of the demo as it is made today:
 * `EDITOR_PICTURES=editors/vscode/pictures npm run test:editor -- page`.
 */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, it } from 'vitest';
import { runDelegate, tempFolder } from '../support/index.ts';
import type { Code, Window } from './code.ts';
import { startCode } from './code.ts';

let code: Code;
let window: Window;
beforeAll(async () => {
  code = await startCode({ settings: { 'workbench.colorTheme': 'Default Dark Modern' } });
});
afterAll(() => code.stop());
afterEach(() => window.close());

async function openBrief(): Promise<void> {
  const parent = tempFolder();
  await runDelegate(['demo', 'our-team'], { cwd: parent });
  window = await code.open(join(parent, 'our-team'));
  await window.openFile('briefs/halve-deployment-time.md');
  await window.page.locator('.codelens-decoration a', { hasText: '20 → 10 minutes' }).waitFor();
  await window.page.locator('.statusbar-item', { hasText: 'waits for you' }).waitFor();
}

it('a brief whose goal moved, and what waits', async () => {
  await openBrief();
  await window.inside(`await vscode.commands.executeCommand('delegate.waits.focus')`);
  await window.page.locator('.sidebar .monaco-list-row', { hasText: 'Halve' }).first().waitFor();
  await window.picture('moved');
});

it('completion', async () => {
  await openBrief();
  const line = await window.inside<number>(`
    const editor = vscode.window.activeTextEditor;
    const at = editor.document.getText().indexOf('\\nwhy:') + 1;
    await editor.edit((edit) => edit.insert(editor.document.positionAt(at), '\\n'));
    return editor.document.positionAt(at).line;`);
  await window.cursorAt(line, 0);
  await window.page.keyboard.type('trade', { delay: 60 });
  await window.page.locator('.suggest-widget .monaco-list-row').first().waitFor();
  await window.picture('completion');
});

it('the preview', async () => {
  await openBrief();
  await window.inside(`await vscode.commands.executeCommand('delegate.preview')`);
  const frame = window.page.frameLocator('iframe.webview').frameLocator('iframe');
  await frame.locator('h3', { hasText: 'Goal' }).waitFor();
  await window.picture('preview');
});
