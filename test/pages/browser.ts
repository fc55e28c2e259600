/** Debian's Chromium, for tests of what people see. Without one they are skipped, with a word. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

const PROGRAM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((file) => existsSync(file));

/** Where there is none: `describe.skipIf(!hasBrowser)`. */
export const hasBrowser = PROGRAM !== undefined;
/** What is said of tests that are skipped. */
export const browserWord = hasBrowser ? '' : ' (skipped: no Chromium; apt-get install chromium)';

/** Nothing that looks for the network by itself. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param more Further arguments of Chromium. */
export function openBrowser(...more: readonly string[]): Promise<Browser> {
  return chromium.launch({ executablePath: PROGRAM as string, args: [...ARGS, ...more] });
}

/** A page that was opened, and all that it tried. */
export interface OpenPage {
  readonly page: Page;
  /** Every address that it asked for, but its own. */
  readonly requests: readonly string[];
  /** What it said on the console, dialogs that it opened, errors. */
  readonly said: readonly string[];
}

interface OpenOptions {
  readonly width?: number;
  readonly dark?: boolean;
  /** A policy that the server would send, as Jenkins does. */
  readonly policy?: string;
}

/** The one page of a browser: another costs four times as much processor time as another address. */
const pages = new WeakMap<Browser, Page>();

/** Opens a file as a person does who clicks on it, in place of what was open before. */
export async function openFile(
  browser: Browser,
  file: string,
  { width = 1280, dark = false, policy }: OpenOptions = {},
): Promise<OpenPage> {
  const page = pages.get(browser) ?? (await browser.newPage());
  pages.set(browser, page);
  for (const event of ['request', 'console', 'pageerror', 'dialog']) page.removeAllListeners(event);
  await page.unrouteAll();
  // Nothing is left of what was there: the same address would only be gone to.
  await page.goto('about:blank');
  await page.setViewportSize({ width, height: 900 });
  const colorScheme = dark ? 'dark' : 'light';
  await page.emulateMedia({ media: null, colorScheme, reducedMotion: 'reduce' });
  const own = pathToFileURL(file).href;
  const requests: string[] = [];
  const said: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== own && !request.url().startsWith('http://page.test/')) {
      requests.push(request.url());
    }
  });
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('dialog', (dialog) => {
    said.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  if (policy === undefined) await page.goto(own);
  else {
    // No server is needed to answer with a header.
    await page.route('http://page.test/**', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: { 'Content-Security-Policy': policy },
        body: readFileSync(file),
      }),
    );
    await page.goto('http://page.test/report.html');
  }
  return { page, requests, said };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds: each rule with the elements that break it.
 *
 * @param contrast False where another test looks at the same colours: they take most of the time.
 */
export async function axeViolations(page: Page, contrast = true): Promise<readonly string[]> {
  // The page's own policy lets no script in, so that it comes by the debugger.
  await page.evaluate(AXE);
  return page.evaluate(async (enabled) => {
    const { axe } = globalThis as unknown as Axe;
    const { violations } = await axe.run({ rules: { 'color-contrast': { enabled } } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, contrast);
}

interface Axe {
  readonly axe: {
    readonly run: (options: {
      readonly rules: Readonly<Record<string, { readonly enabled: boolean }>>;
    }) => Promise<AxeResult>;
  };
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { html: string }[];
  }[];
}
