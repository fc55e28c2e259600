/** The templates of `delegate new --template`, made from the table of fields. */
import type { Field, Values } from '../src/brief/fields.ts';
import { applies, exampleOf, isInSize } from '../src/brief/field-facts.ts';
import { FIELDS, keysOf } from '../src/brief/fields.ts';

interface TemplatePlan {
  /** What it is for, in a line or two, for the top of the file. */
  readonly about: readonly string[];
  /** How much it asks for: what the table of fields says is in a brief of this size. */
  readonly size: 'small' | 'full';
  /** Values that the template gives; everything else is a placeholder. */
  readonly gives: Values;
  readonly context: string;
}

/** The fields of a template: those of its size, as far as they apply beside what it gives. */
function fieldsIn({ size, gives }: TemplatePlan): readonly Field[] {
  return FIELDS.filter((field) => isInSize(field, size) && applies(field, gives));
}

const PROBLEM_SOLVING: TemplatePlan = {
  about: [
    'The whole problem is handed over: you give the outcome and the limits, the plan is theirs.',
    'Answer what stands in <…>; a line that does not apply can go, with its comment.',
  ],
  size: 'full',
  gives: {
    status: 'draft',
    approach: 'problem-solving',
    'quality.bar': 'good-enough',
    'check-ins.every': '1 week',
    'check-ins.day': 'Friday',
  },
  context:
    'What they could not know: how it came about, what was tried, who cares, where to read more.',
};

const EXECUTION: TemplatePlan = {
  about: [
    'The tasks are handed over: you own the plan and keep it true, they carry it out.',
    'Answer what stands in <…>; a line that does not apply can go, with its comment.',
  ],
  size: 'full',
  gives: {
    status: 'draft',
    approach: 'execution',
    'quality.bar': 'good-enough',
    'check-ins.every': '1 week',
    'check-ins.day': 'Friday',
  },
  context: 'Why the plan is as it is, and what to do when a step does not work out.',
};

const SMALL: TemplatePlan = {
  about: ['The least that a hand-over needs.', 'Answer what stands in <…>.'],
  size: 'small',
  gives: { status: 'draft', approach: 'problem-solving', 'check-ins.every': '1 week' },
  context: '',
};

/** The templates by name. */
export const TEMPLATES: Readonly<Record<string, TemplatePlan>> = {
  'problem-solving': PROBLEM_SOLVING,
  execution: EXECUTION,
  small: SMALL,
};

function choices({ choices: all = [] }: Field): string {
  return all.map(({ value, means }) => `${value} (${means})`).join(', ');
}

/** Fields that need no word: the first lines of a template are read, or nothing is. */
function isPlain({ group }: Field): boolean {
  return group === 'identity' || group === 'lifecycle';
}

function comment(field: Field, pad: string): string[] {
  if (isPlain(field)) return [];
  const { ask, help, type } = field;
  const example = `For example: ${exampleOf(field)}`;
  // What a person may type to a question is more than what may stand in a file.
  const hasOtherForms = type === 'date' || type === 'cadence';
  const hints = hasOtherForms ? [example] : [help, example];
  const shown = type === 'choice' ? [`One of: ${choices(field)}.`] : hints;
  return [ask, ...shown].map((line) => `${pad}# ${line}`);
}

/** What lint's `placeholder` takes for a question that nobody has answered yet. */
const QUESTION = /^[a-z][a-z' -]{1,40}$/;

/** What stands where an answer is due: the question where it is short, else the field's label. */
function placeholder({ ask, label }: Field): string {
  const question = ask.toLowerCase().replace(/\?$/, '');
  return `<${QUESTION.test(question) ? question : label.toLowerCase()}>`;
}

function fieldLines({ gives, size }: TemplatePlan, field: Field, isNested: boolean): string[] {
  const [top, child = top] = keysOf(field.name);
  const pad = isNested ? '  ' : '';
  const key = `${pad}${isNested ? child : top}:`;
  const above = comment(field, pad);
  const value = gives[field.name];
  if (typeof value === 'string') return [...above, `${key} ${value}`];
  const open = placeholder(field);
  const isWrittenAsList = field.type === 'list' && size === 'full';
  return isWrittenAsList ? [...above, key, `${pad}  - ${open}`] : [...above, `${key} ${open}`];
}

/** The text of a template. */
export function templatePage(template: TemplatePlan): string {
  const { about, size, context } = template;
  const fields = fieldsIn(template);
  const out: string[] = ['---', ...about.map((line) => `# ${line}`), ''];
  let open: string | undefined;
  for (const field of fields) {
    const [top, child] = keysOf(field.name);
    // A small brief fits on a screen: where a map has a short form it is written so.
    const isAlone = fields.filter(({ name }) => keysOf(name)[0] === top).length === 1;
    const isShort = size === 'small' && isAlone && field.shortForm === true;
    const isNested = child !== undefined && !isShort;
    if (isNested && open !== top) out.push('', `${top}:`);
    else if (!isNested && !isPlain(field)) out.push('');
    open = isNested ? top : undefined;
    out.push(...fieldLines(template, field, isNested));
  }
  out.push('---', '## Context', '');
  if (context !== '') out.push(`<!-- ${context} -->`, '');
  out.push('## Check-ins', '');
  return out.join('\n');
}
