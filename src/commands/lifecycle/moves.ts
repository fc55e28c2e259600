import type { Values } from '../../brief/fields.ts';
import { roleOf } from '../../agreement/consent.ts';

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
