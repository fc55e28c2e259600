/** `delegate init --hook`: a pre-commit hook that checks the briefs of a commit. */
import { chmodSync, lstatSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { readTemplate } from '../../files/package.ts';
import { createAt } from '../../files/save.ts';
import { hooksFolder } from '../../git/init.ts';
import type { SetupContext } from './setup.ts';
import { readRegular } from './setup.ts';

/** The hook, where the repository has none of its own. */
export async function writeHook(context: SetupContext): Promise<void> {
  const { repository, root, config } = context.workspace;
  if (!repository) return;
  const folder = await hooksFolder(repository);
  const file = join(folder, 'pre-commit');
  const shown = file.startsWith(root + sep) ? relative(root, file) : file;
  const paths = config.folder.map((name) => `':(top,glob)${globOf(name)}'`).join(' ');
  const text = readTemplate('hook/pre-commit', { PATHS: paths });
  const own = folder.startsWith(root + sep) || folder.startsWith(repository.commonDir + sep);
  if (own && createAt(file, text)) {
    chmodSync(file, 0o755);
    context.done.push(`Made ${shown}: it checks the briefs of each commit.`);
    return;
  }
  if (readRegular(file) === text) {
    if ((lstatSync(file).mode & 0o111) === 0) chmodSync(file, 0o755);
    context.done.push(`${shown} is there already.`);
    return;
  }
  const why = own
    ? 'is yours and was left alone'
    : 'is outside of this repository and was not made';
  context.advice.push(`${shown} ${why}. Add to it:`, '', '    delegate lint --quiet || exit 1', '');
}

/** The glob by which git knows the briefs of a folder or glob of the configuration. */
function globOf(folder: string): string {
  const name = folder.replaceAll("'", '?');
  if (folder === '.') return '**/*.md';
  return basename(name).endsWith('.md') ? name : `${name}/**/*.md`;
}
