/** Whether the delegate is one person, and somebody. */
import { parsePerson } from '../brief/people.ts';
import type { Brief } from '../brief/read.ts';
import { spanOf } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import type { Found, Rule } from './rule.ts';

/** Words for many, in the languages in which teams are named; whole words, any case. */
const GROUP =
  /(?:^|[^\p{L}\p{N}-])(?:teams?|everyone|everybody|all|groups?|squads?|crews?|departments?|dept|divisions?|units?|offices?|committees?|boards?|councils?|staff|personnel|colleagues|volunteers|members|parents|teachers|nurses|engineers|developers|drivers|people|folks|guys|we|us|hr|it|it support|marketing|sales|finance|operations|ops|legal|procurement|purchasing|logistics|engineering|accounting|management|customer (?:service|support|care)|front desk|back office|help ?desk|service desk|board of directors|working group|task force|abteilung|referat|vorstand|ausschuss|alle|verwaltung|équipe|equipe|service|comité|tous|bureau|equipo|departamento|comité|todos|oddelek|ekipa|odbor|vsi|zespół|dział|wszyscy|squadra|ufficio|reparto|tutti)(?![\p{L}\p{N}-])/iu;

/** Words for nobody yet. */
const NOBODY =
  /(?:^|[^\p{L}\p{N}-])(?:(?:un|not (?:yet )?)assigned|(?:to be|tb) ?(?:found|named|assigned|hired|decided|determined|confirmed|defined|announced|nominated|appointed|agreed)|tb[acdnh]|nobody|no one|none|vacant|vacancy|open|somebody|someone|anyone|anybody|whoever|who(?:soever)? (?:has|is|wants|can|gets)|first (?:one )?(?:who|to)|volunteer (?:wanted|needed)|new (?:hire|starter|joiner|colleague|recruit|employee|intern|assistant|manager)|(?:the )?(?:next|future|incoming|acting) \w{1,30}|(?:not|still) (?:yet )?(?:known|clear|open|decided|found)|unknown|pending|n\/a|niemand|noch offen|offen|personne|nadie|nihče|nikt|nessuno)(?![\p{L}\p{N}-])|^[?.–—-]{1,10}$|\?$/iu;

/** A post instead of a name: `the chairman`, `one of the nurses`. */
const POST =
  /^(?:the|a|an|our|my|your|one of|some|any|each|every|der|die|das|ein|eine|le|la|les|un|une|el|los|las) \p{L}/iu;

/** After a comma these tell what somebody is, not who else. */
const ROLE =
  /,[^,]*\b(?:lead|leader|head|manager|engineer|director|officer|owner|jr|sr|phd|md|cto|ceo|coo|cfo)\b/i;

const HELP =
  'name the one person who answers for it: delegate: Bor Kos; others can stand under resources';

/** The part that is not a comment behind the name: `Ana Kos, who starts in May`. */
function named(text: string): string {
  const comma = text.indexOf(', ');
  return comma > 0 && /^\p{Ll}/u.test(text.slice(comma + 2)) ? text.slice(0, comma) : text;
}

function isSeveral(text: string): boolean {
  const bare = text.replace(/\([^()]{0,80}\)/g, '');
  if (/[;/&+]| (?:and|or|und|oder|et|ou|y|o|in|ali|oraz|lub|i|e) /i.test(named(bare))) return true;
  return named(bare).includes(',') && !ROLE.test(bare);
}

/** What is wrong with a delegate, beside what reading has told. */
function oneDelegate(brief: Brief): readonly Found[] {
  const found: Found[] = brief.problems.filter(({ rule }) => rule === 'one-delegate');
  for (const field of ['delegate', 'delegator'] as const) {
    const text = brief.values[field];
    const span = spanOf(brief, field);
    if (text === undefined || span === undefined) continue;
    const at = text.indexOf('@');
    const hasMore = at >= 0 && text.includes('@', at + 1);
    // One address is one person, whatever stands before it.
    if (at >= 0 && !hasMore) continue;
    const { name } = parsePerson(text);
    const several = hasMore || isSeveral(name);
    const nobody = NOBODY.test(name) || POST.test(name) || (GROUP.test(name) && !ROLE.test(text));
    // Whom one asks may be a body; who answers for the work may not.
    if (field === 'delegator' ? !POST.test(name) && !NOBODY.test(name) : !several && !nobody)
      continue;
    const isTwo = several && !NOBODY.test(name);
    found.push({
      message: `"${clip(text)}" is ${isTwo ? 'more than one person' : 'nobody in particular'}`,
      help:
        field === 'delegate'
          ? HELP
          : 'name the person who gives the context and the answers: delegator: Ana Novak',
      span,
      level: 'warning',
    });
  }
  return found;
}

export const ONE_DELEGATE: Rule = {
  id: 'one-delegate',
  family: 'structure',
  level: 'error',
  summary: 'The delegate is a list, a team or nobody in particular',
  why: 'Being responsible means being able to respond. What everybody answers for, nobody does.',
  source: 'Essay, "Micro-management"; directly responsible individual',
  bad: 'delegate: [Bor Kos, Mei Lin]',
  good: 'delegate: Bor Kos <bor@example.com>',
  check: oneDelegate,
};
