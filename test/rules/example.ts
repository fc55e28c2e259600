import type { Finding, Rule } from '../../src/rules/index.ts';
import { checkBrief } from '../../src/rules/index.ts';
import type { KnownPerson } from '../../src/brief/known-people.ts';
import { parsePerson } from '../../src/brief/people.ts';
import type { Check } from '../../src/config/checks.ts';
import { readBrief } from '../../src/brief/read.ts';
import type { RuleConfig } from '../../src/rules/rule.ts';

/** A good brief, key by key: what an example does not say stands here. */
const BASE: Readonly<Record<string, string>> = {
  id: 'id: b-7k3f9q2m',
  title: 'title: Halve deployment time',
  status: 'status: draft',
  delegator: 'delegator: Ana Novak <ana@example.com>',
  delegate: 'delegate: Bor Kos <bor@example.com>',
  approach: 'approach: problem-solving',
  goal: 'goal: Cut the median deployment of the web service from 40 to 20 minutes.',
  why: 'why: Hotfixes wait, so teams batch risky releases.',
  'intended-use': 'intended-use: Teams deploy on merge; support promises fixes within the hour.',
  scope:
    'scope:\n  in: [The CI/CD pipeline of the web service]\n  out: [Build machines and other infrastructure]',
  quality:
    'quality:\n  bar: good-enough\n  criteria:\n    - Deployment success rate stays at 98 % or better',
  guardrails: 'guardrails:\n  - No new paid services',
  timeline: 'timeline:\n  due: 2026-06-30',
  resources: "resources:\n  - Two days a week of Bor's time",
  'check-ins': 'check-ins:\n  every: 1 week\n  day: Friday',
  availability: 'availability: Answers within a working day',
  assumptions: 'assumptions:\n  - The monorepo split happens after the due date',
  'decision-rights':
    'decision-rights:\n  delegate: [Caching, parallel jobs, order of work]\n  ask-first: [Spending above 500 EUR a month]',
  escalation: 'escalation: [The success rate drops for a day]',
  fit: 'fit:\n  experience: similar\n  support: Pairs with Mei on caching for the first week',
};

/** An example of a rule as a whole file: its keys stand in for those of a good brief. */
export function expand(example: string): string {
  if (example.startsWith('---')) return example;
  const keys: Record<string, string> = { ...BASE };
  let body = '## Context\n\nDeploys are slow.\n';
  let matter = example;
  const cut = example.indexOf('\n---\n');
  if (cut >= 0) [matter, body] = [example.slice(0, cut), example.slice(cut + 5)];
  let key = '';
  for (const line of matter.split('\n')) {
    const top = /^([a-z][\w-]*):/.exec(line)?.[1];
    if (top === undefined) keys[key] += `\n${line}`;
    else keys[(key = top)] = line;
  }
  return `---\n${Object.values(keys).join('\n')}\n---\n${body}`;
}

/** What all rules find in a text, set up as a rule's example asks for. */
export function check(text: string, rule?: Rule, config: RuleConfig = {}): Finding[] {
  const {
    path = 'briefs/example.md',
    today,
    others,
    required,
    checks,
    agents,
  } = rule?.example ?? {};
  const rules = rule === undefined || rule.level !== 'off' ? {} : { [rule.id]: on };
  return checkBrief(readBrief(text), {
    path,
    ...(today !== undefined && { today }),
    ...(others !== undefined && { others: () => others }),
    newId: () => 'b-00000000',
    config: sameConfig({
      rules,
      ...(required !== undefined && { required }),
      ...(checks !== undefined && { checks: checks.map(checkNamed) }),
      ...(agents !== undefined && { people: agents.map(agentNamed) }),
      ...config,
    }),
  });
}

const CONFIGS = new Map<string, RuleConfig>();

/** One object for all that are alike: the word lists are made ready for each anew. */
function sameConfig(config: RuleConfig): RuleConfig {
  const key = JSON.stringify(config);
  const known = CONFIGS.get(key) ?? config;
  CONFIGS.set(key, known);
  return known;
}

/** An agent of the configuration. */
export function agentNamed(person: string): KnownPerson {
  const { name, email } = parsePerson(person);
  return { name, email: email === undefined ? [] : [email], agent: true };
}

/** A check of the configuration, of which a rule looks at the name. */
export function checkNamed(name: string): Check {
  return { name, run: ['true'], timeout: 1, protects: [] };
}

const on = { level: 'warning', options: {} } as const;
