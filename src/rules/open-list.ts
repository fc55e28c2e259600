/** A list without an end that no single word gives away. */
import type { FieldName } from '../brief/fields.ts';
import type { Brief } from '../brief/read.ts';
import { placeIn } from './place.ts';
import type { Found, RuleContext } from './rule.ts';

const LISTED: ReadonlySet<FieldName> = new Set<FieldName>([
  'goal',
  'scope.in',
  'scope.out',
  'quality.criteria',
  'guardrails',
  'resources',
]);
/** In every language: three points at the end, and the words for etc. */
const POINTS =
  /(?:\.{3}|…|\b(?:etc|usw|u\. ?s\. ?w|itp|itd|ecc|enz|osv|m\. ?fl|vb|i sl|npr)\.?|(?:,|\by) (?:entre otros|e outros|et autres|und andere[sn]?|i inne|in drugo|e altro)|など|等|等等|и т\.? ?д)[.)]?$/iu;
/** `and other relevant platforms`: more of the kind, and nobody knows which. */
const OTHERS =
  /\b(?:and|or|plus) (?:any |all |some )?(?:other|related|similar|further|additional|associated|such|comparable)(?! (?:is|are|has|have|was|were|can|must)\b)(?: [a-z-]{2,20}){1,2}[.!]?$/i;

/** What an end in letters alone can be. */
const SHORT =
  /(?:etc|usw|w|itp|itd|ecc|enz|osv|fl|vb|sl|npr|otros|outros|autres|andere[sn]?|inne|drugo|altro)$/i;
const KIND = /other|related|similar|further|additional|associated|such|comparable/;

/** The lists that end in points, in another language's etc., or in others of the kind. */
export function openEnd(brief: Brief, { written, speaks }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  for (const subject of written()) {
    if (!LISTED.has(subject.field)) continue;
    const { text } = subject;
    const last = text.charCodeAt(text.length - 1);
    const mayGoOn = last === 0x2e || last > 0x7e || last === 0x29 || SHORT.test(text);
    if (!mayGoOn && !KIND.test(text)) continue;
    const end = text.slice(-100);
    const isOut = subject.field === 'scope.out';
    const match = POINTS.exec(end) ?? (isOut ? null : OTHERS.exec(end));
    if (match === null || (!POINTS.test(end) && !speaks())) continue;
    // English words are found by the list.
    if (/^etc/i.test(match[0]) && speaks()) continue;
    const start = text.length - end.length + match.index;
    found.push({
      message: `"${match[0].trim()}" leaves the list open`,
      help: 'name the rest, or say what they have in common',
      span: placeIn(brief, subject, start, start + match[0].length),
      level: isOut || subject.field === 'scope.in' ? 'warning' : 'info',
    });
  }
  return found;
}
