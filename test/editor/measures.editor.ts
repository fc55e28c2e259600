/** How long it takes, as ratios within one run: a slow machine is no fault. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { GOOD_BRIEF, draftBrief, tempFolder, tempRepo } from '../support/index.ts';
import type { Code, Window } from './code.ts';
import { startCode, until } from './code.ts';

const EMPTY = 'delegate-tests.empty';
const OURS = 'delegate-briefs.delegate-briefs-vscode';

let code: Code;
beforeAll(async () => {
  code = await startCode({ extensions: [emptyExtension()] });
});
afterAll(() => code.stop());

/** As the generator of extensions makes one, without its command. */
function emptyExtension(): string {
  const folder = tempFolder();
  const manifest = {
    name: 'empty',
    publisher: 'delegate-tests',
    version: '0.0.1',
    main: './empty.js',
    engines: { vscode: '^1.91.0' },
    activationEvents: [],
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'empty.js'), "require('vscode');\nexports.activate = () => {};\n");
  return folder;
}

function briefs(count: number): string {
  const others = Array.from({ length: count - 1 }, (_, at) => {
    const id = `b-${String(at).padStart(8, '0')}`;
    return [`briefs/other-${at}.md`, draftBrief(`Other ${at}`, id)] as const;
  });
  return tempRepo({ 'briefs/good.md': GOOD_BRIEF, ...Object.fromEntries(others) });
}

/** The median time from a key to the change of what is underlined, in milliseconds. */
async function keyToSquiggle(count: number): Promise<number> {
  const window = await code.open(briefs(count));
  await window.openFile('briefs/good.md');
  await until(async () => (await window.page.locator('.codelens-decoration').count()) > 0);
  if (count > 1) await allChecked(window, count);
  const line = GOOD_BRIEF.split('\n').findIndex((one) => one.startsWith('goal:'));
  await window.cursorAt(line, 4);
  const times: number[] = [];
  for (let round = 0; round < 14; round++) {
    const isFirst = round % 2 === 0;
    await window.page.evaluate(watchSquiggles, isFirst);
    await window.page.keyboard.press(isFirst ? 'x' : 'Backspace');
    const took = await window.page.evaluate(() => (globalThis as unknown as Watched).took);
    if (round > 3) times.push(took);
    await window.page.keyboard.press('Escape');
  }
  await window.close();
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] as number;
}

interface Watched {
  took: Promise<number>;
}

/** In the page: from the next key until a squiggle comes, or goes. */
function watchSquiggles(comes: boolean): void {
  const page = globalThis as unknown as Watched & {
    document: {
      body: object;
      querySelectorAll: (selector: string) => { length: number };
      addEventListener: (event: string, listener: () => void, options: object) => void;
    };
    performance: { now: () => number };
    MutationObserver: new (look: () => void) => {
      observe: (target: object, options: object) => void;
      disconnect: () => void;
    };
  };
  const squiggles = (): number => page.document.querySelectorAll('.squiggly-error').length;
  page.took = new Promise((done) => {
    const start = { at: 0 };
    const options = { capture: true, once: true };
    page.document.addEventListener('keydown', () => (start.at = page.performance.now()), options);
    const observer = new page.MutationObserver(() => {
      if (start.at === 0 || squiggles() > 0 !== comes) return;
      observer.disconnect();
      done(page.performance.now() - start.at);
    });
    const what = { subtree: true, childList: true, attributes: true };
    observer.observe(page.document.body, what);
  });
}

/** Waits until each of the briefs was checked: one more, with a fault, is checked last. */
async function allChecked(window: Window, count: number): Promise<void> {
  await until(() =>
    window.inside<boolean>(`
      const found = vscode.languages.getDiagnostics().filter(([, all]) => all.length > 0);
      return found.length >= ${count - 1};`),
  );
}

it('a key to a squiggle takes with 1,000 briefs at most half as long again as with one', async () => {
  const one = await keyToSquiggle(1);
  const thousand = await keyToSquiggle(1000);
  process.stdout.write(
    `key to squiggle: ${one.toFixed()} ms, with 1,000 ${thousand.toFixed()} ms\n`,
  );
  expect(thousand).toBeLessThan(one * 1.5);
});

it('starting takes at most twice as long as an empty extension does', async () => {
  const times: Record<string, number[]> = { [EMPTY]: [], [OURS]: [] };
  for (let round = 0; round < 8; round++) {
    const id = round % 2 === 0 ? EMPTY : OURS;
    const root = tempRepo({ 'a.txt': '' });
    const window = await code.open(root);
    // Only now, so that nothing has started it before it is measured.
    mkdirSync(join(root, 'briefs'));
    writeFileSync(join(root, 'briefs/good.md'), GOOD_BRIEF);
    const time = await window.inside<number>(`
      const extension = vscode.extensions.getExtension('${id}');
      if (extension.isActive) throw new Error('it is active');
      const start = performance.now();
      await extension.activate();
      return performance.now() - start;`);
    times[id]?.push(time);
    await window.close();
  }
  const [empty, ours] = [EMPTY, OURS].map((id) => Math.min(...(times[id] ?? []))) as [
    number,
    number,
  ];
  process.stdout.write(`start: empty ${empty.toFixed(1)} ms, ours ${ours.toFixed(1)} ms\n`);
  expect(ours).toBeLessThan(empty * 2);
});
