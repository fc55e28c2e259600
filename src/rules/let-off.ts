/** A clause by which what is asked for need not be done: who judges when is left open. */
import type { Brief } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import type { FieldName } from '../brief/fields.ts';
import { placeIn } from './place.ts';
import type { Found, RuleContext } from './rule.ts';

/** Where a condition takes something away that was promised. */
const PROMISED: ReadonlySet<FieldName> = new Set<FieldName>([
  'goal',
  'quality.criteria',
  'guardrails',
  'scope.in',
  'scope.out',
]);

const WHEN =
  '(?:if|when(?:ever)?|where(?:ver)?|unless|except(?: in| for)?|save(?: in| where)?|apart from|other than|as and when|to the extent)';
const BETWEEN =
  "(?:it|it's|this|that|there|there's|we|we're|they|they're|you|you're|is|are|be|not|absolutely|really|otherwise|clearly|too|duly|deemed|considered|strictly|in|a|an|the)";
/** Of each of these somebody has to say first that it is so. */
const JUDGED_SO =
  '(?:needed|necessary|required|practical|practicable|possible|impossible|available|avoidable|unavoidable|justified|appropriate|sensible|reasonable|feasible|convenient|inconvenient|busy|exceptional|special|important|urgent|minor)';
const LET_OFF = new RegExp(
  [
    `\\b${WHEN} (?:${BETWEEN} ){0,4}${JUDGED_SO}\\b(?: (?:cases?|changes?|circumstances|reasons?|situations?|exceptions?|matters))?(?=[.,;:)!?]|$| (?:and|or|but)\\b)`,
    "\\b(?:if|when|unless|where|until|as) (?:and when )?(?:[\\w'-]{1,15} ){1,3}(?:finds? (?:the )?time|has (?:the )?time|sees? (?:a |the |any )?(?:need|reason)|prefers?|makes? (?:no |any |little )?sense|can(?:not|'t)? be (?:helped|avoided)|thinks? otherwise|decides? otherwise|gives? it|agrees? otherwise)\\b",
    '\\b[a-z]{4,12} (?:allowing|permitting|depending)\\b(?=[.,;:)!?]|$)',
    'subject to (?:staffing|availability|capacity|budget|demand|time|resources|funding|workload|circumstances)\\b',
    'under (?:normal|usual|typical|ideal|good) (?:conditions|circumstances)\\b',
    '\\bor thereabouts\\b|\\bgive or take\\b|\\bby and large\\b|\\bon the whole\\b|\\bor as near as\\b|\\b(?:try|tries) at least\\b|\\bat least try\\b|\\bwith (?:some|a few|the odd|occasional|justified) exceptions?\\b',
    '\\((?:should be|hopefully|mostly|in theory|more or less)\\)',
  ].join('|'),
  'i',
);
/** A stem of which one stands in each of them. */
const CUE =
  /needed|necess|requir|pract|possib|avail|avoid|justif|approp|sensib|reason|feasib|conven|busy|except|special|import|urgent|minor|time|see|prefer|sense|be helped|otherwise|gives? it|allowing|permitt|depending|subject to|conditions|circums|thereabouts|give or|by and|whole|as near|try|tries|should be|hopefully|mostly|theory|more or/i;

/** Clauses that stand in no list of words; those of the list are told already. */
export function letOff(brief: Brief, { written, speaks, hits }: RuleContext): readonly Found[] {
  const told = hits('loophole');
  const found: Found[] = [];
  for (const subject of written()) {
    const { text, field, item } = subject;
    if (!PROMISED.has(field) || text.length > 400 || !CUE.test(text)) continue;
    const match = LET_OFF.exec(text);
    if (match === null || told.some((hit) => hit.field === field && hit.item === item)) continue;
    found.push({
      message: `"${clip(match[0], 60)}" leaves open whether it must be done`,
      help: 'say when it is not required, so that anybody can tell: not on the night of the count, up to 500 EUR',
      span: placeIn(brief, subject, match.index, match.index + match[0].length),
    });
  }
  return found.length > 0 && speaks() ? found : [];
}
