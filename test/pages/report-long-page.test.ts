/** A page of many briefs: what is far away is laid out when it comes near, and is found all the same. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeReportRepository } from '../../bench/report-repository.ts';
import { runDelegate, tempFolder } from '../support/index.ts';
import { LONG } from '../support/size.ts';
import { axeViolations, browserWord, hasBrowser, openBrowser, openFile } from './browser.ts';

describe.skipIf(!hasBrowser)(`a long page of report${browserWord}`, () => {
  let browser: Browser;
  let repo: string;
  let file: string;
  /** Where briefs are told: near the top, in the middle, near the end. */
  let briefs: readonly string[];

  beforeAll(async () => {
    browser = await openBrowser();
    repo = makeReportRepository({ briefs: 48, moves: 10 });
    file = join(tempFolder(), 'report.html');
    const args = ['report', '--today', '2026-05-18', '--out', file];
    const { status } = await runDelegate(args, { cwd: repo });
    expect(status).toBe(0);
    const { page } = await openFile(browser, file);
    const all = await page.locator('article').evaluateAll((found) => found.map(({ id }) => id));
    expect(all.length).toBe(48);
    briefs = [all[2], all[24], all[44]] as string[];
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(repo, { recursive: true, force: true });
  });

  test('can be used by everybody', async () => {
    const { page, requests, said } = await openFile(browser, file, { width: 360 });
    await page.evaluate(() => {
      const style = new CSSStyleSheet();
      style.replaceSync('* { content-visibility: visible !important; }');
      document.adoptedStyleSheets = [style];
    });
    expect(await axeViolations(page, LONG)).toEqual([]);
    const [most, seen] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth];
    });
    expect([most, requests, said]).toEqual([seen, [], []]);
  });

  test('what is far from the screen is not laid out', async () => {
    const { page } = await openFile(browser, file);
    const skipped = await page.locator('article h3').evaluateAll(
      (heads) =>
        heads.filter((head) => {
          return !head.checkVisibility({ contentVisibilityAuto: true });
        }).length,
    );
    expect(skipped).toBe(48);
  });

  test.each([360, 1280])('a link leads to its place, at %i pixels', async (width) => {
    const { page } = await openFile(browser, file, { width });
    for (const id of [...briefs, 'waits', 'slips', 'lanes', 'briefs']) {
      await page.evaluate(() => scrollTo(0, 0));
      await page.locator(`.glance a[href="#${id}"], .lane a[href="#${id}"]`).focus();
      await page.keyboard.press('Enter');
      expect([id, await placeOf(page, id)]).toEqual([id, 'at the top']);
    }
  });

  test.each([360, 1280])('so does an address with it, at %i pixels', async (width) => {
    const { page } = await openFile(browser, file, { width });
    for (const id of [...briefs, 'slips', 'closed']) {
      // Another address of the same page would only move it.
      await page.goto('about:blank');
      await page.goto(`${pathToFileURL(file).href}#${id}`);
      expect([id, await placeOf(page, id)]).toEqual([id, 'at the top']);
    }
  });

  test('the keyboard goes on from there, and back to where it came from', async () => {
    const { page } = await openFile(browser, file);
    const id = briefs[1] as string;
    const link = page.locator(`.lane a[href="#${id}"]`);
    await link.focus();
    await page.keyboard.press('Enter');
    expect(await placeOf(page, id)).toBe('at the top');
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    expect(await focused.evaluate((one) => one.closest('article')?.id)).toBe(id);
    await page.keyboard.press('Enter');
    expect(await focused.evaluate((one) => one.closest('details')?.open)).toBe(true);
    await page.goBack();
    await settle(page);
    const y = await link.evaluate((one) => one.getBoundingClientRect().top);
    expect([y > 0, y < 900]).toEqual([true, true]);
  });

  test('the end is reached, and stays', async () => {
    const { page } = await openFile(browser, file, { width: 360 });
    const left = async (): Promise<number> => {
      await page.locator('body').press('End');
      await settle(page);
      return page.evaluate(() => {
        const { scrollHeight, clientHeight } = document.documentElement;
        return Math.round(scrollHeight - clientHeight - scrollY);
      });
    };
    // On a busy machine it may be under way while the last brief is laid out, and stop at its head.
    expect(Math.min(await left(), await left())).toBeLessThan(100);
  });

  test('a search finds what is far away', async () => {
    const { page } = await openFile(browser, file);
    const title = await page.locator(`#${briefs[2]} h3`).textContent();
    // The one in the heading is the last of the page.
    const found = await page.evaluate((text) => {
      const { find } = globalThis as unknown as {
        find: (text: string, exact: boolean, backwards: boolean, wrap: boolean) => boolean;
      };
      return find(text, true, true, true);
    }, title ?? '');
    await settle(page);
    expect(found).toBe(true);
    const at = await page.evaluate(() => {
      const range = getSelection()?.getRangeAt(0);
      const node = range?.startContainer.parentElement;
      return { id: node?.closest('article')?.id, y: range?.getBoundingClientRect().top ?? -1 };
    });
    expect(at.id).toBe(briefs[2]);
    expect(at.y).toBeGreaterThan(0);
    expect(at.y).toBeLessThan(900);
  });

  test('a screen reader hears all of it', async () => {
    // As the browser does once somebody has one.
    const heard = await openBrowser('--force-renderer-accessibility');
    const { page } = await openFile(heard, file);
    const heads = await page.locator('h3').allTextContents();
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const names = nodes
      .filter(({ role, ignored }) => !ignored && role?.value === 'heading')
      .map(({ name }) => String(name?.value))
      .toSorted();
    expect(names.filter((name) => heads.includes(name))).toEqual(heads.toSorted());
    await heard.close();
  });

  test('nothing is left out on paper', async () => {
    const { page } = await openFile(browser, file, { width: 690 });
    await page.emulateMedia({ media: 'print' });
    const blank = await page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter((one) => {
          const isSeen = one.checkVisibility({ contentVisibilityAuto: true });
          return !isSeen && !one.matches('br, .more > summary, .more > summary *');
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    );
    expect(blank).toEqual([]);
    const empty = await page
      .locator('table, figure > svg, .lane svg, article, dl')
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 10).length);
    expect(empty).toBe(0);
    const pages = await pagesOf(page);
    await page.emulateMedia({ media: null });
    // Where somebody was on the screen makes no difference.
    await page.locator('body').press('End');
    await settle(page);
    expect(await pagesOf(page)).toBe(pages);
  });
});

/** Where a part of the page is once all has come to rest. */
async function placeOf(page: Page, id: string): Promise<string> {
  await settle(page);
  const { top, left } = await page.evaluate((name) => {
    const { scrollHeight, clientHeight } = document.documentElement;
    return {
      top: document.getElementById(name)?.getBoundingClientRect().top ?? Number.NaN,
      left: scrollHeight - clientHeight - scrollY,
    };
  }, id);
  // `scroll-padding-top` is 16 pixels.
  if (Math.abs(top - 16) <= 2) return 'at the top';
  return left <= 2 && top > 0 && top < 900 ? 'at the end' : `at ${top}, ${left} from the end`;
}

/** Until it is scrolled, what came near is laid out, and nothing moves: for some frames. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const where = (): string => `${scrollY} ${document.documentElement.scrollHeight}`;
    let before = where();
    for (let still = 0, frame = 0; still < 10 && frame < 600; frame++) {
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
      const now = where();
      still = now === before ? still + 1 : 0;
      before = now;
    }
  });
}

async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
