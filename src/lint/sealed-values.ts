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
  workspace: Workspace,
  path: string,
  values: Values,
): Promise<Values | undefined> {
  return valuesOf(workspace, path, values, currentSeal(values));
}

/** The values that were accepted at first, whatever was recorded since; undefined where git has them not. */
export async function agreedValues(
  workspace: Workspace,
  path: string,
  values: Values,
): Promise<Values | undefined> {
  return valuesOf(workspace, path, values, values.agreement?.criteria);
}

async function valuesOf(
  { repository }: Workspace,
  path: string,
  values: Values,
  seal: string | undefined,
): Promise<Values | undefined> {
  if (seal === undefined) return undefined;
  if (sealMatches(seal, values)) return values;
  if (repository === undefined) return undefined;
  const limits = { count: MAX_REVISIONS, bytes: MAX_FILE_BYTES };
  return findInRevisions(repository, path, limits, (text) => valuesOfSeal(seal, text));
}
