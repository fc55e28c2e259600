import type { AnyValue, Field, FieldName } from '../brief/fields.ts';
import { exampleOf } from '../brief/field-facts.ts';
import type { Work } from '../brief/work.ts';
import { WORKS } from '../brief/work.ts';
import type { Brief } from '../brief/read.ts';
import { applyEdits } from '../brief/text-edit.ts';
import { itemTexts } from '../brief/value-text.ts';
import { removeField, setField } from '../brief/yaml/edit.ts';
import type { Ask, Back, Question } from './ask.ts';
import { BACK, asTyped } from './ask.ts';
import type { AskContext } from './parse-answer.ts';
import { ITEM_PARSERS, milestoneParser, parserOf } from './parse-answer.ts';

/** How one question is put: what the table cannot know. */
interface AskOptions {
  /** Insisted on, whatever the table says. */
  readonly required?: boolean;
  /** The heading of the part that begins with it. */
  readonly part?: string | undefined;
  /** The field of work that the example is from; one of each where it is not known. */
  readonly work?: Work | undefined;
  readonly hurry?: Question['hurry'];
  /** Called with as much of a list as there is of it. */
  readonly keep?: (value: AnyValue | undefined) => void;
}

/**
 * Asks for one field, by its entry in the table.
 *
 * @param now What stands there already.
 * @returns The value; undefined when it is left open; BACK for the question before.
 */
export async function askField(
  ask: Ask,
  field: Field,
  now: AnyValue | undefined,
  context: AskContext,
  { required = field.required === true, part, work, hurry, keep }: AskOptions = {},
): Promise<AnyValue | undefined | Back> {
  const question: Question = {
    label: field.label,
    ask: field.ask,
    help: field.help,
    ...exampleFor(field, work),
    why: field.why,
    required,
    part,
    ...(hurry === undefined ? {} : { hurry }),
    ...(keep === undefined
      ? {}
      : { keep: (items) => keep(items.length === 0 ? undefined : (items as AnyValue)) }),
  };
  const text = typeof now === 'string' ? now : '';
  switch (field.type) {
    case 'choice': {
      const options = (field.choices ?? []).map((choice) => ({ ...choice, name: choice.value }));
      return ask.choice(question, options, text === '' ? undefined : text);
    }
    case 'list':
      return filled(
        await ask.list(
          question,
          (now as readonly string[] | undefined) ?? [],
          field.items === undefined ? asTyped : ITEM_PARSERS[field.items],
        ),
      );
    case 'milestones': {
      const written = now === undefined ? [] : itemTexts(now);
      return filled(await ask.list(question, written, milestoneParser(context.today)));
    }
    default:
      return filled(await ask.text(question, text, parserOf(field, context)));
  }
}

/** The text of a brief with an answer in it; one that was left open is taken out. */
export function withAnswer(brief: Brief, name: FieldName, answer: AnyValue | undefined): string {
  const edits = answer === undefined ? removeField(brief, name) : setField(brief, name, answer);
  return applyEdits(brief.text, edits);
}

/** A choice shows all there is, and what the help of a date says needs no example. */
function exampleFor(field: Field, work: Work | undefined): { readonly example?: string } {
  if (field.type === 'choice' || field.type === 'date') return {};
  const works = work === undefined && field.name === 'title' ? WORKS : [work];
  return { example: works.map((one) => exampleOf(field, one)).join('; ') };
}

/** An answer, or undefined for one that was left open. */
function filled<T extends string | readonly unknown[]>(answer: T | Back): T | undefined | Back {
  return answer === BACK || answer.length > 0 ? answer : undefined;
}
