/** Writes files that are made from code; with --check it only says which are stale. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** The files by their path in the package, each with what makes its text. */
export type Pages = Readonly<Record<string, () => string | Promise<string>>>;

/**
 * Writes what has changed, or with `--check` ends with status 1 when something has.
 *
 * @param command What makes the pages, to be named where they are stale.
 * @param left Files that nothing makes any more.
 */
export async function writePages(
  pages: Pages,
  command: string,
  left: readonly string[] = [],
): Promise<void> {
  const isCheck = process.argv.includes('--check');
  const stale: string[] = [...left];
  for (const [path, make] of Object.entries(pages)) {
    const file = join(ROOT, path);
    const made = await make();
    if (existsSync(file) && readFileSync(file, 'utf8') === made) continue;
    stale.push(path);
    if (isCheck) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, made);
  }
  if (!isCheck) for (const path of left) rmSync(join(ROOT, path));
  if (stale.length === 0) return;
  const names = stale.join(', ');
  console.log(isCheck ? `stale, run "${command}": ${names}` : `made ${names}`);
  if (isCheck) process.exitCode = 1;
}
