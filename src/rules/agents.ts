/** What a brief must say where its delegate is an agent, which knows nothing but what is written. */
import { sectionOf } from '../brief/body.ts';
import { CHECK_INS } from '../brief/check-ins.ts';
import { EVIDENCE } from '../brief/evidence-lines.ts';
import type { FieldName } from '../brief/fields.ts';
import type { Brief } from '../brief/read.ts';
import { missingSpan } from '../brief/read.ts';
import { exampleLine } from './example-line.ts';
import { isWritten } from './missing.ts';
import type { Found, Rule, RuleContext } from './rule.ts';

/** The headings that records stand under, which the commands write. */
const RECORDS = [CHECK_INS, EVIDENCE, 'Objections', 'Proposals', 'Outcome'];

/** The words of the narrative, without headings, comments and records. */
function narrativeWords(brief: Brief): number {
  let text = brief.text;
  const body = brief.split?.body ?? text.length;
  for (const heading of RECORDS) {
    const section = sectionOf(brief, heading);
    if (section === undefined) continue;
    text =
      text.slice(0, section.heading.start) +
      ' '.repeat(section.end - section.heading.start) +
      text.slice(section.end);
  }
  const prose = withoutComments(text.slice(body)).replaceAll(/^ {0,3}#{1,6}(?: .*)?$/gm, '');
  return prose.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function withoutComments(text: string): string {
  const [first = '', ...rest] = text.split('<!--');
  return [first, ...rest.map((part) => part.split('-->').slice(1).join('-->'))].join('');
}

function withoutContext(brief: Brief, { isForAgent, options }: RuleContext): Found | undefined {
  if (!isForAgent()) return undefined;
  const words = narrativeWords(brief);
  if (words >= Number(options['words'])) return undefined;
  return {
    message:
      words === 0
        ? 'the delegate is an agent, and nothing is written below the fields'
        : `the delegate is an agent, and below the fields stand ${words} words`,
    help: 'write under "## Context" what a newcomer would have to ask: what there is, what was tried, where to look',
    span: missingSpan(brief, 'delegate'),
  };
}

/** A rule that misses a field where the delegate is an agent. */
function needs(
  name: FieldName,
  what: string,
): (brief: Brief, context: RuleContext) => Found | undefined {
  return (brief, { isForAgent }) => {
    if (!isForAgent() || isWritten(brief, name)) return undefined;
    return {
      message: `the delegate is an agent, and the brief has no ${what}`,
      help: exampleLine(name),
      span: missingSpan(brief, 'delegate'),
    };
  };
}

const NUMBER =
  /\p{N}|(?<!\p{L})(?:an?|half|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)(?!\p{L})/iu;

const LIMIT_HELP =
  'say under resources how much time or money it may use: "Two hours", "20 EUR of model calls"';

function withoutLimit(brief: Brief, context: RuleContext): Found | undefined {
  const missing = needs('resources', 'limit of time or cost')(brief, context);
  if (missing !== undefined) return { ...missing, help: LIMIT_HELP };
  const { resources } = brief.values;
  if (!context.isForAgent() || resources === undefined || !context.speaks()) return undefined;
  if (resources.some((item) => NUMBER.test(item))) return undefined;
  return {
    message:
      'the delegate is an agent, and its resources have no number: it does not tire, and does not stop',
    help: LIMIT_HELP,
    span: missingSpan(brief, 'resources'),
  };
}

const CONTEXT =
  'The web service deploys from one pipeline, pipeline/deploy.yml, that has grown for six years. Installing takes half of the time; caching was tried in 2024 and undone, since stale packages reached production. The numbers are in reports/deploys.csv.';
const AGENT = 'delegate: Build Agent <agent@example.com>';
const EVIDENCE_LINE = 'evidence:\n  - The last 20 deployments in the log of the pipeline';
const FENCE = 'fence:\n  in:\n    - pipeline/**';
const LIMIT = 'resources:\n  - Three hours and 20 EUR of model calls';
const STOP = 'escalation:\n  - The success rate drops for a day';

/** A brief for an agent, without one of its parts. */
function exampleWithout(part: string, body = CONTEXT): string {
  const lines = [AGENT, EVIDENCE_LINE, FENCE, LIMIT, STOP].filter((line) => line !== part);
  const gone =
    part === STOP ? ['escalation:'] : part === LIMIT ? ['resources:\n  - What it takes'] : [];
  return `${[...lines, ...gone].join('\n')}\n---\n## Context\n\n${body}\n`;
}

/** Said of each, since nothing in the brief shows it. */
const ASKED = 'Asked where the delegate has "agent: true" under people in .delegate.yaml.';

const GOOD = exampleWithout('');
const SETTING = { example: { agents: ['Build Agent <agent@example.com>'] }, good: GOOD } as const;

export const AGENTS: readonly Rule[] = [
  {
    id: 'agent-without-context',
    family: 'agents',
    level: 'warning',
    summary: 'The delegate is an agent, and hardly any context is written out',
    why: `A colleague has seen the last attempt and knows whom to ask. An agent has only what is written, and fills the gaps with guesses. ${ASKED}`,
    source: 'Essay, "Implicit vs explicit context"',
    bad: exampleWithout('', 'See the ticket.'),
    ...SETTING,
    options: { words: { default: 25, means: 'with so many words below the fields it is content' } },
    check: withoutContext,
  },
  {
    id: 'agent-without-evidence',
    family: 'agents',
    level: 'warning',
    summary: 'The delegate is an agent, and nothing says how both will see that it is reached',
    why: `An agent says "done" with the same ease whether it is or not. What can be looked at, or run, settles it. ${ASKED}`,
    bad: exampleWithout(EVIDENCE_LINE),
    ...SETTING,
    check: needs('evidence', 'evidence by which both see that it is reached'),
  },
  {
    id: 'agent-without-fence',
    family: 'agents',
    level: 'warning',
    summary: 'The delegate is an agent, and nothing says where the work may touch',
    why: `A person asks before they tidy up next door. An agent that finds a reason does it, and "delegate guard" can hold only a fence that is there. ${ASKED}`,
    source: 'Essay, "Set clear expectations": the scope',
    bad: exampleWithout(FENCE),
    ...SETTING,
    check: needs('fence.in', 'fence of paths that the work may touch'),
  },
  {
    id: 'agent-without-stop',
    family: 'agents',
    level: 'warning',
    summary: 'The delegate is an agent, and nothing says when it has to stop and ask',
    why: `Who is stuck and may not ask goes on by guessing. Agreed triggers make stopping the right thing to do. ${ASKED}`,
    source: 'Essay: "escalate blockers immediately"',
    bad: exampleWithout(STOP),
    ...SETTING,
    check: needs('escalation', 'word on when to stop and ask'),
  },
  {
    id: 'agent-without-limit',
    family: 'agents',
    level: 'warning',
    summary: 'The delegate is an agent, and has no limit of time or cost',
    why: `A person goes home. An agent tries once more, and each try costs. ${ASKED}`,
    source: 'Essay, "Set clear expectations": the resources',
    bad: exampleWithout(LIMIT),
    ...SETTING,
    check: withoutLimit,
  },
];
