import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot, packed } from '../files/package.ts';

/** The page of a rule in the documentation that is installed with the program; a single file has none. */
export function pageOf(rule: string): string | undefined {
  if (packed !== undefined) return undefined;
  return pathToFileURL(join(packageRoot(), `docs/rules/${rule}.md`)).href;
}
