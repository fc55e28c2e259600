/** Decisions and steps that go over the delegator's desk. */
import type { FieldName } from '../brief/fields.ts';
import { clip } from '../brief/value-text.ts';
import type { Brief } from '../brief/read.ts';
import { itemSpan, missingSpan } from '../brief/read.ts';
import { isWayTheirs } from './approach.ts';
import { BROUGHT, BROUGHT_CUE, noRight, standsForAll } from './asks-all.ts';
import { isEverything, sweeps } from './everything.ts';
import type { Stretch } from './hovering.ts';
import { hoveringIn, oftenIn } from './hovering.ts';
import { GATE } from './patterns-en.ts';
import { placeIn } from './place.ts';
import { inProse, linesTo } from './prose.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import type { Subject } from './subjects.ts';

/** In doubt, also in small things. */
const ASK_ALWAYS =
  /\b(?:always ask|ask (?:me )?(?:always|each time|every time)|small(?:est)? things?|(?:in|when in) (?:any )?(?:case of )?doubt|whatever it is|no matter (?:what|how small)|however small|big or small)\b/i;

/** What is not asked about is theirs. */
const THE_REST =
  /\b(?:the rest|all else|everything else|all other|everything but|anything else)\b/i;

function noDecisionsLeft(brief: Brief, { speaks }: RuleContext): Found | undefined {
  const { values } = brief;
  if (!isWayTheirs(brief)) return undefined;
  const asked = values['decision-rights.ask-first'] ?? [];
  const theirs = values['decision-rights.delegate'] ?? [];
  const hasRest = theirs.some((item) => THE_REST.test(item));
  const all = hasRest
    ? -1
    : asked.findIndex(
        (item) =>
          isEverything(item) ||
          sweeps(item) ||
          ASK_ALWAYS.test(item) ||
          standsForAll(item, 'asked'),
      );
  const kinds = asked.filter((item) => /^(?:all|any|every|each)\b/i.test(item)).length;
  const right = noRight(theirs, values.goal ?? '');
  const help = 'name what they decide alone, or set approach to execution';
  if (all >= 0 && speaks()) {
    return {
      message: `"${clip(asked[all] as string)}" is to be asked first, so nothing is theirs to decide`,
      help,
      span: itemSpan(brief, 'decision-rights.ask-first', all) as Found['span'],
    };
  }
  if (kinds >= 3 && kinds * 2 > asked.length && theirs.length <= 2) {
    return {
      message: `${kinds} times "any", "all" or "every" is to be asked first, so little is theirs to decide`,
      help,
      span: missingSpan(brief, 'decision-rights.ask-first'),
    };
  }
  if (right !== undefined && speaks()) {
    return {
      message: `"${clip(theirs[right.item] as string)}" under delegate: nothing is theirs to decide`,
      help,
      span: itemSpan(brief, 'decision-rights.delegate', right.item) as Found['span'],
      ...(right.isSoft && { level: 'info' }),
    };
  }
  const below = inProse(brief, BROUGHT, { cue: BROUGHT_CUE });
  if (below !== undefined && speaks()) {
    return {
      message: `"${clip(below.text, 60)}" brings each decision back to you`,
      help,
      span: below.span,
    };
  }
  if (theirs.length > 0 || asked.length < 3) return undefined;
  return {
    message: `${asked.length} decisions are to be asked first, and nothing is theirs to decide`,
    help,
    span: missingSpan(brief, 'decision-rights.ask-first'),
  };
}

/** Each item, and of one that is a list in itself each part: what has to be asked, counted. */
function askedParts(items: readonly string[]): number {
  let count = 0;
  for (const item of items) {
    const parts = item.slice(0, 500).split(/, |; /);
    // A comma before a sentence is none of a list.
    const isList = parts.length > 2 && parts.every((part) => part.length <= 30);
    count += isList ? parts.length : 1;
  }
  return count;
}

const WORD_OF_MINE = /\b(?:I|me|my|we|us|our|the boss|management)\b/i;

const GATED: ReadonlySet<FieldName> = new Set<FieldName>([
  'guardrails',
  'decision-rights.ask-first',
  'plan',
  'escalation',
]);
/** Where somebody may be let look over a shoulder, and how it is meant there. */
const LOOKED_AT: ReadonlyMap<FieldName, 'asked' | 'met' | 'told'> = new Map([
  ['guardrails', 'told'],
  ['plan', 'told'],
  ['check-ins.how', 'told'],
  ['evidence', 'told'],
  ['quality.criteria', 'told'],
  ['resources', 'told'],
  ['fit.support', 'told'],
  ['decision-rights.ask-first', 'asked'],
  ['escalation', 'asked'],
  ['availability', 'met'],
]);
/** Once for all of it, or all the same. */
const ONCE =
  /\b(?:when|once|after|as soon as) (?:all|everything|any)$|\ball (?:the same|of us|at once)$/i;
const REFUSED =
  /\b(?:no need|needn['’]t|don['’]t|not|never|nobody|stop) (?:to |have to |need to )?$/i;

/** A gate that is meant, of a text that somebody gave a word in. */
function gateIn(text: string): Stretch | undefined {
  const match = text.length > 500 || !WORD_OF_MINE.test(text) ? null : GATE.exec(text);
  if (match === null || REFUSED.test(text.slice(0, match.index))) return undefined;
  if (/^ask (?:me|us) any/i.test(match[0])) return undefined;
  const end = match.index + match[0].length;
  const upTo = text.slice(
    0,
    end + (/^ (?:the same|of us|at once)/.exec(text.slice(end))?.[0] ?? '').length,
  );
  return ONCE.test(upTo) ? undefined : { start: match.index, end };
}

