/** Whether the delegate is one person, and somebody. */
import { parsePerson } from '../brief/people.ts';
import type { Brief } from '../brief/read.ts';
import { spanOf } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import type { Found, Rule } from './rule.ts';

/** Words for many, in the languages in which teams are named; whole words, any case. */
const GROUP =
  /(?:^|[^\p{L}\p{N}-])(?:teams?|everyone|everybody|all|groups?|squads?|crews?|departments?|dept|divisions?|units?|offices?|committees?|boards?|councils?|staff|personnel|colleagues|volunteers|members|parents|teachers|nurses|engineers|developers|drivers|people|folks|guys|we|us|hr|it|it support|marketing|sales|finance|operations|ops|legal|procurement|purchasing|logistics|engineering|accounting|management|customer (?:service|support|care)|front desk|back office|help ?desk|service desk|board of directors|working group|task force|shift|ward|kitchen|reception|second line|first line|floor|desks?|class|year \d{1,2}|students?|pupils|interns?|trainees?|apprentices|family|families|families|partners|agency|agencies|contractors?|suppliers?|vendors?|consultants?|consultancy|company|firm|ltd|gmbh|inc|llc|club|association|society|choir|parish|ministry|authority|faculty|institute|lab|warehouse|plant|factory|shop|store|branch|headquarters|hq|dads|mums|moms|youth|seniors|juniors|leads|managers|heads|owners|users|residents|neighbours|neighbors|admins|administrators|developers|designers|editors|writers|reps|agents|carers|helpers|stewards|crew|band|cast|chapter|guild|tribe|cell|circle|stakeholders|legal|compliance|controlling|security|facilities|catering|housekeeping|maintenance|production|quality|research|design|product|communications?|press|media|the office|abteilung|referat|vorstand|ausschuss|alle|verwaltung|équipe|equipe|service|comité|tous|bureau|equipo|departamento|comité|todos|oddelek|ekipa|odbor|vsi|zespół|dział|wszyscy|squadra|ufficio|reparto|tutti)(?![\p{L}\p{N}-])/iu;

