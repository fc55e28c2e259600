/** What a brief does not say. */
import type { FieldName } from '../brief/fields.ts';
import { field, keysOf } from '../brief/fields.ts';
import type { Brief } from '../brief/read.ts';
import { missingSpan } from '../brief/read.ts';
import type { Span } from '../brief/span.ts';
import type { Level } from '../config/settings.ts';
import { daysIn } from './days-in-text.ts';
import { exampleLine } from './example-line.ts';
import { misnamedKeys } from './misnamed.ts';
import type { RuleContext, Family, Found, Rule } from './rule.ts';

/** True when a field has a value, be it one that another rule already objects to. */
export function isWritten(brief: Brief, name: FieldName): boolean {
  if (brief.values[name] !== undefined) return true;
  const [top] = keysOf(name);
  const misnamed = misnamedKeys(brief);
  if (misnamed.some(({ field: meant, key }) => meant?.name === name || key === top)) return true;
  if (
    brief.problems.some(({ rule, span }) => rule === 'field-type' && isBehind(brief, top, span))
  ) {
    return true;
  }
  const place = brief.places.get(name);
  if (place === undefined) return false;
  const { key, node } = place;
  return brief.problems.some(
    ({ rule, span }) => rule !== 'unknown-field' && span.start >= key.start && span.end <= node.end,
  );
}

/** True for what stands in the line of a map's key, where its fields should stand below. */
function isBehind({ root }: Brief, top: string, { start }: Span): boolean {
  return root?.pairs.some(({ key, value }) => key.value === top && value.start === start) === true;
}

/** The finding of a field that says nothing, at the key where it should stand; a day in it is one to come. */
export function missing(brief: Brief, name: FieldName, what: string, today?: string): Found {
  const misspelt = brief.problems.find(
    ({ rule, fix }) => rule === 'unknown-field' && name.endsWith(fix?.edits[0]?.insert ?? '\0'),
  );
  const written = misspelt && brief.text.slice(misspelt.span.start, misspelt.span.end);
  return {
    message: `the brief has no ${what}`,
    help:
      written === undefined
        ? exampleLine(name, today)
        : `"${written}" should probably be ${misspelt?.fix?.edits[0]?.insert}`,
    span: missingSpan(brief, name),
  };
}

interface MissingRule {
  readonly id: string;
  readonly level: Level;
  readonly family?: Family;
  /** The brief must have one of these. */
  readonly fields: readonly [FieldName, ...FieldName[]];
  readonly what: string;
  readonly why: string;
  readonly source?: string;
  readonly bad: string;
  readonly good: string;
  /** What else can be said about it. */
  readonly instead?: (brief: Brief, context: RuleContext) => Partial<Found> | undefined;
  /** Briefs that do not need it. */
  readonly unless?: (brief: Brief, context: RuleContext) => boolean;
}

function checkOf(entry: MissingRule): (brief: Brief, context: RuleContext) => Found | undefined {
  const { fields, what, level, instead, unless } = entry;
  return (brief, context) => {
    const { required } = context;
    const [main] = fields;
    for (const name of fields) if (brief.values[name] !== undefined) return undefined;
    // Nobody fills a gap in what is over; what a brief cannot be without is still a finding.
    const { status } = brief.values;
    if (level !== 'error' && (status === 'done' || status === 'cancelled')) return undefined;
    // `missing-required` says it louder.
    if (required.has(main) && level !== 'error') return undefined;
    if (unless?.(brief, context) === true || fields.some((name) => isWritten(brief, name)))
      return undefined;
    return { ...missing(brief, main, what, context.today), ...instead?.(brief, context) };
  };
}

/** Makes the rule of an entry. */
export function missingRule(entry: MissingRule): Rule {
  const { id, level, family = 'structure', fields, what, why, source, bad, good } = entry;
  return {
    id,
    family,
    level,
    summary: `The brief has no ${what}`,
    why,
    ...(source !== undefined && { source }),
    bad,
    good,
    field: fields[0],
    check: checkOf(entry),
  };
}

/** Words before a day on which something begins. */
const BEGINS: ReadonlySet<string> = new Set(['from', 'since', 'after']);

