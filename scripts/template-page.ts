/** The templates of `delegate new --template`, made from the table of fields. */
import type { Field, Values } from '../src/brief/fields.ts';
import { applies, exampleOf, isInSize } from '../src/brief/field-facts.ts';
import { FIELDS, keysOf } from '../src/brief/fields.ts';
import { itemTexts } from '../src/brief/value-text.ts';
import type { Work } from '../src/brief/work.ts';
import { scalarSource } from '../src/brief/yaml/scalar.ts';

interface TemplatePlan {
  /** What it is for, in a line or two, for the top of the file. */
  readonly about: readonly string[];
  /** How much it asks for: what the table of fields says is in a brief of this size. */
  readonly size: 'small' | 'full';
  /** Values that the template gives; everything else is a placeholder. */
  readonly gives: Values;
  /** The field of work that its examples are from; engineering where nothing is said. */
  readonly work?: Work;
  /** Examples that are nearer than those. */
  readonly examples?: Readonly<Record<string, string>>;
  readonly context: string;
}

/** The fields of a template: those of its size, as far as they apply beside what it gives. */
function fieldsIn({ size, gives }: TemplatePlan): readonly Field[] {
  return FIELDS.filter((field) => isInSize(field, size) && applies(field, gives));
}

const TO_FILL_IN =
  'Answer what stands in <…>; a line that does not apply can go, with its comment.';
const TO_KEEP =
  'Answer what stands in <…>; what is answered already is a proposal: change it, or keep it.';

/** What most hand-overs begin with. */
const USUAL = {
  status: 'draft',
  approach: 'problem-solving',
  'quality.bar': 'good-enough',
  'check-ins.every': '1 week',
  'check-ins.day': 'Friday',
} as const satisfies Values;

const PROBLEM_SOLVING: TemplatePlan = {
  about: [
    'The whole problem is handed over: you give the outcome and the limits, the plan is theirs.',
    TO_FILL_IN,
  ],
  size: 'full',
  gives: USUAL,
  context:
    'What they could not know: how it came about, what was tried, who cares, where to read more.',
};

const EXECUTION: TemplatePlan = {
  about: [
    'The tasks are handed over: you own the plan and keep it true, they carry it out.',
    TO_FILL_IN,
  ],
  size: 'full',
  gives: { ...USUAL, approach: 'execution' },
  context: 'Why the plan is as it is, and what to do when a step does not work out.',
};

const SMALL: TemplatePlan = {
  about: ['The least that a hand-over needs.', 'Answer what stands in <…>.'],
  size: 'small',
  gives: { status: 'draft', approach: 'problem-solving', 'check-ins.every': '1 week' },
  context: '',
};

const HIRING: TemplatePlan = {
  about: ['Somebody is to be hired, and who leads the search decides how.', TO_KEEP],
  size: 'full',
  work: 'hiring',
  gives: {
    ...USUAL,
    'scope.in': ['From the advertisement to the signed contract'],
    'scope.out': ['The salary bands, and the weeks after the first day'],
    'quality.criteria': [
      'Two people have interviewed each of the last 3 candidates',
      'What the work asks for was written down before the first interview',
    ],
    guardrails: [
      'Each candidate hears back within 5 working days',
      'All candidates for the post are asked the same questions',
    ],
    'decision-rights.delegate': ['Whom to invite, and what to ask them'],
    'decision-rights.ask-first': ['The offer, before it is made', 'A salary above the band'],
    escalation: ['A candidate withdraws after the offer', 'Fewer than 3 candidates are left'],
    assumptions: ['The post stays in the budget until it is filled'],
  },
  context:
    'The post: what the work is, who works beside it, and how it went when it was filled before.',
};

