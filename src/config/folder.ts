/** Names of folders from a configuration, which may be a stranger's: they never leave the repository. */

/** What is wrong with a folder or glob; undefined when nothing is. */
export function folderProblem(folder: string): string | undefined {
  if (folder.length > 200) return 'is longer than 200 characters';
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001F\u007F]/.test(folder)) return 'holds control characters';
  if (folder.includes('\\')) return 'holds a backslash; write / between folders';
  if (folder.startsWith('/') || /^[A-Za-z]:/.test(folder)) {
    return 'must be relative to the root of the repository';
  }
  const names = folder.split('/');
  if (names.includes('..')) return 'leads out of the repository';
  if (names.some((name) => name.toLowerCase() === '.git')) return 'is inside of git itself';
  if (names.some((name) => name.includes('**') && name !== '**')) {
    return 'has ** beside other characters; ** stands for whole folders';
  }
  return undefined;
}

/** A folder without `./`, doubled slashes and a slash at its end; the root itself is `.`. */
export function tidyFolder(folder: string): string {
  const names = folder.split('/').filter((name) => name !== '' && name !== '.');
  return names.join('/') || '.';
}
