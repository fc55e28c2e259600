/**
 * Takes the pictures of the report that README.md shows, of a real report of the demo, with Debian's
 * Chromium: `npm run pictures`. They look a little different on each machine, so nothing compares them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { inFolder, plainEnvironment, runDelegate } from './run-program.ts';

const PROGRAM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((file) => existsSync(file));
if (PROGRAM === undefined) throw new Error('there is no Chromium: apt-get install chromium');

const html = inFolder('delegate-demo', (folder) => {
  const env = plainEnvironment();
  const today = ['--today', '2026-05-13'];
  runDelegate(['demo', 'our-team', ...today], folder, env);
  const page = join(folder, 'report.html');
  runDelegate(
    ['report', '--since', '2026-02-01', '--out', page, ...today],
    join(folder, 'our-team'),
    env,
  );
  return readFileSync(page, 'utf8');
});

const browser = await chromium.launch({ executablePath: PROGRAM, args: ['--no-sandbox'] });
for (const colorScheme of ['light', 'dark'] as const) {
  const page = await browser.newPage({ colorScheme, viewport: { width: 900, height: 760 } });
  await page.setContent(html);
  await page.screenshot({
    path: join(import.meta.dirname, `../docs/pictures/report-${colorScheme}.png`),
  });
  await page.close();
}
await browser.close();
