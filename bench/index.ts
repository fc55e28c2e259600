/** `npm run bench`: all of it, or the parts that are named: `npm run bench -- start lint`. */
import { benchAgainst } from './against.ts';
import { benchLog } from './log.ts';
import { benchLsp } from './lsp.ts';
import { benchLint } from './lint.ts';
import { benchReport } from './report.ts';
import { benchStart } from './start.ts';

const PARTS: Readonly<Record<string, () => void | Promise<void>>> = {
  start: benchStart,
  lint: benchLint,
  log: benchLog,
  lsp: benchLsp,
  report: benchReport,
  against: benchAgainst,
};

const named = process.argv.slice(2);
for (const [name, run] of Object.entries(PARTS)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`\n${name}`);
  await run();
}