/** The one day to come that the goal names is most likely the due date. */
function dayOfGoal({ values }: Brief, { today }: RuleContext): Partial<Found> | undefined {
  const { goal } = values;
  if (goal === undefined || today === undefined) return undefined;
  const [day, another] = daysIn(goal, today).filter(({ date }) => date > today);
  if (day === undefined || another !== undefined || BEGINS.has(day.lead)) return undefined;
  const said = goal.slice(day.start, day.end);
  return { help: `the goal says "${said}": write under timeline: due: ${day.date}` };
}

const ENTRIES: readonly MissingRule[] = [
  {
    id: 'missing-goal',
    level: 'error',
    fields: ['goal'],
    what: 'goal',
    why: 'Without a picture of success each of the two has another one.',
    source: 'Essay, "Set clear expectations"',
    bad: 'goal:',
    good: 'goal: Cut the median deployment of the web service from 40 to 20 minutes.',
  },
  {
    id: 'missing-why',
    level: 'error',
    fields: ['why'],
    what: 'why',
    why: 'With the what but not the why, nobody can adapt when things change: "the just do it".',
    source: 'Essay, "Share wider context" and "You yourself?"',
    bad: 'why: ""',
    good: 'why: Hotfixes wait 40 minutes, so teams batch risky releases.',
  },
  {
    id: 'missing-scope',
    level: 'error',
    fields: ['scope.in'],
    what: 'scope',
    why: 'Without a scope the work grows, or stops short of what was meant.',
    source: 'Essay, "Set clear expectations"',
    bad: 'scope:\n  out:\n    - Build machines',
    good: 'scope:\n  in:\n    - The CI/CD pipeline of the web service\n  out:\n    - Build machines',
  },
  {
    id: 'missing-quality',
    level: 'error',
    fields: ['quality.criteria'],
    what: 'quality criteria',
    why: 'What quality is required? Without something to check nobody knows when it is done.',
    source: 'Essay, "Set clear expectations"',
    bad: 'quality:\n  bar: good-enough',
    good: 'quality:\n  bar: good-enough\n  criteria:\n    - Deployment success rate stays at 98 % or better',
  },
  {
    id: 'missing-approach',
    level: 'error',
    fields: ['approach'],
    what: 'approach',
    why: 'Handing over the whole problem and handing over tasks are two different things; who expects one and gets the other is either lost or micro-managed.',
    source: 'Essay, "Delegation approaches"',
    bad: 'approach:',
    good: 'approach: problem-solving',
  },
  {
    id: 'missing-delegate',
    level: 'error',
    fields: ['delegate'],
    what: 'delegate',
    why: 'Being responsible means being able to respond: it takes a person.',
    source: 'Essay, "Micro-management"',
    bad: 'delegate:',
    good: 'delegate: Bor Kos <bor@example.com>',
  },
  {
    id: 'missing-guardrails',
    level: 'info',
    fields: ['guardrails'],
    what: 'guardrails',
    why: 'What is obvious to one is neither obvious nor common to the other. If there are truly none, say "none".',
    source: 'Essay, "Set clear expectations"',
    bad: 'guardrails: []\nscope: The CI/CD pipeline of the web service\ndecision-rights:',
    good: 'guardrails:\n  - No new paid services',
    // Some limit is set: of 54 briefs without guardrails a mentor missed them in none.
    unless: ({ values }) =>
      values['scope.out'] !== undefined || values['decision-rights.ask-first'] !== undefined,
  },
  {
    id: 'missing-timeline',
    level: 'warning',
    fields: ['timeline.due', 'timeline.milestones'],
    what: 'due date',
    why: 'Time is one side of the triangle of scope, timeline, resources and quality.',
    source: 'Essay, "Set clear expectations"',
    bad: 'timeline:',
    good: 'timeline: 2026-06-30',
    instead: dayOfGoal,
  },
  {
    id: 'missing-resources',
    level: 'warning',
    fields: ['resources'],
    what: 'resources',
    why: 'None of us has infinite resources: time, people and money that are not named are not there.',
    source: 'Essay, "Set clear expectations" and "Anchor delegation in reality"',
    bad: 'resources:',
    good: "resources:\n  - Two days a week of Bor's time",
    // `agent-without-limit` says it of an agent.
    unless: (_, { isForAgent }) => isForAgent(),
  },
  {
    id: 'missing-intended-use',
    level: 'info',
    fields: ['intended-use'],
    what: 'intended use',
    why: 'Somebody who knows what the outcome is for can tell a good solution from a useless one.',
    source: 'Essay, "Share wider context"',
    bad: 'intended-use:',
    good: 'intended-use: Teams deploy on merge; support promises fixes within the hour.',
  },
  {
    id: 'missing-scope-out',
    level: 'off',
    fields: ['scope.out'],
    what: 'list of what is out of scope',
    why: 'What is left out is what two people most often understand differently.',
    source: 'Essay: "focus on CI/CD pipeline, not the infrastructure"; the no-gos of Shape Up',
    bad: 'scope: The CI/CD pipeline of the web service',
    good: 'scope:\n  in: The CI/CD pipeline of the web service\n  out: Build machines',
    unless: ({ values }) =>
      values['scope.in']?.some((item) => /\b(?:not|except|without|only|but)\b/i.test(item)) ?? true,
  },
  {
    id: 'missing-quality-bar',
    level: 'info',
    fields: ['quality.bar'],
    what: 'quality bar',
    why: 'Optimal, or merely good enough? Without a word on it nobody can stop at the right moment.',
    source: 'Essay, "Set clear expectations"',
    bad: 'quality: Deployment success rate stays at 98 % or better',
    good: 'quality:\n  bar: good-enough\n  criteria: Deployment success rate stays at 98 % or better',
  },
];

