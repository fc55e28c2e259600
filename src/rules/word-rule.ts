/** Rules that are a list of words: each time that one of them stands in a brief is a finding. */
import type { Brief } from '../brief/read.ts';
import { placeIn } from './place.ts';
import type { Found, Rule } from './rule.ts';
import type { WordHit } from './word-hits.ts';

type WordRule = Omit<Rule, 'family' | 'check'> & {
  /** What is the matter with a term, after the term itself in quotes. */
  readonly says: string;
  readonly unless?: (brief: Brief) => boolean;
};

/** Makes the rule of an entry; its terms are those of its id in the word lists. */
export function wordRule({ says, unless, ...rule }: WordRule): Rule {
  return {
    ...rule,
    family: 'clarity',
    check: (brief, { hits }) =>
      unless?.(brief) === true ? undefined : findingsFromHits(brief, hits(rule.id), says),
  };
}

/** One finding for each hit of a word list. */
export function findingsFromHits(
  brief: Brief,
  hits: readonly WordHit[],
  says: string,
): Found[] | undefined {
  if (hits.length === 0) return undefined;
  return hits.map((hit) => ({
    message: `"${hit.text.slice(hit.start, hit.end)}" ${says}`,
    help: hit.instead,
    span: placeIn(brief, hit, hit.start, hit.end),
  }));
}
