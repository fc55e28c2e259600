import type { Values } from '../brief/fields.ts';
import { fieldsOf } from '../brief/fields.ts';
import { itemTexts } from '../brief/value-text.ts';
import type { Ask } from './ask.ts';
import { BACK } from './ask.ts';

/** What the delegate says to a proposed brief. */
export type Reply =
  | { readonly kind: 'accept'; readonly backbrief: string }
  | { readonly kind: 'object'; readonly objection: string };

/** The criteria, as the delegate is to read them before they say them back. */
function criteriaText(values: Values): string {
  return fieldsOf('criteria')
    .flatMap(({ name, label }) => {
      const value = values[name];
      if (value === undefined) return [];
      const items = itemTexts(value).map((item) => `\n  - ${item}`);
      return [`${label}: ${typeof value === 'string' ? value : items.join('')}`];
    })
    .join('\n');
}

/** Shows the criteria and asks the delegate for their backbrief, an objection, or a change. */
export async function askReply(ask: Ask, values: Values): Promise<Reply> {
  ask.say(`\n${values.title ?? 'The brief'}\n`, 'bold');
  ask.say(`Why: ${values.why ?? 'it does not say'}\n${criteriaText(values)}`);
  for (;;) {
    const chosen = await ask.choice(
      { label: 'Reply', ask: 'What do you say to it?', required: true, first: true },
      REPLIES,
    );
    if (chosen === BACK || chosen === undefined) continue;
    const answer = await ask.text(QUESTIONS[chosen], '');
    if (answer === BACK) continue;
    if (chosen === 'accept') return { kind: 'accept', backbrief: answer };
    return { kind: 'object', objection: chosen === 'change' ? `Proposes: ${answer}` : answer };
  }
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
