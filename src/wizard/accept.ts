import type { Values } from '../brief/fields.ts';
import { thinBackbrief } from '../agreement/backbrief.ts';
import type { Ask, Parse } from './ask.ts';
import { BACK, asTyped } from './ask.ts';

/** What the delegate says to a proposed brief. */
export type Reply =
  | { readonly kind: 'accept'; readonly backbrief: string }
  | { readonly kind: 'object'; readonly objection: string };

/** Asks the delegate for their backbrief, an objection, or a change; one that says little again. */
export async function askReply(ask: Ask, values: Values): Promise<Reply> {
  for (;;) {
    const chosen = await ask.choice(
      { label: 'Reply', ask: 'What do you say to it?', required: true, first: true },
      REPLIES,
    );
    if (chosen === BACK || chosen === undefined) continue;
    const answer = await ask.text(
      QUESTIONS[chosen],
      '',
      chosen === 'accept' ? ownWords(values) : asTyped,
    );
    if (answer === BACK) continue;
    if (chosen === 'accept') return { kind: 'accept', backbrief: answer };
    return { kind: 'object', objection: chosen === 'change' ? `Proposes: ${answer}` : answer };
  }
}

/** Takes a backbrief that says something of its own. */
function ownWords(values: Values): Parse<string> {
  return (answer) => {
    const thin = thinBackbrief(answer, values);
    if (thin === undefined) return { value: answer };
    return { problem: `It ${thin}: say in your own words what you take on.` };
  };
}

const REPLIES = [
  { value: 'accept', name: 'accept', means: 'you say it back in your own words' },
  { value: 'object', name: 'object', means: 'something is missing or cannot work' },
  { value: 'change', name: 'propose a change', means: 'you would accept it with that' },
] as const;

const QUESTIONS = {
  accept: {
    label: 'Backbrief',
    ask: 'What have you taken on, in your own words?',
    help: 'The goal, the scope, and what is yours to decide: saying it back finds misunderstandings.',
    example: 'I own halving the wait for a deploy; how is up to me, infra is off limits.',
    required: true,
  },
  object: {
    label: 'Objection',
    ask: 'What stands in the way?',
    help: 'It goes back to draft with your words in it.',
    required: true,
  },
  change: {
    label: 'Change',
    ask: 'What would you change, so that you can accept it?',
    help: 'It goes back to draft with your words in it.',
    required: true,
  },
} as const;