/** Steps of a plan that are a look by somebody else, and nothing besides. */
const A_LOOK =
  /^(?:then )?(?:I|me|we|the boss|boss|management|manager) (?:then )?(?:check|look|approve|ok|okay|sign|review|confirm|release|inspect|see|decide)|^(?:show|ring|send|bring|hand|take|give|mail|ask|call|report|back|text|tell|wait for|check with) (?:it |this |them )?(?:back )?(?:to )?(?:me|us|my)\b|^(?:check|review|approval|sign-?off|ok|okay|look|inspection) (?:by|with|from) (?:me|us|my|the boss)\b/i;

/** Each thing that goes over the delegator's desk, where no single one of them is the matter. */
function approvalOfEach(brief: Brief, { written, speaks }: RuleContext): Found[] | undefined {
  const found: Found[] = [];
  const help =
    'say what must not happen, and look at some of it afterwards; keep the approval of what is costly to undo, under ask-first';
  const add = (said: string, span: Found['span']): unknown =>
    found.push({ message: `"${clip(said, 60)}" puts you between them and their work`, help, span });
  const isNew = brief.values['fit.experience'] === 'first-time';
  const looks: Subject[] = [];
  for (const subject of written()) {
    const { field, text } = subject;
    const place = LOOKED_AT.get(field);
    if (place === undefined || found.length >= 10) continue;
    const often = field === 'check-ins.how' ? oftenIn(text) : undefined;
    if (often !== undefined) {
      found.push({
        message: `followed up "${text.slice(often.start, often.end)}" they do nothing alone`,
        help: 'agree on one time a week, and under escalation on what cannot wait',
        span: placeIn(brief, subject, often.start, often.end),
      });
      continue;
    }
    if (field === 'plan' && A_LOOK.test(text)) looks.push(subject);
    const at =
      (GATED.has(field) ? gateIn(text) : undefined) ??
      (isNew ? undefined : hoveringIn(text, place));
    if (at === undefined) continue;
    add(text.slice(at.start, at.end), placeIn(brief, subject, at.start, at.end));
  }
  const [, second] = looks;
  if (second !== undefined && found.length === 0) {
    add(second.text, placeIn(brief, second, 0, second.text.length));
  }
  if (found.length < 10 && isWayTheirs(brief)) {
    for (const { text, start } of linesTo(brief)) {
      const at = gateIn(text) ?? (isNew ? undefined : hoveringIn(text, 'told'));
      if (at === undefined) continue;
      add(text.slice(at.start, at.end), { start: start + at.start, end: start + at.end });
      break;
    }
  }
  return found.length > 0 && speaks() ? found : undefined;
}

const APPROVAL =
  /\b(?:approv(?:e|al|ed|es|als)|sign(?:ed|s)?[- ]offs?|permission|consent from me|ask me|check with me|run (?:it|them|this) (?:by|past) me|clear(?:ed)? (?:it )?with me)\b/i;

function approvalHeavy(brief: Brief, { options }: RuleContext): Found | undefined {
  if (!isWayTheirs(brief)) return undefined;
  const { guardrails = [], 'decision-rights.ask-first': asked = [] } = brief.values;
  const count = askedParts(asked) + guardrails.filter((item) => APPROVAL.test(item)).length;
  const theirs = askedParts(brief.values['decision-rights.delegate'] ?? []);
  const isLopsided = count >= 4 && theirs > 0 && count >= 3 * theirs;
  if (count <= Number(options['most']) && !isLopsided) return undefined;
  const beside = theirs > 0 ? `, and ${theirs} ${theirs === 1 ? 'is' : 'are'} theirs` : '';
  return {
    message: `${count} things need your word first${beside}`,
    help: 'keep the few that are costly to undo, and hear of the others at the check-in',
    span: missingSpan(brief, asked.length > 0 ? 'decision-rights.ask-first' : 'guardrails'),
  };
}

export const NO_DECISIONS_LEFT: Rule = {
  id: 'no-decisions-left',
  family: 'autonomy',
  level: 'warning',
  ambiguity: 'too-little',
  summary: 'Nothing is theirs to decide',
  why: 'Making someone accountable for an outcome without giving them agency is micro-management.',
  source: 'Essay, "Micro-management"',
  bad: 'decision-rights:\n  ask-first:\n    - Everything',
  good: 'decision-rights:\n  delegate:\n    - Caching\n    - parallel jobs\n    - order of work\n  ask-first:\n    - Spending above 500 EUR a month',
  check: noDecisionsLeft,
};

export const APPROVAL_HEAVY: Rule = {
  id: 'approval-heavy',
  family: 'autonomy',
  level: 'warning',
  summary: 'Too many things need a word from the delegator first',
  why: 'Every approval is a wait, and a decision that stays where it was.',
  source: 'Essay, "Micro-management"',
  options: { most: { default: 5, means: 'this many approvals are fine' } },
  bad: 'decision-rights:\n  delegate:\n    - Order of work\n  ask-first:\n    - Tools\n    - Caching\n    - Test order\n    - Machines\n    - Rollout\n    - Naming',
  good: 'decision-rights:\n  delegate:\n    - Caching\n    - Test order\n    - Rollout\n    - Naming\n  ask-first:\n    - Spending above 500 EUR a month',
  check: approvalHeavy,
};

export const APPROVAL_OF_EACH: Rule = {
  id: 'approval-of-each',
  family: 'autonomy',
  level: 'warning',
  ambiguity: 'too-little',
  summary: 'Each step goes over the desk of the delegator',
  why: 'Delegating and then hovering around is "the helicopter": each approval is a wait, and the work stays yours.',
  source: 'Essay, "You yourself?" and "Micro-management"',
  bad: 'guardrails:\n  - I approve each report before it is sent',
  good: 'guardrails:\n  - No report names a person, by law',
  check: approvalOfEach,
};
