/** Where a finding on a record points. */
import type { FieldName } from '../brief/fields.ts';
import type { Brief } from '../brief/read.ts';
import { missingSpan } from '../brief/read.ts';
import type { Span } from '../brief/span.ts';
import { recordMap } from '../brief/yaml/edit-part.ts';

/** Where a key of a record stands, or the first line of the record, or the key of the field. */
export function recordSpan(brief: Brief, name: FieldName, key: string, index = 0): Span {
  const node = recordMap(brief, name, index);
  const pair = node?.pairs.find((one) => one.key.value === key);
  if (pair !== undefined && pair.value.end > pair.value.start) {
    return { start: pair.value.start, end: pair.value.end };
  }
  return (
    pair?.key ?? node?.pairs[0]?.key ?? brief.places.get(name)?.key ?? missingSpan(brief, name)
  );
}
