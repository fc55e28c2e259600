import type { Values } from '../brief/fields.ts';
import { currentSeal, valuesOfSeal } from '../agreement/seals.ts';
import { sealMatches } from '../brief/canonical.ts';
import { MAX_FILE_BYTES } from '../files/bytes.ts';
import type { Workspace } from '../files/workspace.ts';
import { findInRevisions } from '../git/file-revisions.ts';

/** So many revisions of a brief are looked at for the one that was sealed. */
const MAX_REVISIONS = 500;

/**
 * The values that the newest seal of a brief was made of: those that it has, or those of the newest
 * committed revision that the seal fits. A seal is a hash; only git can tell what moved.
 *
 * @returns Undefined where there is no seal, or no revision under this name fits.
 */
export async function sealedValues(
  { repository }: Workspace,
  path: string,
  values: Values,
): Promise<Values | undefined> {
  const newest = currentSeal(values);
  if (newest === undefined) return undefined;
  if (sealMatches(newest, values)) return values;
  if (repository === undefined) return undefined;
  return findInRevisions(
    repository,
    path,
    { count: MAX_REVISIONS, bytes: MAX_FILE_BYTES },
    (text) => valuesOfSeal(newest, text),
  );
}
