/** What only those can place who were there, in forms that no list of words has. */
import type { Brief } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { placeIn } from './place.ts';
import { linesTo } from './prose.ts';
import type { Found, RuleContext } from './rule.ts';

const PEOPLE =
  '(?:girls?|boys?|guys?|lads?|lady|ladies|woman|women|man|men|people|folks?|students?|chap|bloke|kids?|fellow)';
const TOLD = '(?:sent|gave|showed|made|shared|mailed|drew|took|left|saw)';
const VAGUE = '(?:sensitive|difficult|special|tricky|problem|certain|well-known|notorious|known)';
const GROUP =
  '(?:tenants|customers|clients|cases|people|ones|members|families|patients|parents|guests|accounts|suppliers|neighbours|topics|points|places)';
const TALK = '(?:call|meeting|talk|offsite|workshop|session|retro|lunch|dinner|visit|conversation)';

/** Forms of a reference to what somebody else cannot have in mind; in the letters that they are written in. */
const REFERENCE = new RegExp(
  [
    `\\b(?:[Tt]he |[Tt]hat )?(?:issue|thing|problem|point|topic|mistake|request|idea|story)s? (?:from|of|in|at) (?:the |our |that |last )?(?:[A-Z]?\\w{2,9}day['’]s )?(?:last )?${TALK}\\b`,
    '\\b(?:[Tt]he|[Tt]hat) (?:[A-Z][\\w/&]{1,20} ){1,2}(?:thing|stuff|story|piece|saga|affair|routine|episode)\\b',
    '\\b(?:[Ss]ame \\w{3,12}|[Ll]evel|[Jj]ust|[Ee]xactly|[Qq]uality) as (?:with |at |for |in )?(?:the |our )?[A-Z][a-z]{2,20}\\b',
    '(?:^|, )[Ll]ike (?:the |in |at )?[A-Z][a-z]{2,20}(?: (?:project|job|one|case|event|would|did|does)|$)',
    '\\bno (?:repeat of|second|another|more) (?:the )?[A-Z][a-z]{2,20}\\b',
    "\\b[Yy]ou (?:all )?know (?:what|how) (?:[A-Z][a-z]{1,20}|(?:s?he|they)) (?:is|are|was|gets|likes|wants|can be)\\b|\\b[Yy]ou(?:['’]ll| will) (?:recogni[sz]e|remember|know) (?:them|it|which|who|what)\\b",
    '\\byou-know-who\\b',
    '\\b[Aa]fter (?:what (?:happened|went wrong|we saw)|the (?:incident|disaster|story|business|episode|events)) (?:in|at|on|last|with)\\b',
    `\\b(?:as |like )?(?:in|on|by) the (?:photo|picture|sketch|sample|mail|message|list|video|drawing|example|template|note) (?:that )?(?:I|we|you|he|she) ${TOLD}\\b`,
    '\\b(?:[Ee]verything|[Aa]ll|[Pp]oints?|[Ii]tems?|[Ww]hat is|[Ll]ist) (?:\\w+ )?(?:on|from) the (?:whiteboard|flip ?chart|board|wall|napkin|post-its?)\\b',
    '^(?:[Pp]oints?|[Ii]tems?|[Nn]os?\\.?|[Tt]asks?|[Rr]ows?) \\d{1,3}(?:(?:, | and | to |-)\\d{1,3}){0,8}(?: (?:from|of|on) the (?:list|paper|sheet))?[.]?$',
    '^(?:[Tt]he )?(?:[Pp]hase|[Ss]tage|[Ww]ave|[Ll]ot|[Pp]art) (?:\\d{1,2}[a-z]?|[A-Z]|[IVX]{1,4})[.]?$',
    `\\b[Tt]he ${PEOPLE} (?:from|in|at|of) (?:the )?[a-z]{4,20}\\b(?!.{0,40}[A-Z][a-z]+ [A-Z])`,
    '\\b(?:pass(?:es)?|meets?|stands?) the [A-Z][a-z]{2,20} (?:test|criteria|standard|bar|rule)\\b',
    `^(?:[Tt]he )${VAGUE} ${GROUP}[.]?$`,
    '\\b[Tt]he (?:blue|red|green|yellow|black|white) (?:ones|box(?:es)?|folders?|stack|pile|binder|drawer)\\b|\\b(?:the|The) (?:old|other|big|little) (?:box|folder|thing|number|stack|pile|corner|place|binder|drawer)\\b',
    '\\bfollow the (?:process|procedure|routine|drill|rules)(?=[.,!]|$)|\\bthe proper way\\b|\\blike [A-Z][a-z]+ (?:would|does it|did it|always)\\b|\\b(?:one|way) (?:that )?[A-Z][a-z]+ (?:did|made|had|does) (?:it )?(?:back then|then|before|last)\\b',
    '^(?:[Tt]he )?(?:dashboard|traffic light|lights?|board|status|monitor) (?:is|are|shows|stays) (?:all )?(?:green|fine|ok)[.]?$',
    '\\bin (?:the )?house style\\b|\\bthe old arrangement\\b|\\bat the old place\\b',
    '\\b(?:agreed|discussed|promised|explained|settled)(?: \\w+){0,4} (?:verbally|orally|on the phone|by phone|in person|in the corridor|over (?:lunch|coffee|a beer)|back then)\\b',
    "\\bwhile (?:he|she)(?:['’]s| is) (?:on|in|there|around|about)(?=[.,]|$)",
    '\\b[Cc]ode (?:red|brown|blue|black|orange|yellow|purple)\\b',
    '\\b[Ss]ame (?:place|slot|channel|room|people)\\b(?=[.,]|$| as (?:always|usual|ever|before))',
    '\\bthe [A-Z][a-z]{2,15} (?:way|format|style|approach|method)(?=[.,]|$)',
  ].join('|'),
);
/** Words of which one stands in each of them, and few sentences have. */
const CUE =
  /issue|thing|problem|point|topic|mistake|request|idea|stor(?:y|ies)|stuff|piece|saga|affair|routine|business|episode|\b[Ss]ame |level as|just as|exactly as|quality as|[Ll]ike |no (?:repeat|second|another|more)|you(?:['’]ll| will|-know)? ?-?(?:know|recogni|remember)|after (?:what|the)|photo|picture|sketch|sample|mail|message|list|video|drawing|example|template|note|white|flip|board|napkin|item|line|number|\bnos?\b|task|row|phase|stage|wave|\blot\b|part|girl|boy|guy|lad|man|men\b|people|folk|student|chap|bloke|kid|fellow|test|criteria|standard|\bbar\b|rule|sensitive|difficult|special|tricky|certain|known|notorious|blue|red|green|yellow|black|old|other|big|little|long|round|follow the|proper way|house style|verbally|orally|phone|person|corridor|over |back then|while (?:s?he)|code |traffic|light|status|way|format|method|approach/i;

/** It is said, or where to find it: a link, a path, a day, a remark behind it. */
const PLACED =
  /https?:|\/\w+\/|\.(?:md|pdf|jpg|png|docx?|xlsx?)\b|[(:]|["“”]|\b20\d\d\b|\b(?:attached|below|copied|see page|appendix|annex)\b/;

/** A reference that somebody who was not there cannot follow. */
export function assumed(brief: Brief, { written, hits, speaks }: RuleContext): readonly Found[] {
  const found: Found[] = [];
  const known = hits('assumed-context');
  const add = (said: string, span: Found['span']): unknown =>
    found.push({
      message: `"${clip(said.trim(), 60)}" assumes that both know the same`,
      help: 'name it, or link to it: who was not there cannot know which one is meant',
      span,
    });
  for (const subject of written()) {
    const { text, field, item } = subject;
    if (text.length > 500 || field === 'title' || found.length >= 10) continue;
    if (known.some((hit) => hit.field === field && hit.item === item)) continue;
    const match = PLACED.test(text) || !CUE.test(text) ? null : REFERENCE.exec(text);
    if (match === null) continue;
    add(match[0], placeIn(brief, subject, match.index, match.index + match[0].length));
  }
  for (const { text, start } of linesTo(brief)) {
    if (text.length > 800 || PLACED.test(text) || !CUE.test(text)) continue;
    const match = REFERENCE.exec(text);
    if (match === null) continue;
    add(match[0], { start: start + match.index, end: start + match.index + match[0].length });
    break;
  }
  return found.length > 0 && speaks() ? found : [];
}
