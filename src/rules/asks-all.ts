/** Everything that comes up, however it is called: what has to be asked or told, and rights that are none. */
import { PIECES } from './hovering-en.ts';
import { sentencesOf } from './hovering.ts';

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

const ALL_OF = words('each every all any whatever whichever no anything everything something');
/** Not of a kind: all that there is. */
const THINGS = words('anything everything something whatever thing things');
/** What is done with things, before or behind them. */
const DONE = words(
  'do doing does done decide deciding decided change changing touch touching start starting begin plan planning intend take taking make making keep spend spending buy order move publish send want happens comes up facing user-facing customer-facing client-facing visible external internal technical different differently unusual odd unexpected unforeseen planned expected unclear',
);
/** What each day brings. */
const DAILY = words(
  `issue issues question questions query queries bug bugs risk risks variance variances deviation deviations problem problems change changes doubt doubts news
  development developments concern concerns difficulty difficulties error errors mistake mistakes comment comments request requests contact contacts hiccup
  hiccups surprise surprises blocker blockers build builds remark remarks objection objections delay delays trouble glitch glitches obstacle obstacles step steps
  decision decisions choice choices action actions matter matters detail details thing things task tasks activity activities work communication correspondence
  wording text texts email emails e-mail e-mails mail mails message messages letter letters post posts design designs purchase purchases expense expenses
  move moves measure measures`,
);
/** A size, a kind or a reason: few of them are meant. */
const FEW =
  /\d|\b(?:above|over|beyond|more than|longer|larger|bigger|later than|at least|outside|exceed\w{0,4}|since|because|who|whose|which|that (?!happens|comes|goes|you|they|is (?:new|unclear|unusual))\w|by law|protected|public|live|legal|press|lawyer|media|contract|price|pensions?|safety|injur\w{1,3}|accidents?|fire|rest|except|save|but not|apart from)\b|\bit['’]s (?:a|the) /i;
/** Of one place of many: any change to the fire doors. */
const IN_PLACE = words('to');

/** True for an item that stands for all that can come up, whatever it is called. */
export function standsForAll(item: string, among: 'asked' | 'told'): boolean {
  if (/^\s{0,4}(?:\*|all|any|decisions?|choices|changes|everything)[.!]?\s{0,4}$/i.test(item))
    return true;
  if (item.length > 160 || FEW.test(item)) return false;
  return sentencesOf(`${item} .`).some(({ words: said }) =>
    said.some((word, at) => {
      if (word === 'a' && said[at + 1] === 'thing') return DONE.has(said[at - 1] ?? '');
      if (word === 'whenever' || word === 'before') {
        // Before you decide, whenever a choice is to be made.
        const next = said.slice(at + 1, at + 5);
        return (
          among === 'asked' &&
          next.some((one) =>
            /^(?:decid(?:e|ing)|choice|act|acting|starting|begin|beginning)$/.test(one),
          )
        );
      }
      if (!ALL_OF.has(word)) return false;
      if (THINGS.has(word)) {
        const near = [...said.slice(Math.max(0, at - 2), at), ...said.slice(at + 1, at + 7)];
        return (
          said.length === 1 ||
          near.some((one) => DONE.has(one)) ||
          /^(?:literally|absolutely|just)$/.test(said[at - 1] ?? '')
        );
      }
      const next = said.slice(at + 1, at + 4);
      const kind = next.findIndex(
        (one) => DAILY.has(one) || (among === 'asked' && PIECES.has(one)),
      );
      if (kind < 0 || said.length === 1) return false;
      // Pieces of one place, or one of a few kinds: any word in the form, any wall or door.
      if (!DAILY.has(next[kind] ?? '') && said.length > at + kind + 3) return false;
      if (word === 'no') return said.includes('without');
      if (/^(?:new|second|major)$/.test(next[0] ?? '')) return false;
      const behind = said[at + kind + 2] ?? '';
      return !(
        IN_PLACE.has(behind) &&
        /^(?:change|changes|access|decision|damage|visit|visits)$/.test(next[kind] ?? '')
      );
    }),
  );
}

/** Somebody else keeps the decision. */
const KEPT =
  /^(?:none|nothing|no decisions?|no rights?|n\/?a|nil|nobody|tbd)\b|\b(?:I|we|the boss|boss|management|the manager|head office|the board|the head) (?:(?:will|shall|always|still|alone|then) ){0,2}(?:decides?|keeps?|take the|takes the|have the|has the|choose|chooses|sign|signs|approves?)\b|\b(?:all|everything|decided|decisions?) (?:is |are |made |taken )?by (?:the )?(?:me|boss|manager|management|head office|board|us)\b|\b(?:show|ask|check with|tell|consult|call|talk(?:ing)? to|talk(?:ing)? with|speak(?:ing)? to|run (?:it|them) (?:by|past)) me\b|\b(?:requested|obtained|asked|cleared|confirmed|approved|agreed|decided) (?:from|with|by|of|to) (?:me|us|my|ms|mr|mrs|dr|the (?:boss|manager|head|board|owner|director))\b|\b(?:with|without|subject to|after|under|upon|pending|only) (?:my|our|prior|management|the boss's) (?:\w{2,12} )?(?:ok|okay|approval|consent|agreement|sign-?off|word|permission|say-so|blessing|go-ahead|consultation)\b|\bI (?:have |had )?(?:agreed|approved|said yes|ok'd|okayed) (?:to )?(?:before|first|already|beforehand)|\b(?:budget|money|signature|decision|final say|last word) stays? with (?:me|us)\b|\b(?:I|me) keep the (?:signature|last word|final say|decision)\b/i;
const GIVEN = /\b(?:up to|below|within|under \d|as you|yours|you decide|you choose)\b/i;
/** What is no right to decide: to say, to write, to remind. */
const SOFT =
  /^(?:your |the |making |giving |writing )?(?:recommendations?|suggestions?|proposals?|advice|input|coordination|coordinating|reminders?|reminding|drafting|drafts?|minutes|communication|reporting|facilitation|monitoring|administration|admin|preparation|paperwork|invitations?|follow-?ups?|requests?|asking|persuasion|moderation)(?: only|, nothing else| and nothing else)?[.!]?$/i;
const ASKED_FOR_WORDS =
  /\b(?:recommend|propos|suggest|advice|advise|option|report|draft|minutes|programme|invit|paper|comparison)/i;

/** What is theirs to decide, and is nothing: the item that says so. */
export function noRight(
  items: readonly string[],
  goal: string,
): { item: number; isSoft: boolean } | undefined {
  if (items.length === 0) return undefined;
  const isKept = (item: string): boolean =>
    item.length <= 160 &&
    !GIVEN.test(item) &&
    KEPT.test(item) &&
    // What is asked for is a word, and the choice is another's.
    !(ASKED_FOR_WORDS.test(item) && ASKED_FOR_WORDS.test(goal));
  const kept = items.findIndex(isKept);
  if (kept >= 0 && items.every((item) => isKept(item) || SOFT.test(item)))
    return { item: kept, isSoft: false };
  if (ASKED_FOR_WORDS.test(goal) || !items.every((item) => SOFT.test(item))) return undefined;
  return { item: 0, isSoft: true };
}

/** What is written below the fields, when each decision is to be brought. */
export const BROUGHT =
  /\b(?:no|not a) (?:decision|detail|step|change|choice|thing|move)s? (?:is |are )?too (?:small|little|minor|trivial|unimportant)\b|\b(?:I|we)(?:'d| just| would| only| also| still| always| must| have| need| like| want| expect| to){1,5} be (?:asked|consulted|told|informed|involved|included|part of) (?:on|of|in|about|for|before|at) (?:each|every|all|any|everything|anything|whatever)\b|\b(?:check|talk|speak|consult|confirm|clear|agree|discuss)\b.{0,20} with me (?:on|about|before|over|for) (?:whatever|anything|everything|each|every|all|any)\b|\bnothing (?:is|gets|may be|must be|should be|can be) (?:to be )?decided without (?:me|asking me|my)\b/i;
export const BROUGHT_CUE =
  /too |be (?:asked|consulted|told|informed|involved|included|part)| with me |without/i;
