/** The templates of `delegate new --template`, made from the table of fields. */
import type { Field, FieldName, Values } from '../src/brief/fields.ts';
import { field, keysOf } from '../src/brief/fields.ts';

interface Template {
  /** What it is for, in a line or two, for the top of the file. */
  readonly about: readonly string[];
  readonly fields: readonly FieldName[];
  /** Values that the template gives; everything else is a placeholder. */
  readonly gives: Values;
  readonly context: string;
  /** Maps with one field in their short form: for a brief that fits on a screen. */
  readonly short?: true;
}

const PROBLEM_SOLVING: Template = {
  about: [
    'The whole problem is handed over: you give the outcome and the limits, the plan is theirs.',
    'Answer what stands in <…>; a line that does not apply can go, with its comment.',
  ],
  fields: [
    'id',
    'title',
    'status',
    'delegator',
    'delegate',
    'approach',
    'goal',
    'why',
    'intended-use',
    'scope.in',
    'scope.out',
    'quality.bar',
    'quality.criteria',
    'guardrails',
    'timeline.due',
    'resources',
    'decision-rights.delegate',
    'decision-rights.ask-first',
    'escalation',
    'check-ins.every',
    'check-ins.day',
    'availability',
    'assumptions',
    'fit.experience',
    'fit.support',
  ],
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

const EXECUTION: Template = {
  about: [
    'The tasks are handed over: you own the plan and keep it true, they carry it out.',
    'Answer what stands in <…>; a line that does not apply can go, with its comment.',
  ],
  fields: [
    'id',
    'title',
    'status',
    'delegator',
    'delegate',
    'approach',
    'goal',
    'why',
    'intended-use',
    'scope.in',
    'scope.out',
    'quality.bar',
    'quality.criteria',
    'guardrails',
    'timeline.due',
    'resources',
    'decision-rights.ask-first',
    'escalation',
    'plan',
    'check-ins.every',
    'check-ins.day',
    'availability',
    'assumptions',
    'fit.experience',
    'fit.support',
  ],
  gives: {
    status: 'draft',
    approach: 'execution',
    'quality.bar': 'good-enough',
    'check-ins.every': '1 week',
    'check-ins.day': 'Friday',
  },
  context: 'Why the plan is as it is, and what to do when a step does not work out.',
};

const SMALL: Template = {
  about: ['The least that a hand-over needs.', 'Answer what stands in <…>.'],
  fields: [
    'id',
    'title',
    'status',
    'delegator',
    'delegate',
    'approach',
    'goal',
    'why',
    'scope.in',
    'quality.criteria',
    'timeline.due',
    'check-ins.every',
  ],
  gives: { status: 'draft', approach: 'problem-solving', 'check-ins.every': '1 week' },
  context: '',
  short: true,
};

/** The templates by name. */
export const TEMPLATES: Readonly<Record<string, Template>> = {
  'problem-solving': PROBLEM_SOLVING,
  execution: EXECUTION,
  small: SMALL,
};

function choices({ choices: all = [] }: Field): string {
  return all.map(({ value, means }) => `${value} (${means})`).join(', ');
}

/** Fields that need no word: the first lines of a template are read, or nothing is. */
const PLAIN: ReadonlySet<FieldName> = new Set(['id', 'title', 'status']);

function comment(entry: Field, pad: string): string[] {
  if (PLAIN.has(entry.name)) return [];
  const { ask, help, example, type } = entry;
  const shown = typeof example === 'string' ? example : (example[0] ?? '');
  const told =
    type === 'choice'
      ? [`One of: ${choices(entry)}.`]
      : [
          // What a person may type to a question is more than what may stand in a file.
          ...(type === 'date' || type === 'cadence' ? [] : [help]),
          `For example: ${shown}`,
        ];
  return [ask, ...told].map((line) => `${pad}# ${line}`);
}

/** What lint's `placeholder` takes for a question that nobody has answered yet. */
const SAID = /^[a-z][a-z' -]{1,40}$/;

/** What stands where an answer is due: the question where it is short, else the field's label. */
function placeholder({ ask, label }: Field): string {
  const question = ask.toLowerCase().replace(/\?$/, '');
  return `<${SAID.test(question) ? question : label.toLowerCase()}>`;
}

function lines({ gives, short }: Template, entry: Field, alone: boolean): string[] {
  const [top, child] = keysOf(entry.name);
  const nested = child !== undefined && !(short === true && alone);
  const pad = nested ? '  ' : '';
  const key = nested ? child : top;
  const given = gives[entry.name];
  const above = comment(entry, pad);
  if (typeof given === 'string') return [...above, `${pad}${key}: ${given}`];
  const list = entry.type === 'list' && short !== true;
  const value = placeholder(entry);
  return list
    ? [...above, `${pad}${key}:`, `${pad}  - ${value}`]
    : [...above, `${pad}${key}: ${value}`];
}

/** The text of a template. */
export function templatePage(template: Template): string {
  const { about, fields, context } = template;
  const out: string[] = ['---', ...about.map((line) => `# ${line}`), ''];
  let map: string | undefined;
  for (const name of fields) {
    const [top, child] = keysOf(name);
    const siblings = fields.filter((other) => keysOf(other)[0] === top).length;
    const nested =
      child !== undefined &&
      !(template.short === true && siblings === 1 && name !== 'check-ins.every');
    if (nested && map !== top) out.push('', `${top}:`);
    else if (!nested && !PLAIN.has(name)) out.push('');
    map = nested ? top : undefined;
    out.push(...lines(template, field(name), !nested));
  }
  out.push('---', '## Context', '');
  if (context !== '') out.push(`<!-- ${context} -->`, '');
  out.push('## Check-ins', '');
  return out.join('\n');
}
