import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the program in one file (`single-file.ts`) has of the package. */
export interface Packed {
  /** The file itself. */
  readonly file: string;
  /** The package's files by their path, as far as the program reads them. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Where the single file leaves what it has, before it starts the program. */
export const PACKED = 'delegate-briefs.packed';

/** The single file that this runs from; undefined where it runs from the package's own files. */
export const packed = (globalThis as Record<symbol, Packed | undefined>)[Symbol.for(PACKED)];

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

/** The file that Node runs for the program. */
export function programFile(): string {
  return packed?.file ?? join(packageRoot(), 'bin/delegate.js');
}

/** The file that Node runs for a worker thread of lint: it stands beside the other built files. */
export function workerFile(): string {
  return packed?.file ?? join(import.meta.dirname, 'worker.cjs');
}

/** The text of a file of the package. */
export function readPackaged(path: string): string {
  return packed?.texts[path] ?? readFileSync(join(packageRoot(), path), 'utf8');
}

/** The names of the files in a folder of the package. */
export function packagedNames(folder: string): string[] {
  if (packed === undefined) return readdirSync(join(packageRoot(), folder));
  const start = `${folder}/`;
  const below = Object.keys(packed.texts).filter((path) => path.startsWith(start));
  return below.map((path) => path.slice(start.length));
}

/** A file of the package's `templates/`, with its `@NAME@` marks filled in. */
export function readTemplate(path: string, marks: Readonly<Record<string, string>> = {}): string {
  const text = readPackaged(`templates/${path}`);
  return text.replace(/@([A-Z]+)@/g, (mark, name: string) => marks[name] ?? mark);
}
