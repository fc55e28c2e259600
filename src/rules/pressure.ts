/** Pressure and blame, where a reason should stand. */
import type { Brief } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { placeIn } from './place.ts';
import { FORMS } from './pressure-en.ts';
import { linesTo } from './prose.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import { tokensOf } from './tokens.ts';

/** Words of which one stands in every threat. */
const THREATENING: ReadonlySet<string> = new Set(
  'else consequences excuse excuses chance warning roll tired sick fed again make job option because failed promised messed let prove proof show otherwise or head neck bonus contract future position career discussion discussions argument arguments buts ifs enough embarrassing embarrassed embarrassment disgrace shame shameful fault blame watch awkward myself disappoint disappointed appraisal review dare you your unpleasant remember remembered better whoever'.split(
    ' ',
  ),
);
const THREAT =
  /\b(?:or else(?=[.!]|$)|there will be consequences|(?:will|would|must|have to) (?:face|have|bear|expect) (?:the )?consequences|no (?:more )?excuses?|(?:this is|consider this|it is|is) (?:your |my |the |a )?(?:very )?(?:last|final) (?:chance|warning)|your (?:last|final) (?:chance|warning)|heads will roll|(?:sick and |so )?tired of (?:asking|hearing|waiting|excuses|saying|telling|repeating|this)|(?:sick|fed up) (?:of|with)|not (?:going to|gonna) ask again|do not make me|don't make me|(?:your|somebody's|someone's) job (?:is|depends|hangs)|(?:failure|failing) is (?:not|no) an? option|because I (?:say|said) so|you (?:already |have |had ){0,4}(?:failed|promised|messed|let me down)|time to prove|show me (?:that|what) you|consequences for|(?:or|otherwise) (?:you|they|somebody|someone|we) (?:will |are |is |can |may |must )?(?:be |get )?(?:fired|replaced|out|gone|in trouble|sorry|regret|answer)|your (?:head|neck|bonus|contract|future|position|career|place (?:here|in)|probation|appraisal|annual review)\b(?! (?:runs|ends|starts|begins|in the (?:rota|plan|table)))|(?:prove|show) (?:yourself|your worth|what you (?:can|are))|no (?:discussions?|arguments?|buts|ifs)|I (?:have|had) (?:enough|it up to here)|had enough of (?:you|us|it|this|excuses)|enough is enough|embarrass(?:ing|ed|ment) (?:me|us|for (?:me|us|you))|(?:a|what a) (?:disgrace|shame)|shameful|(?:your|their|his|her) fault|to blame|on your (?:watch|head|conscience)|it(?:'s| is| will be|'ll be) (?:all )?on you\b|(?:an? )?(?:awkward|unpleasant|serious|difficult|very different|other) (?:talk|conversation|chat|discussion) (?:about|with|on)|(?:whether|if) (?:I|we) have the right (?:person|man|woman|manager|people|team|[A-Z]\w*)|ask myself (?:whether|if|why|what)|(?:don't|do not|better not) (?:disappoint|let (?:me|us) down|screw|mess|dare)|(?:will|shall) (?:remember|not forget) (?:this|it|that)|(?:look|reflects?|looks?) (?:very |really )?(?:bad|badly|poorly) (?:on|for) you|you (?:will|'ll|have to|shall) answer (?:for|to)|you had better|you'd better|somebody else will|someone else (?:will|can) (?:be|do|have)|find (?:me )?someone who can|replace(?:d)? by (?:someone|somebody) who)\b/i;

/** Where a text says so; null where it does not. */
export function pressureIn(text: string): RegExpExecArray | null {
  if (text.length > 1000) return null;
  const words = tokensOf(text);
  const has = (set: ReadonlySet<string>): boolean => words.some(({ word }) => set.has(word));
  const threat = has(THREATENING) ? THREAT.exec(text) : null;
  if (threat !== null) return threat;
  for (const { cues, pattern } of FORMS) {
    const match = has(cues) ? pattern.exec(text) : null;
    if (match !== null) return match;
  }
  return null;
}

function pressure(brief: Brief, { written, speaks }: RuleContext): Found[] | undefined {
  const found: Found[] = [];
  const add = (said: string, span: Found['span']): unknown =>
    found.push({
      message: `"${clip(said, 60)}" is pressure, not a reason`,
      help: 'say what hurts today, and whom; a figure helps: why: Hotfixes wait 40 minutes, so teams batch risky releases',
      span,
    });
  for (const subject of written()) {
    const match = pressureIn(subject.text);
    // What a talk is about that is theirs to grow by.
    if (match === null || (subject.field === 'growth' && /^your /i.test(match[0]))) continue;
    add(match[0], placeIn(brief, subject, match.index, match.index + match[0].length));
  }
  for (const { text, start } of linesTo(brief)) {
    const match = pressureIn(text.slice(0, 1000));
    if (match === null) continue;
    const from = start + match.index;
    add(match[0], { start: from, end: from + match[0].length });
    break;
  }
  return found.length > 0 && speaks() ? found : undefined;
}

export const PRESSURE: Rule = {
  id: 'pressure',
  family: 'clarity',
  level: 'warning',
  summary: 'Pressure or blame stands in the place of a reason',
  why: 'Who is afraid asks nothing and tells no bad news: the first that you hear of a problem is its end.',
  source: 'Essay, "You yourself?"; psychological safety (Edmondson)',
  bad: 'why: If this is late again there will be consequences.',
  good: 'why: Hotfixes wait 40 minutes, so teams batch risky releases.',
  check: pressure,
};
