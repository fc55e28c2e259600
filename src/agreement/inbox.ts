/** What waits for whom in a brief, from the table of kinds. */
import type { Brief } from '../brief/read.ts';
import { currentStandings } from './change-standing.ts';
import { followUpOf } from './follow-up.ts';
import type { InboxFacts, InboxHistory, InboxKind, InboxKindId, Waiting } from './inbox-kinds.ts';
import { INBOX_KINDS } from './inbox-kinds.ts';
import { goalpostMoved } from './seals.ts';
import { isAccepted, statusOf } from './transitions.ts';

/** Something that waits for somebody, of one brief. */
export interface InboxItem extends Waiting {
  readonly kind: InboxKindId;
  /** The command that answers it, without the brief's name. */
  readonly command: string;
  /** The command that says no, where that is another. */
  readonly refusal: string | undefined;
  readonly overdue: boolean;
  readonly isPressing: boolean;
}

/** What does not stand in the brief. */
export interface InboxContext {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly history?: InboxHistory | undefined;
}

/** What waits in a brief, by what is known of it, in the order of the table. */
export function inboxItems(facts: InboxFacts): readonly InboxItem[] {
  return itemsOf(INBOX_KINDS, facts);
}

/** What of a brief's agreement is not settled, in words; the day does not matter. */
export function agreementWords(brief: Brief): readonly string[] {
  return wordsOf(brief, '', ({ isOnAgreement }) => isOnAgreement === true);
}

/** What else waits in a brief on a day, in words. */
export function dayWords(brief: Brief, today: string): readonly string[] {
  return wordsOf(brief, today, ({ isOnAgreement }) => isOnAgreement !== true);
}

function wordsOf(brief: Brief, today: string, isWanted: (kind: InboxKind) => boolean): string[] {
  if (!brief.readable) return [];
  const facts = inboxFacts(brief, { today });
  return itemsOf(INBOX_KINDS.filter(isWanted), facts).map(({ word }) => word);
}

/** What the inbox looks at in a brief on a day. */
export function inboxFacts(brief: Brief, { today, history = {} }: InboxContext): InboxFacts {
  return { ...ownFacts(brief), today, history };
}

type OwnFacts = Omit<InboxFacts, 'today' | 'history'>;

/** A brief is looked at before git is asked about it, and once more with the answer. */
const OWN_FACTS = new WeakMap<Brief, OwnFacts>();

/** What stands in the brief itself. */
function ownFacts(brief: Brief): OwnFacts {
  const known = OWN_FACTS.get(brief);
  if (known !== undefined) return known;
  const { values } = brief;
  const own: OwnFacts = {
    brief,
    values,
    status: statusOf(values),
    followUp: followUpOf(brief),
    changes: isAccepted(values) ? currentStandings(values) : [],
    isMoved: goalpostMoved(values),
  };
  OWN_FACTS.set(brief, own);
  return own;
}

function itemsOf(
  kinds: readonly (InboxKind & { readonly id: InboxKindId })[],
  facts: InboxFacts,
): readonly InboxItem[] {
  const items: InboxItem[] = [];
  for (const kind of kinds) {
    const found = kind.find(facts);
    // In most briefs nothing of a kind waits.
    if (found !== undefined) for (const one of [found].flat()) items.push(itemOf(kind, one, facts));
  }
  return items;
}

function itemOf(
  kind: InboxKind & { readonly id: InboxKindId },
  waiting: Waiting,
  { today }: InboxFacts,
): InboxItem {
  return {
    command: kind.command,
    ...waiting,
    kind: kind.id,
    refusal: kind.refusal,
    overdue: waiting.due !== undefined && waiting.due < today,
    isPressing: kind.isPressing === true,
  };
}
