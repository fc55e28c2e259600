/** A real VS Code, in Debian's Chromium: code-server with the extension as it is published. */
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { packVsix } from '../../scripts/vsix.ts';
import { openBrowser } from '../pages/browser.ts';
import { TEST_ENV, buildOnce, tempFolder } from '../support/index.ts';
import { CACHE } from './install.ts';

const PICTURES = process.env['EDITOR_PICTURES'] ?? join(import.meta.dirname, 'pictures');

/** An editor with a folder open. */
export interface Window {
  readonly page: Page;
  /** Runs a body of JavaScript inside the editor's extension host, where `vscode` is its API. */
  readonly inside: <T>(body: string) => Promise<T>;
  /** Runs a command as the palette does, by its title. */
  readonly palette: (title: string) => Promise<void>;
  /** Opens a file of the folder. */
  readonly openFile: (path: string) => Promise<void>;
  /** Puts the cursor somewhere, as editors count. */
  readonly cursorAt: (line: number, character: number) => Promise<void>;
  /** Writes a picture for people to look at. */
  readonly picture: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What runs the editors of one test file. */
export interface Code {
  readonly open: (folder: string) => Promise<Window>;
  readonly stop: () => Promise<void>;
}

interface CodeOptions {
  /** Extensions beside ours, by the folder of each. */
  readonly extensions?: readonly string[];
  /** The editor asks whether a folder is trusted. */
  readonly asksForTrust?: boolean;
  /** Without ours. */
  readonly bare?: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A folder before those of the PATH. */
  readonly path?: string;
}

const SETTINGS = {
  'files.autoSave': 'off',
  'workbench.startupEditor': 'none',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'git.openRepositoryInParentFolders': 'never',
  'git.enabled': false,
  'workbench.colorTheme': 'Default Light Modern',
  // So that what stands in a terminal is in the page.
  'terminal.integrated.gpuAcceleration': 'off',
  'window.commandCenter': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** Starts code-server with the extension, and Chromium. */
export async function startCode(options: CodeOptions = {}): Promise<Code> {
  buildOnce();
  const home = tempFolder();
  const probeFile = join(home, 'probe');
  const port = await freePort();
  const node = join(CACHE, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  const entry = join(CACHE, 'node_modules/code-server/out/node/entry.js');
  if (!existsSync(entry)) throw new Error('code-server is missing: node test/editor/install.ts');
  mkdirSync(join(home, 'u/User'), { recursive: true });
  writeFileSync(
    join(home, 'u/User/settings.json'),
    JSON.stringify({ ...SETTINGS, ...options.settings }),
  );
  const env = {
    ...TEST_ENV,
    HOME: home,
    // The extension host asks the login shell for its PATH.
    SHELL: '/bin/sh',
    PROBE_FILE: probeFile,
  };
  if (options.path !== undefined) {
    writeFileSync(join(home, '.profile'), `PATH=${options.path}:$PATH\n`);
  }
  const places = ['--config', 'c.yaml', '--user-data-dir', 'u', '--extensions-dir', 'x'];
  const run = [entry, ...places];
  const packages = [
    ...(options.bare ? [] : [await packVsix(home)]),
    ...[join(import.meta.dirname, 'probe'), ...(options.extensions ?? [])].map((folder, at) =>
      packFolder(folder, join(home, `other-${at}.vsix`)),
    ),
  ];
  writeFileSync(join(home, 'c.yaml'), '');
  for (const file of packages) {
    await promisify(execFile)(node, [...run, '--install-extension', file], { cwd: home, env });
  }
  const trust = options.asksForTrust === true ? [] : ['--disable-workspace-trust'];
  const server = spawn(
    node,
    [...run, '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry', ...trust],
    // A group of its own: what it starts ends with it.
    { cwd: home, env, stdio: 'ignore', detached: true },
  );
  const ended = new Promise((done) => server.on('close', done));
  const browser = await openBrowser();
  return {
    open: (folder) => openWindow(browser, { port, folder, probeFile }),
    async stop() {
      await browser.close();
      if (server.pid !== undefined) process.kill(-server.pid, 'SIGKILL');
      await ended;
    },
  };
}

interface Place {
  readonly port: number;
  readonly folder: string;
  readonly probeFile: string;
}

async function openWindow(browser: Browser, { port, folder, probeFile }: Place): Promise<Window> {
  rmSync(probeFile, { force: true });
  const kind = folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
  const url = `http://127.0.0.1:${port}/?${kind}=${encodeURIComponent(folder)}`;
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await until(() =>
    page.goto(url).then(
      () => true,
      () => false,
    ),
  );
  await page.waitForSelector('.monaco-workbench .statusbar', { timeout: 100_000 });
  await until(() => existsSync(probeFile) && readFileSync(probeFile, 'utf8') !== '');
  const probe = `http://127.0.0.1:${readFileSync(probeFile, 'utf8')}/`;

  async function inside<T>(body: string): Promise<T> {
    const response = await fetch(probe, { method: 'POST', body });
    const { value, error } = (await response.json()) as { value: T; error?: string };
    if (error !== undefined) throw new Error(error);
    return value;
  }

  return {
    page,
    inside,
    async palette(title) {
      await page.keyboard.press('F1');
      await page.waitForSelector('.quick-input-widget input');
      await page.keyboard.type(title);
      await page.waitForSelector(
        `.quick-input-list .monaco-list-row[aria-label*=${JSON.stringify(title)}]`,
      );
      await page.keyboard.press('Enter');
    },
    async openFile(path) {
      await inside(
        `await vscode.window.showTextDocument(vscode.Uri.file(${JSON.stringify(join(folder, path))}))`,
      );
    },
    async cursorAt(line, character) {
      await inside(
        `vscode.window.activeTextEditor.selection = new vscode.Selection(${line}, ${character}, ${line}, ${character})`,
      );
      // What is typed must not come before it.
      const shown = `Ln ${line + 1}, Col ${character + 1}`;
      await page.locator('.statusbar-item', { hasText: shown }).waitFor();
      await page.locator('.monaco-editor').first().waitFor();
    },
    async picture(name) {
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: join(PICTURES, `${name}.png`) });
    },
    async close() {
      await context.close();
    },
  };
}

/** An extension of a few plain files, as a package. */
function packFolder(folder: string, file: string): string {
  const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
  const { main, name, publisher, version } = JSON.parse(manifest) as Record<string, string>;
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  const about = `<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011"><Metadata><Identity Language="en-US" Id="${name}" Version="${version}" Publisher="${publisher}"/><DisplayName>${name}</DisplayName></Metadata><Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation><Dependencies/><Assets><Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/></Assets></PackageManifest>`;
  const types =
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension=".json" ContentType="application/json"/><Default Extension=".js" ContentType="application/javascript"/><Default Extension=".vsixmanifest" ContentType="text/xml"/></Types>';
  writeFileSync(
    file,
    zipSync({
      'extension.vsixmanifest': text(about),
      '[Content_Types].xml': text(types),
      'extension/package.json': text(manifest),
      [`extension/${String(main).replace('./', '')}`]: readFileSync(join(folder, String(main))),
    }),
  );
  return file;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Asks again until it holds; a test's own time limit ends it. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((done) => setTimeout(done, 50));
}