/** Words for nobody yet. */
const NOBODY =
  /(?:^|[^\p{L}\p{N}-])(?:(?:un|not (?:yet )?)assigned|(?:to be|tb) ?(?:found|named|assigned|hired|decided|determined|confirmed|defined|announced|nominated|appointed|agreed)|tb[acdnh]|nobody|no one|none|vacant|vacancy|open|somebody|someone|anyone|anybody|whoever|who(?:soever)? (?:has|is|wants|can|gets)|first (?:one )?(?:who|to)|volunteer (?:wanted|needed)|new (?:hire|starter|joiner|colleague|recruit|employee|intern|assistant|manager)|(?:the )?(?:next|future|incoming|acting) \w{1,30}|(?:not|still) (?:yet )?(?:known|clear|open|decided|found)|unknown|pending|n\/a|probably|perhaps|maybe|possibly|presumably|ideally|preferably|if (?:she|he|they|possible|available|free|not)|unless|subject to|the one (?:who|that|with|from)|whichever|rotating|in turns?|by rota|as available|whoever's|successor|replacement|deputy|stand-in|next in line|you|yourself|yourselves|both|you two|self|me|myself|niemand|noch offen|offen|personne|nadie|nihče|nikt|nessuno)(?![\p{L}\p{N}-])|^[?.–—-]{1,10}$|\?$/iu;

/** A post instead of a name: `the chairman`, `one of the nurses`. */
const POST =
  /^(?:the|a|an|our|my|your|one of|some|any|each|every|der|die|das|ein|eine|le|la|les|un|une|el|los|las) \p{L}/iu;

/** Words of a post: with nothing else beside them they name no one. */
const POST_WORDS: ReadonlySet<string> = new Set(
  `director manager head lead leader leadership chair chairman chairwoman chairperson treasurer secretary chef sous cook foreman forewoman supervisor boss captain
  coach principal headmaster headmistress dean professor nurse sister officer clerk assistant trainee apprentice intern owner founder president mayor editor
  producer planner caretaker janitor warden coordinator engineer developer architect designer analyst consultant partner counsel paralegal teacher librarian
  curator receptionist controller accountant buyer dispatcher driver guard steward host organiser organizer admin administrator technician mechanic operator
  scientist researcher student volunteer member colleague neighbour neighbor parent dad mum mom wife husband brother sister uncle aunt boyfriend girlfriend
  ceo cto cfo coo ciso cio chro cmo cpo vp svp evp gm md pm po hrbp pi phd postdoc deputy vice senior junior regional national global local general managing executive
  account project product office sales service shop store plant site branch shift team area group division department section unit programme program of for and the
  operations directorate secretariat shareholder shareholders investor investors client customer`
    .split(/\s+/)
    .filter(Boolean),
);

/** True for `regional manager` and `head of sales`, not for `Chief Hanna Lund`. */
function isPost(name: string): boolean {
  const words = name.match(/[\p{L}\p{N}'’.-]+/gu) ?? [];
  const last = words.filter((word) => !POST_WORDS.has(word.toLowerCase()));
  const [role] = words.filter((word) => POST_WORDS.has(word.toLowerCase()) && word.length > 3);
  if (role === undefined) return false;
  // `director East Africa`: a post in lower case is not a part of a name.
  return (
    last.length === 0 ||
    (/^\p{Ll}/u.test(role) && /^\p{L}+ \p{Ll}/u.test(name)) ||
    /^head of /i.test(name)
  );
}

/** With an address, a word that no team is called by makes it a person: `Team Kos`. */
function hasSurname(name: string): boolean {
  const words = name.match(/[\p{L}\p{N}'’.-]+/gu) ?? [];
  return words.some(
    (word) => /^\p{Lu}/u.test(word) && !GROUP.test(word) && !POST_WORDS.has(word.toLowerCase()),
  );
}

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

/** Every word that one of the patterns has: a name without any of them is somebody's. */
const TELLING: ReadonlySet<string> = new Set([
  ...POST_WORDS,
  ...`${GROUP.source} ${NOBODY.source} ${POST.source}`.toLowerCase().match(/\p{L}+/gu)!,
]);

/** The usual name, which nothing more needs to be asked of: capitalised words, none of a team or a post. */
function isPlainName(name: string): boolean {
  const words = name.split(' ');
  return (
    words.length > 1 &&
    words.every((word) => {
      const first = word.charCodeAt(0);
      // A capital letter of ASCII, or a digit; the rest is looked at in full.
      return (
        ((first >= 65 && first <= 90) || (first >= 48 && first <= 57)) &&
        !/[^A-Za-z0-9À-ž'’.-]/.test(word) &&
        !TELLING.has(word.toLowerCase())
      );
    })
  );
}

/** What is wrong with a delegate, beside what reading has told. */
function oneDelegate(brief: Brief): readonly Found[] {
  const found: Found[] = brief.problems.filter(({ rule }) => rule === 'one-delegate');
  for (const field of ['delegate', 'delegator'] as const) {
    const text = brief.values[field];
    const span = spanOf(brief, field);
    if (text === undefined || span === undefined) continue;
    const emails = text.split('@').length - 1;
    const { name } = parsePerson(text);
    // One address is one person, be there a comma in the name.
    if (field === 'delegator' && emails === 1) continue;
    if (isPlainName(name)) continue;
    const bare = name.replace(/\([^()]{0,80}\)/g, '');
    const several = emails > 1 || (emails === 0 && isSeveral(name));
    const isGroup = GROUP.test(bare) && !ROLE.test(text) && (emails === 0 || !hasSurname(bare));
    const nobody = NOBODY.test(name) || POST.test(name) || isPost(bare) || isGroup;
    if (!several && !nobody) continue;
    const isTwo = several && !NOBODY.test(name);
    found.push({
      message: `"${clip(text)}" is ${isTwo ? 'more than one person' : 'nobody in particular'}`,
      help:
        field === 'delegate'
          ? HELP
          : 'name the person who gives the context and the answers: delegator: Ana Novak',
      span,
      // Whom one asks may be a body at a pinch; who answers for the work may not.
      level: field === 'delegate' ? 'warning' : 'info',
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
