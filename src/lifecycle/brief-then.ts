/** A brief as it was at some point of its history. */
import type { Brief } from '../brief/read.ts';
import { readBrief } from '../brief/read.ts';
import { MAX_FILE_BYTES } from '../files/bytes.ts';
import type { Workspace } from '../files/workspace.ts';
import { findInRevisions } from '../git/file-revisions.ts';

/** So many revisions of a brief are looked at. */
const MAX_REVISIONS = 200;

/**
 * A brief as it was when it came to have what it has since; as it was committed last where that has it
 * not yet. Undefined where git knows nothing of it.
 */
export async function briefThen(
  { repository }: Workspace,
  path: string,
  has: (brief: Brief) => boolean,
): Promise<Brief | undefined> {
  if (repository === undefined) return undefined;
  let oldest: Brief | undefined;
  await findInRevisions(
    repository,
    path,
    { count: MAX_REVISIONS, bytes: MAX_FILE_BYTES },
    (text) => {
      const brief = readBrief(text);
      const isIn = has(brief);
      if (isIn || oldest === undefined) oldest = brief;
      return isIn ? undefined : true;
    },
  );
  return oldest;
}
