/** Rules that are a list of words: each time that one of them stands in a brief is a finding. */
import type { Brief } from '../brief/read.ts';
import type { FindingLevel } from './finding.ts';
import { placeIn } from './place.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import type { WordHit } from './word-hits.ts';

type WordRule = Omit<Rule, 'family' | 'check'> & {
  /** What is the matter with a term, after the term itself in quotes. */
  readonly says: string;
  /** How much a hit matters where it matters less than the rule's level says. */
  readonly levelFor?: (hit: WordHit) => FindingLevel;
  /** What stands in no list of words. */
  readonly also?: (brief: Brief, context: RuleContext) => readonly Found[];
  /** Which of the hits are meant. */
  readonly keeps?: (hit: WordHit, brief: Brief) => boolean;
};

/** Makes the rule of an entry; its terms are those of its id in the word lists. */
export function wordRule({ says, keeps, levelFor, also, ...rule }: WordRule): Rule {
  return {
    ...rule,
    family: 'clarity',
    check: (brief, context) => {
      const hits = context.hits(rule.id);
      const kept = keeps === undefined ? hits : hits.filter((hit) => keeps(hit, brief));
      const found = findingsFromHits(brief, kept, says, levelFor);
      const others = also?.(brief, context) ?? [];
      return others.length === 0 ? found : [...(found ?? []), ...others];
    },
  };
}

/** One finding for each hit of a word list. */
export function findingsFromHits(
  brief: Brief,
  hits: readonly WordHit[],
  says: string,
  levelFor?: (hit: WordHit) => FindingLevel,
): Found[] | undefined {
  if (hits.length === 0) return undefined;
  return hits.map((hit) => ({
    message: `"${hit.text.slice(hit.start, hit.end)}" ${says}`,
    help: hit.instead,
    span: placeIn(brief, hit, hit.start, hit.end),
    ...(levelFor !== undefined && { level: levelFor(hit) }),
  }));
}
