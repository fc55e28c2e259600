import { sep } from 'node:path';

/** True for the root itself, and for what is below it; both are real paths. */
export function isInside(file: string, root: string): boolean {
  return file === root || file.startsWith(root.endsWith(sep) ? root : root + sep);
}
