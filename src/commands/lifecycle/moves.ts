/** What was agreed, and how a move of it is told. */
import { sealMatches } from '../../brief/canonical.ts';
import type { Values } from '../../brief/fields.ts';
import { currentSeal } from '../../agreement/seals.ts';
import { roleOf } from '../../agreement/consent.ts';
import { readBrief } from '../../brief/read.ts';
import { commitsOf, committedText } from '../../git/revision.ts';
import type { Life } from './session.ts';

/** So many revisions of a brief are looked at for the one that was agreed to. */
const MOST_REVISIONS = 500;

/** The values that the newest seal is of: in git, or in the file itself; undefined when not found. */
export async function agreedValues({ brief, workspace, path }: Life): Promise<Values | undefined> {
  const newest = currentSeal(brief.values);
  if (newest === undefined) return undefined;
  if (sealMatches(newest, brief.values)) return brief.values;
  const { repository } = workspace;
  if (repository === undefined) return undefined;
  for (const commit of await commitsOf(repository, path, MOST_REVISIONS)) {
    const text = await committedText(repository, path, commit);
    const values = text === undefined ? undefined : readBrief(text).values;
    if (values !== undefined && sealMatches(newest, values)) return values;
  }
  return undefined;
}

/** What there is to say about who agreed: told, not forbidden. */
export function agreementRemarks(values: Values, agreedBy: string | undefined): string[] {
  const { delegate } = values;
  if (agreedBy === undefined) {
    return ['Nobody has agreed to it yet; lint will say so until "agreed-by" names somebody.'];
  }
  const role = roleOf(agreedBy, values);
  if (role === 'delegate') return [];
  if (role === 'delegator') {
    return [`Only the delegator has agreed; ${delegate ?? 'the delegate'} has not.`];
  }
  return [`Agreed by ${agreedBy}; the delegate is ${delegate ?? 'not named'}.`];
}