const EVENT: TemplatePlan = {
  about: ['A day for guests or for the team: who takes it organises it as they see fit.', TO_KEEP],
  size: 'full',
  work: 'event',
  gives: {
    ...USUAL,
    'scope.in': ['The day itself: venue, programme, speakers, invitations'],
    'scope.out': ['Travel of the guests, and the days before and after'],
    'quality.criteria': [
      'Each part begins within 5 minutes of its time',
      'The guests were asked how it was, within 3 days',
    ],
    guardrails: [
      'The venue is reached without stairs',
      'What is booked stays within the budget that stands under resources',
    ],
    'decision-rights.delegate': ['Venue, programme, caterer'],
    'decision-rights.ask-first': [
      'A contract that cannot be cancelled',
      'A sponsor whose name stands on the invitation',
    ],
    escalation: [
      'Half of the places are still free 3 weeks before the day',
      'The venue or a speaker withdraws',
    ],
  },
  context: 'Whom it is for and what they come for, and how it went the last time.',
};

const INCIDENT: TemplatePlan = {
  about: [
    'After an incident: who takes it finds out what led to it, and what keeps it from coming back.',
    TO_KEEP,
  ],
  size: 'full',
  work: 'operations',
  examples: {
    goal: 'The report is out 10 days after the incident, and its 3 gravest causes are gone within 60 days.',
    why: 'The shop was closed for 4 hours on a Saturday, for the second time this year.',
    'intended-use':
      'The measures go into the plan of the next quarter; support tells the customers.',
    resources: "Half of Bor's time for two weeks, and the log files of the hosting company",
    availability: 'Reads a draft within a working day; Friday happens even when short',
    assumptions: 'The hosting company hands out its log files',
    'fit.support': 'Eva, who wrote the last three reports, reads the first draft',
  },
  gives: {
    ...USUAL,
    'scope.in': ['What led to the incident, how it was dealt with, what keeps it from coming back'],
    'scope.out': ['Whose fault it was'],
    'quality.criteria': [
      'Each cause in the report has a measure, a person and a date',
      'Somebody who was not there can follow what happened, minute by minute',
    ],
    guardrails: [
      'The report names roles and no people',
      'Customers hear nothing that support has not read before',
    ],
    'decision-rights.delegate': ['Whom to ask, and which causes are followed up first'],
    'decision-rights.ask-first': ['A measure that costs more than a week of work'],
    escalation: ['It happens again', 'A customer or the press asks about it'],
  },
  context: 'What is known so far: when it began and ended, who was hit, where the log files are.',
};

/** The templates by name. */
export const TEMPLATES: Readonly<Record<string, TemplatePlan>> = {
  'problem-solving': PROBLEM_SOLVING,
  execution: EXECUTION,
  small: SMALL,
  hiring: HIRING,
  event: EVENT,
  incident: INCIDENT,
};

function choices({ choices: all = [] }: Field): string {
  return all.map(({ value, means }) => `${value} (${means})`).join(', ');
}

/** Fields that need no word: the first lines of a template are read, or nothing is. */
function isPlain({ group }: Field): boolean {
  return group === 'identity' || group === 'lifecycle';
}

function comment({ work, examples }: TemplatePlan, field: Field, pad: string): string[] {
  if (isPlain(field)) return [];
  const { ask, help, type } = field;
  const example = `For example: ${examples?.[field.name] ?? exampleOf(field, work)}`;
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

function fieldLines(plan: TemplatePlan, field: Field, isNested: boolean): string[] {
  const [top, child = top] = keysOf(field.name);
  const pad = isNested ? '  ' : '';
  const key = `${pad}${isNested ? child : top}:`;
  const value = plan.gives[field.name];
  if (typeof value === 'string') return [...comment(plan, field, pad), `${key} ${value}`];
  if (value !== undefined) {
    // What is answered needs no example of an answer.
    const above = [`${pad}# ${field.ask}`, `${pad}# ${field.help}`];
    return [...above, key, ...itemTexts(value).map((item) => `${pad}  - ${scalarSource(item)}`)];
  }
  const above = comment(plan, field, pad);
  const open = placeholder(field);
  const isWrittenAsList = field.type === 'list' && plan.size === 'full';
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