/** The fields that a team's configuration adds to the required ones. */
function missingRequired(
  brief: Brief,
  { required, today }: RuleContext,
): readonly Found[] | undefined {
  if (required.size === 0) return undefined;
  const found: Found[] = [];
  for (const name of required) {
    if (field(name).required === true || isWritten(brief, name)) continue;
    const what = `${name}, which your team requires`;
    found.push(missing(brief, name, what, today));
  }
  return found;
}

/** What a brief can do without, one by one: asked for together where most of it is missing. */
const NICE_TO_HAVE: readonly FieldName[] = [
  'scope.out',
  'decision-rights.delegate',
  'decision-rights.ask-first',
  'escalation',
  'availability',
  'assumptions',
  'fit.experience',
];

/** One line instead of a finding for each: a mentor asked for none of them alone in 100 briefs. */
function alsoNotSaid(brief: Brief, { options, required }: RuleContext): Found | undefined {
  const { status } = brief.values;
  if (status === 'done' || status === 'cancelled') return undefined;
  const most = Number(options['most']);
  let unsaid = 0;
  for (const name of NICE_TO_HAVE) if (brief.values[name] === undefined) unsaid++;
  if (unsaid <= most) return undefined;
  const left = NICE_TO_HAVE.filter((name) => !required.has(name) && !isWritten(brief, name));
  if (left.length <= most) return undefined;
  return {
    message: `Also not said: ${left.map((name) => field(name).label.toLowerCase()).join(', ')}`,
    help: 'add what this delegation needs: "delegate new" asks for each, and docs/fields.md has examples',
    span: brief.split?.open ?? { start: 0, end: 0 },
  };
}

/** The rules of missing fields that belong to the structure. */
export const MISSING: readonly Rule[] = [
  ...ENTRIES.map(missingRule),
  {
    id: 'also-not-said',
    family: 'structure',
    level: 'info',
    summary:
      'Much of what helps is not said: what is out of scope, who decides what, what cannot wait',
    why: 'Each of them can be left out; where most of them are, both have to guess.',
    source: 'Essay, "Context-setting": a bit of over-communication can go a long way',
    options: { most: { default: 4, means: 'this many of them may be missing' } },
    bad: 'scope: The CI/CD pipeline\ndecision-rights:\nescalation: []\navailability:\nassumptions: []',
    good: 'escalation:\n  - The success rate drops for a day',
    check: alsoNotSaid,
  },
  {
    id: 'missing-required',
    family: 'structure',
    level: 'error',
    summary: 'A field that your team requires is missing',
    why: 'The team agreed on it: "required" in .delegate.yaml names the fields.',
    bad: 'growth:',
    good: 'growth: First time to own a number that the whole company watches',
    example: { required: ['growth'] },
    check: missingRequired,
  },
];
