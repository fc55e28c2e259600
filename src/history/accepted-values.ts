/** What a brief was when it was accepted. */
import type { Canonical } from '../brief/canonical.ts';
import type { FieldName } from '../brief/fields.ts';
import type { Revision } from './revision.ts';
import { ancestry } from './revision.ts';
import { accepts, withdraws } from './revision-changes.ts';

/**
 * The values of the revision that accepted a brief last; undefined where it never was, or where that
 * was taken back.
 *
 * @param last The last revision of the brief.
 */
export function acceptedValues(last: Revision): ReadonlyMap<FieldName, Canonical> | undefined {
  let accepted: Revision | undefined;
  for (const revision of ancestry(last)) {
    if (accepts(revision)) accepted = revision;
    else if (withdraws(revision)) accepted = undefined;
  }
  return accepted?.snapshot?.fields;
}
