/** Which program is started: the setting's, a trusted folder's own, the PATH's, or the one that comes along. */
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { GOOD_BRIEF, PACKAGE, tempFolder, tempRepo } from '../support/index.ts';
import type { Code, Window } from './code.ts';
import { startCode, until } from './code.ts';

const BAD = GOOD_BRIEF.replace('guardrails:', 'guardrail:');

let code: Code;
let window: Window;
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await window.picture(`failed ${task.name.slice(0, 20)}`);
  await window.close();
  await code.stop();
});

/** A program that leaves a mark when it is run, and is delegate otherwise; with the path of the mark. */
function marked(file: string): string {
  const mark = `${file}.ran`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    `#!${process.execPath}
require('node:fs').writeFileSync(${JSON.stringify(mark)}, process.argv.join(' '));
process.argv[1] = ${JSON.stringify(join(PACKAGE, 'bin/delegate.js'))};
import(process.argv[1]);
`,
  );
  chmodSync(file, 0o755);
  return mark;
}

async function served(): Promise<void> {
  await until(() =>
    window.inside<boolean>(
      `return vscode.languages.getDiagnostics().some(([, all]) => all.some(({ code }) => (code?.value ?? code) === 'unknown-field'))`,
    ),
  );
}

it('a folder that is not trusted does not have its own run, until it is', async () => {
  const root = tempRepo({ 'briefs/bad.md': BAD });
  const mark = marked(join(root, '.delegate/delegate.cjs'));
  code = await startCode({
    asksForTrust: true,
    settings: { 'security.workspace.trust.startupPrompt': 'never' },
  });
  window = await code.open(root);
  await served();
  expect(await window.inside('return vscode.workspace.isTrusted')).toBe(false);
  expect(existsSync(mark)).toBe(false);
  await window.picture('restricted');
  await window.inside(`await vscode.commands.executeCommand('workbench.trust.manage')`);
  await window.page
    .locator('.workspace-trust-buttons-row .monaco-button', { hasText: 'Trust' })
    .first()
    .click();
  await until(() => existsSync(mark));
});

it('the one on the PATH goes before the one that comes along, and the setting before both', async () => {
  const [bin, other] = [tempFolder(), join(tempFolder(), 'mine')];
  const onPath = marked(join(bin, 'delegate'));
  const bySetting = marked(other);
  code = await startCode({ path: bin });
  window = await code.open(tempRepo({ 'briefs/bad.md': BAD }));
  await served();
  expect(existsSync(onPath)).toBe(true);
  await window.inside(
    `await vscode.workspace.getConfiguration('delegate').update('command', [${JSON.stringify(other)}], true)`,
  );
  await until(() => existsSync(bySetting));
  await served();
  await window.inside(
    `await vscode.workspace.getConfiguration('delegate').update('command', ['/no/such/program'], true)`,
  );
  const toasts = window.page.locator('.notification-toast');
  await toasts.filter({ hasText: '/no/such/program' }).waitFor();
  await served();
  expect(await toasts.count()).toBe(1);
});
