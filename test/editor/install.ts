/**
 * Installs what the tests in a real VS Code need (code-server, and the Node that it wants), once:
 * 800 MB, into EDITOR_CACHE, or beside npm's own caches. `npm run test:editor` does it first.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGES = [`node-${process.platform}-${process.arch}@24`, 'code-server@4.139.1'];

/** Where it is installed. */
export const CACHE =
  process.env['EDITOR_CACHE'] ??
  fileURLToPath(new URL('../../node_modules/.cache/delegate-editor', import.meta.url));

const done = join(CACHE, 'installed');
if (process.argv[1] === fileURLToPath(import.meta.url) && !existsSync(done)) {
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(join(CACHE, 'package.json'), '{"private": true}\n');
  // Nothing of it is built: it runs without its native parts, and by the Node that comes along.
  install(...PACKAGES);
  install('--omit=dev', '--prefix', join(CACHE, 'node_modules/code-server/lib/vscode'));
  writeFileSync(done, `${PACKAGES.join(' ')}\n`);
}

function install(...args: readonly string[]): void {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const plain = ['--ignore-scripts', '--engine-strict=false'];
  execFileSync('npm', ['install', ...plain, ...quiet, ...args], { cwd: CACHE, stdio: 'inherit' });
}
