/** `delegate init --git-drivers`: how git shows and merges briefs, set up and taken back. */
import { existsSync, rmSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';
import { programFile } from '../../files/package.ts';
import { Failure } from '../../failure.ts';
import { loadFile } from '../../files/load.ts';
import { saveAt } from '../../files/save.ts';
import type { Workspace } from '../../files/workspace.ts';
import type { Repository } from '../../git/repository.ts';
import { forgetTextconv, removeSection, setSetting } from '../../git/settings.ts';
import { shellQuote } from '../../git/shell.ts';
import type { Host } from '../../host.ts';

const ATTRIBUTES = '.gitattributes';
const COMMENT = '# Briefs are diffed and merged by meaning: delegate init --git-drivers';
const DRIVERS = 'diff=delegate merge=delegate';

/**
 * Sets the drivers up: lines in `.gitattributes`, to be committed, and settings in this clone.
 *
 * @returns What was done, a line each.
 */
export async function setDrivers(workspace: Workspace): Promise<string[]> {
  const repository = requireWorkTree(workspace);
  const done: string[] = [];
  const before = readAttributes(workspace);
  const lines = workspace.config.folder.map((folder) => `${attributePattern(folder)} ${DRIVERS}`);
  const kept = withoutDrivers(before);
  const after = `${kept}${kept === '' || kept.endsWith('\n') ? '' : '\n'}${COMMENT}\n${lines.join('\n')}\n`;
  if (after !== before) {
    saveAt(join(repository.root, ATTRIBUTES), after, repository.gitDir);
    done.push(`${ATTRIBUTES}: briefs use the drivers (commit it)`);
  }
  for (const [key, value] of settings(workspace.host)) await setSetting(repository, key, value);
  done.push('git settings of this clone: diff.delegate and merge.delegate');
  return done;
}

/** Takes back what `setDrivers` did, and nothing else. */
export async function removeDrivers(workspace: Workspace): Promise<string[]> {
  const repository = requireWorkTree(workspace);
  const done: string[] = [];
  const before = readAttributes(workspace);
  const after = withoutDrivers(before);
  if (after !== before) {
    const file = join(repository.root, ATTRIBUTES);
    if (after.trim() === '') rmSync(file);
    else saveAt(file, after, repository.gitDir);
    done.push(`${ATTRIBUTES}: the lines of the drivers are gone (commit it)`);
  }
  let had = false;
  for (const section of ['diff.delegate', 'merge.delegate']) {
    had = (await removeSection(repository, section)) || had;
  }
  await forgetTextconv(repository, 'delegate');
  if (had) done.push('git settings of this clone: diff.delegate and merge.delegate are gone');
  return done;
}

function requireWorkTree({ repository }: Workspace): Repository {
  if (repository !== undefined && !repository.bare) return repository;
  throw new Failure(
    'the drivers are settings of git, and this is no git work tree',
    'Run git init first.',
  );
}

/** What stands there now. The file is the repository's: a link is not followed out of it. */
function readAttributes(workspace: Workspace): string {
  const loaded = loadFile(workspace, ATTRIBUTES);
  if ('text' in loaded) return loaded.text;
  if (loaded.missing) return '';
  throw new Failure(`${ATTRIBUTES}: ${loaded.problem.message}`, 'Put the file itself there.');
}

/** The attributes without our lines. */
function withoutDrivers(text: string): string {
  return text
    .split(/(?<=\n)/)
    .filter((line) => line.trimEnd() !== COMMENT && !line.trimEnd().endsWith(` ${DRIVERS}`))
    .join('');
}

/** Every markdown file in a folder and below it, as git's attributes name it. */
function attributePattern(folder: string): string {
  const own = folder.endsWith('.md') ? folder : `${folder}/**/*.md`;
  const pattern = folder === '.' ? '*.md' : own;
  return /[\s"\\]/.test(pattern) ? JSON.stringify(pattern) : pattern;
}

/**
 * git asks a shell to run these. Where the program is not there, or cannot read a file, git's own
 * way is used: a diff must never fail for it, and a merge never lose a side.
 */
function settings(host: Host): (readonly [string, string])[] {
  const program = programCommand(host);
  const merge =
    `f() { ${program} merge-driver "$@"; s=$?; test $s -lt 2 && return $s; ` +
    'git merge-file --marker-size="$4" -L ours -L base -L theirs "$2" "$1" "$3"; }; f %O %A %B %L %P';
  return [
    ['diff.delegate.textconv', `f() { ${program} textconv "$1" 2>/dev/null || cat "$1"; }; f`],
    ['diff.delegate.cachetextconv', 'true'],
    ['diff.delegate.xfuncname', '^(Criteria|Terms|Context|Records|Body)$'],
    ['merge.delegate.name', 'briefs, field by field'],
    ['merge.delegate.driver', merge],
  ];
}

/** `delegate` where a shell finds it outside of a project's own folder, else this very program. */
function programCommand(host: Host): string {
  const folders = (host.env['PATH'] ?? '').split(delimiter);
  const found = folders.some(
    (folder) =>
      folder.startsWith(sep) &&
      !folder.includes('node_modules') &&
      existsSync(join(folder, 'delegate')),
  );
  if (found) return 'delegate';
  return `node ${shellQuote(programFile())}`;
}
