import type { Back, Parse, Parsed, Question } from './ask.ts';
import { BACK } from './ask.ts';
import { KEYS, keyAfter, keyOf } from './keys.ts';
import type { Screen } from './screen.ts';

type Key = NonNullable<ReturnType<typeof keyOf>>;
type Typed = Key | { readonly value: string; readonly echo?: string | undefined };

/** Asks for a text in the terminal, on a line or in the person's editor; '' when it is left open. */
export async function askText(
  screen: Screen,
  question: Question,
  initial: string,
  parse: Parse<string>,
): Promise<string | Back> {
  screen.introduce(question);
  // A text of several lines is not edited in one: it stays, or is opened in the editor.
  const isLong = initial.includes('\n');
  if (isLong) {
    screen.say(`Now:\n${initial}`, 'dim');
    screen.say(`Enter keeps it; ${KEYS.editor} opens it; ${KEYS.clear} clears it.`, 'dim');
  }
  let shown = isLong ? '' : initial;
  const parseTyped = (answer: string): Parsed<Typed> => {
    const key = keyTyped(question, answer, shown, parse);
    if (key !== undefined) return { value: key };
    if (answer === '' && isLong) return { value: { value: initial } };
    if (answer === KEYS.clear) return leftOpen(question);
    return parseOrOpen(question, answer, parse);
  };
  for (;;) {
    const typed = await screen.line('>', shown, parseTyped);
    if (typed === 'back') return BACK;
    if (typed === 'explain') screen.explain(question);
    else if (typed === 'hurry') {
      screen.say(`    ${question.hurry?.(initial !== '') ?? ''}`, 'dim');
      if (initial !== '' || question.required !== true) return initial;
    } else if (typed === 'editor') {
      const written = await screen.inEditor(question, isLong ? initial : shown);
      if (written === undefined) continue;
      const parsed = parseOrOpen(question, written, parse);
      if ('value' in parsed) {
        if (written !== '') screen.say(indent(written), 'dim');
        return parsed.value.value;
      }
      screen.say(parsed.problem);
      if (!written.includes('\n')) shown = written;
    } else {
      if (typed.echo !== undefined) screen.say(`    ${typed.echo}`, 'dim');
      return typed.value;
    }
  }
}

/** The key that was typed alone, or after the answer that stood there. */
function keyTyped(
  { hurry }: Question,
  answer: string,
  shown: string,
  parse: Parse<string>,
): Key | undefined {
  const after = keyAfter(answer, shown);
  // A question mark or an f may belong to the answer, as far as one can be read with it.
  const isMeant = after === 'back' || after === 'editor' || 'problem' in parse(answer);
  const key = keyOf(answer) ?? (isMeant ? after : undefined);
  return key === 'hurry' && hurry === undefined ? undefined : key;
}

type Answer = Exclude<Typed, string>;

function parseOrOpen(question: Question, answer: string, parse: Parse<string>): Parsed<Answer> {
  if (answer === '') return leftOpen(question);
  const parsed = parse(answer);
  return 'problem' in parsed ? parsed : { value: parsed };
}

function leftOpen({ required }: Question): Parsed<Answer> {
  return required === true ? { problem: 'This one is needed.' } : { value: { value: '' } };
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((part) => `    ${part}`)
    .join('\n');
}
