import { sep } from 'node:path';

/** True for the root itself, and for what is below it; both are real paths. */
export function isInside(file: string, root: string): boolean {
  return file === root || file.startsWith(root.endsWith(sep) ? root : root + sep);
}

/**
 * True for what a repository may lead to: below its root, and not in a git directory, where what is read is
 * nobody's brief, and what is written is taken for git's own. Both are real paths.
 */
export function isOwn(file: string, root: string): boolean {
  return isInside(file, root) && !IN_GIT.test(file.slice(root.length));
}

const IN_GIT = /[/\\]\.git(?:[/\\]|$)/i;
