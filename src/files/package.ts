import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder of this package: the nearest with a package.json above this file, whether that runs
 * from the sources, from a bundle in `dist/`, or from an installation.
 */
export function packageRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) {
    folder = dirname(folder);
  }
  return folder;
}

/** A file of the package's `templates/`, with its `@NAME@` marks filled in. */
export function readTemplate(path: string, marks: Readonly<Record<string, string>> = {}): string {
  const text = readFileSync(join(packageRoot(), 'templates', path), 'utf8');
  return text.replace(/@([A-Z]+)@/g, (mark, name: string) => marks[name] ?? mark);
}
