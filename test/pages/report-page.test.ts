/** The page of `delegate report`, as somebody sees it who opens it in a browser. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runDelegate, tempFolder } from '../support/index.ts';
import { LONG } from '../support/size.ts';
import { axeViolations, browserWord, hasBrowser, openBrowser, openFile } from './browser.ts';
import { hostileRepo } from './hostile.ts';
import { MONDAY, makeMonday } from './monday.ts';

const TODAY = ['--today', MONDAY];
const LOOKS = [
  { width: 360, dark: true },
  { width: 1280, dark: false },
];
const MORE_LOOKS = [
  { width: 360, dark: false },
  { width: 1280, dark: true },
  { width: 2560, dark: false },
];
/** `REPORT_SHOTS=folder` keeps what was seen, for somebody who wants to look. */
const SHOTS = process.env['REPORT_SHOTS'];

const SECTIONS = ['moved', 'waits', 'slips', 'lanes', 'briefs', 'closed'];

describe.skipIf(!hasBrowser)(`the page of report${browserWord}`, () => {
  let browser: Browser;
  let repo: string;
  let file: string;

  beforeAll(async () => {
    browser = await openBrowser();
    repo = makeMonday();
    file = join(tempFolder(), 'report.html');
    const { status, err } = await runDelegate(['report', ...TODAY, '--out', file], { cwd: repo });
    expect([status, err]).toEqual([
      0,
      expect.stringMatching(/^Wrote .*report\.html \(\d+ kB\)\.\n$/),
    ]);
  });

  afterAll(async () => {
    await browser?.close();
  });

  test.each(LONG ? [...LOOKS, ...MORE_LOOKS] : LOOKS)(
    'can be used by everybody: $width pixels, dark: $dark',
    async ({ width, dark }) => {
      const { page, requests, said } = await openFile(browser, file, { width, dark });
      const look = `${width}-${dark ? 'dark' : 'light'}`;
      if (SHOTS !== undefined) await keepScreenshot(page, look);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      await openAll(page);
      expect(await axeViolations(page)).toEqual([]);
      await keepScreenshot(page, `${look}-unfolded`);
      expect([requests, said]).toEqual([[], []]);
    },
  );

  test('fits on A4, with nothing cut off at the side', async () => {
    const { page } = await openFile(browser, file, { width: 690 });
    await page.emulateMedia({ media: 'print' });
    await openAll(page);
    const [most, width] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(most).toBe(width);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.length).toBeGreaterThan(10_000);
    keep('print.pdf', pdf);
  });

  test('is told in its order', async () => {
    const { page } = await openFile(browser, file);
    const sections = await page
      .locator('main > section')
      .evaluateAll((all) => all.map(({ id }) => id));
    expect(sections).toEqual(SECTIONS);
    const people = await page.locator('#waits h3').allInnerTexts();
    expect(people.map((text) => text.split(/ \d/)[0])).toEqual([
      'Ana Novak',
      'Ivo Horvat',
      'Mei Lin',
    ]);
    const first = page.locator('#moved li').first();
    expect(await first.innerText()).toContain('In silence: the brief has no record of it.');
    expect(await first.locator('del').innerText()).toBe('30 Sep 2026');
    expect(await first.locator('ins').innerText()).toBe('15 Nov 2026');
    const learnt = await page.locator('#closed article').first().innerText();
    expect(learnt).toContain('What was learnt');
    expect(learnt).toContain("Within the delegate's influence: what to write first, and for whom");
  });

  test('says the numbers of the log', async () => {
    const { page } = await openFile(browser, file);
    const { out } = await runDelegate(['log', '--json', '--since', '2026-10-05'], {
      cwd: repo,
      host: { now: () => new Date(`${MONDAY}T12:00:00Z`) },
    });
    const { counts } = JSON.parse(out) as { counts: Record<string, number> };
    const tile = await page.locator('.glance li').first().innerText();
    const moved = ['silent', 'disputed', 'open', 'undone', 'withdrawn', 'agreed'].reduce(
      (sum, name) => sum + (counts[name] ?? 0),
      0,
    );
    expect(tile).toMatch(new RegExp(`^${moved}\\s+goalposts moved`));
    expect(tile).toContain(`${counts['silent']} in silence and ${counts['agreed']} agreed`);
    expect(await page.locator('#moved .card').count()).toBe(moved);
    const inbox = await runDelegate(['inbox', '--all', '--json', ...TODAY], { cwd: repo });
    const { people } = JSON.parse(inbox.out) as { people: { items: unknown[] }[] };
    const items = people.flatMap((one) => one.items).length;
    expect(await page.locator('#waits .plain > li').count()).toBe(items);
    const all = JSON.parse((await runDelegate(['log', '--json'], { cwd: repo })).out) as {
      briefs: { id: string; moves: { standing: string }[] }[];
    };
    for (const { id, moves } of all.briefs) {
      // What was shaped before acceptance is one line.
      const told = moves.filter(({ standing }) => standing !== 'shaping').length;
      expect([
        id,
        await page
          .locator(`#${id} ol b`)
          .filter({ hasText: /changed|added|taken/ })
          .count(),
      ]).toEqual([id, told]);
      const signs = await page
        .locator(`.lane:has(a[href="#${id}"]) use`)
        .evaluateAll(
          (uses) =>
            uses.filter((use) => /^#[sdoauwhf][tlc]$/.test(use.getAttribute('href') ?? '')).length,
        );
      expect([id, signs]).toEqual([id, moves.length]);
    }
  });

  test('every chart has its table', async () => {
    const { page } = await openFile(browser, file);
    expect(await page.locator('#slips figure svg[role=img]').count()).toBe(1);
    const row = page.locator('#slips tr', { hasText: 'Halve deployment time' });
    expect(await row.innerText()).toMatch(
      /30 Jun 2026[^]*31 Jul 2026 on 10 May 2026, agreed[^]*15 Nov 2026 on 8 Oct 2026, in silence[^]*138 days later/,
    );
    await page.locator('#lanes summary').click();
    const lane = page.locator('#lanes tr', { hasText: 'Halve deployment time' });
    expect(await lane.innerText()).toMatch(
      /written 30 Mar 2026, proposed 1 Apr 2026, accepted 3 Apr 2026, paused 27 Jul 2026 to 24 Aug 2026/,
    );
  });

  test('works from the keyboard', async () => {
    const { page } = await openFile(browser, file);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#moved');
    await page.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('details').first().getAttribute('open')).not.toBeNull();
  });

  test('needs neither style nor script: where both are forbidden it reads the same', async () => {
    const policy = "sandbox; default-src 'none'; img-src 'self'; style-src 'self'";
    const { page, requests } = await openFile(browser, file, { policy });
    expect(requests).toEqual([]);
    await page.screenshot();
    const heads = await page
      .locator('h2')
      .evaluateAll((all) =>
        all.map((one) => [one.parentElement?.id, one.getBoundingClientRect().height > 0]),
      );
    expect(heads).toEqual(SECTIONS.map((id) => [id, true]));
    const chart = await page.locator('#slips figure > svg').boundingBox();
    expect(chart?.height).toBe(380);
    expect(chart?.width).toBeGreaterThan(900);
    // The colours of the signs are their own.
    const fill = await page.locator('#st path').evaluate((path) => getComputedStyle(path).fill);
    expect(fill).toBe('rgb(179, 38, 30)');
  });

  test('whatever strangers write, nothing runs and nothing is fetched', async () => {
    const { repo: hostile, branch, payloads } = hostileRepo();
    const page2 = join(tempFolder(), 'hostile.html');
    const args = ['report', '--today', '2026-06-01', '--since', branch, '--all', '--out', page2];
    const { status, err } = await runDelegate(args, { cwd: hostile });
    expect([status, err]).toEqual([0, expect.stringContaining('Wrote ')]);
    const { page, requests, said } = await openFile(browser, page2);
    await openAll(page);
    await page.mouse.move(300, 300);
    keep('hostile.png', await page.screenshot());
    expect([requests, said]).toEqual([[], []]);
    const found = await page.evaluate(() => ({
      elements: [
        ...document.querySelectorAll(
          'script, iframe, img, image, object, embed, link, base, form, input, video, audio, animate, set, foreignObject, [srcdoc]',
        ),
      ].map(({ outerHTML }) => outerHTML),
      styles: document.querySelectorAll('style').length,
      metas: document.querySelectorAll('meta[http-equiv]').length,
      attributes: [...document.querySelectorAll('*')].flatMap((one) =>
        [...one.attributes]
          .filter(({ name }) => name.startsWith('on') || name === 'style')
          .map(({ name }) => name),
      ),
      links: [...document.querySelectorAll('[href]')]
        .map((one) => one.getAttribute('href') ?? '')
        .filter((href) => !/^(?:#[\w-]+$|https?:\/\/|mailto:)/.test(href)),
      hit: (globalThis as { hit?: unknown }).hit ?? null,
      text: document.body.textContent ?? '',
    }));
    const { text, ...rest } = found;
    expect(rest).toEqual({
      elements: [],
      styles: 1,
      metas: 1,
      attributes: [],
      links: [],
      hit: null,
    });
    // It is there to be read, as text.
    for (const payload of payloads) expect(text).toContain(payload);
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B]/);
    expect(await axeViolations(page, LONG)).toEqual([]);
    for (const link of (await page.locator('a[href^="#"]').all()).slice(0, 10)) await link.click();
    expect([requests, said]).toEqual([[], []]);
  });
});

async function openAll(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true;
  });
}

async function keepScreenshot(page: Page, name: string): Promise<void> {
  const image = await page.screenshot({ fullPage: true });
  expect(image.length).toBeGreaterThan(10_000);
  keep(`${name}.png`, image);
}

function keep(name: string, bytes: Uint8Array): void {
  if (SHOTS === undefined) return;
  mkdirSync(SHOTS, { recursive: true });
  writeFileSync(join(SHOTS, name), bytes);
}
