/**
 * How git tells what a commit did to files, by their blobs: the same whatever a repository sets, and no
 * program that it names is run. What counts of submodules is for who asks to say.
 */
export const RAW_DIFF: readonly string[] = [
  '--raw',
  '-r',
  '-z',
  '--root',
  '--no-abbrev',
  '--no-renames',
  '--no-ext-diff',
  '--no-textconv',
  '-O/dev/null',
];
