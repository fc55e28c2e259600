import { describe, expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import type { CheckContext } from '../../src/rules/index.ts';
import { checkBrief, summaryOf } from '../../src/rules/index.ts';
import { expand } from './example.ts';

function found(text: string, context: Partial<CheckContext> = {}): string[] {
  const findings = checkBrief(readBrief(text), { path: 'briefs/x.md', ...context });
  return findings.map(({ rule, level, message }) => `${level} ${rule}: ${message}`);
}

const SIMPLE = 'quality:\n  bar: good-enough\n  criteria: [9 of 10 find it simple]';
const TASTE = 'warning subjective-term: "simple" is a matter of taste';

describe('levels', () => {
  const text = expand(SIMPLE);
  it('come from the configuration', () => {
    const config = (level: 'off' | 'error') => ({
      config: { rules: { 'subjective-term': { level, options: {} } } },
    });
    expect(found(text)).toEqual([TASTE]);
    expect(found(text, config('off'))).toEqual([]);
    expect(found(text, config('error'))).toEqual([TASTE.replace('warning', 'error')]);
  });

  it('a rule that speaks quietly in some cases is never louder than it is set', () => {
    const essay = expand('guardrails: [Weekly sync on Fridays]\ncheck-ins:');
    const config = { rules: { 'missing-check-ins': { level: 'error', options: {} } } } as const;
    expect(found(essay, { config })[0]).toMatch(/^info missing-check-ins/);
  });

  it('options that are not of their kind count as not said', () => {
    const rules = { 'too-many-guardrails': { options: { most: 'lots' } } };
    expect(found(expand('title: x'), { config: { rules } })).toEqual([]);
  });

  it('a closed brief is not judged by its wording', () => {
    const closed = `${SIMPLE}\nstatus: cancelled\noutcome: It is given up.`;
    expect(found(expand(closed))).toEqual([]);
    expect(found(expand(`${closed}\nresources:\nguardrails: []`))).toEqual([]);
    expect(found(expand(`${closed}\nwhy:`))).toEqual(['error missing-why: the brief has no why']);
  });
});

describe('comments that switch a rule off', () => {
  const body = (comment: string) => expand(`${SIMPLE}\n---\nText.\n\n${comment}\n`);
  const off = (rules: string, reason = ': our users said so') =>
    `<!-- delegate-disable ${rules}${reason} -->`;

  it('do not work where a fence of four only shows them, and do behind it', () => {
    const nested = (comment: string) => `\`\`\`\`\n\`\`\`\n${comment}\n\`\`\`\n\`\`\`\``;
    const comment = off('subjective-term');
    expect(found(body(nested(comment)))).toEqual([TASTE]);
    expect(found(body(`${nested('shown')}\n\n${comment}`))).toEqual([]);
    expect(found(body(`\`\`\`\`\n\`\`\`\nshown\n\`\`\`\`\n\n${comment}`))).toEqual([]);
  });

  it('work with a reason, also for several rules, and over lines', () => {
    expect(found(body(off('subjective-term')))).toEqual([]);
    expect(found(body('<!--\n  delegate-disable subjective-term:\n  they said so\n-->'))).toEqual(
      [],
    );
    const both = expand(
      `${SIMPLE}\nescalation: []\n---\n${off('subjective-term, missing-escalation')}`,
    );
    expect(found(both)).toEqual([]);
  });

  it('do nothing without one', () => {
    expect(found(body(off('subjective-term', '')))).toEqual([
      TASTE,
      'warning disable-comment: the comment does not say why subjective-term is switched off',
    ]);
  });

  it('are told when they are not needed, unknown or name what stays on', () => {
    expect(found(body(off('loophole')))).toContain(
      'warning disable-comment: loophole finds nothing in this brief',
    );
    expect(found(body(off('lophole')))).toContain(
      'warning disable-comment: there is no rule "lophole"',
    );
    expect(found(body(off('frontmatter')))).toContain(
      'warning disable-comment: frontmatter cannot be switched off',
    );
    expect(found(body('<!-- delegate-disable -->'))).toContain(
      'warning disable-comment: the comment names no rule',
    );
  });

  it('are left alone where the rule is off or could not run', () => {
    expect(found(body(off('subjective-term, duplicate-id, due-in-past')))).toEqual([]);
  });

  it('are text inside fenced code', () => {
    expect(found(body(`\`\`\`html\n${off('subjective-term')}\n\`\`\``))).toEqual([TASTE]);
  });
});

describe('rules that look across files', () => {
  const other = (path: string, fields: string) => summaryOf(path, readBrief(expand(fields)));
  const others = [
    other('briefs/x.md', 'id: b-7k3f9q2m'),
    other('briefs/y.md', 'id: b-7k3f9q2m'),
    ...Array.from({ length: 6 }, (_, index) =>
      other(`briefs/${index}.md`, `id: b-0000000${index}\nstatus: accepted`),
    ),
  ];

  it('see the others, and not the brief itself', () => {
    expect(found(expand('id: b-7k3f9q2m'), { others: () => others })).toEqual([
      'error duplicate-id: the id b-7k3f9q2m is also that of briefs/y.md',
      'info delegate-overloaded: Bor Kos has 6 other accepted briefs at the same time',
    ]);
  });

  it('find nothing where nobody says what the others are', () => {
    expect(found(expand('id: b-7k3f9q2m\nparent: b-9z9z9z9z'))).toEqual([]);
  });
});

describe('the one delegate', () => {
  const isOne = (delegate: string) => found(expand(`delegate: ${delegate}`)).length === 0;
  it('is a person', () => {
    for (const name of [
      'Bor Kos',
      'Bor Kos, team lead',
      'Team Kos <bor@example.com>',
      'docs-agent',
      'Wes All-Us <w@x.org>',
    ]) {
      expect([name, isOne(name)]).toEqual([name, true]);
    }
    for (const name of [
      'The platform team',
      'Bor and Mei',
      'Bor Kos, Mei Lin',
      'Everyone',
      'Bor <b@x.org>, Mei <m@x.org>',
      'a/b',
    ]) {
      expect([name, isOne(name)]).toEqual([name, false]);
    }
  });
});

describe('goalposts', () => {
  const agreed = (seal: string, changes = '') =>
    expand(
      `status: accepted\nagreement: {date: 2026-04-03, by: Bor Kos <bor@example.com>, backbrief: Mine is the wait., criteria: ${seal}}${changes}`,
    );

  it('say nothing about a seal of a later version', () => {
    expect(found(agreed('v2-0123456789abcdef'))).toEqual([]);
  });

  it('tell the date of the record that does not hold any more', () => {
    const change =
      '\nchanges:\n  - {date: 2026-05-02, fields: [goal], reason: R., agreed-by: Bor Kos, criteria: v1-0123456789abcdef}';
    expect(found(agreed('v1-cc4b4eb028100c91', change))).toEqual([
      'error goalpost-moved: the criteria moved after they were agreed on 2026-05-02, and no record says why: a goal, scope, quality criterion, guardrail, date or resource is another',
    ]);
  });

  it('ask for a seal where the agreement has none', () => {
    expect(found(agreed('')).map((line) => line.split(':')[0])).toEqual([
      'warning accepted-without-agreement',
    ]);
  });
});

describe('what is counted', () => {
  const list = (key: string, count: number, text: (at: number) => string) =>
    `${key}:\n${Array.from({ length: count }, (_, at) => `  - ${text(at)}`).join('\n')}`;
  const rulesOf = (example: string, most: Record<string, number> = {}): string[] => {
    const rules = Object.fromEntries(
      Object.entries(most).map(([id, value]) => [
        id,
        { level: 'warning', options: { most: value, days: value } } as const,
      ]),
    );
    return checkBrief(readBrief(expand(example)), {
      path: 'briefs/x.md',
      today: '2026-04-01',
      config: { rules },
    }).map(({ rule }) => rule);
  };
  const limit = (at: number): string => `No work in room ${at}, since it is let`;

  it.each([
    ['too-many-guardrails', 3, (count: number) => list('guardrails', count, limit)],
    [
      'guardrail-without-reason',
      3,
      (count: number) => list('guardrails', count, (at) => `No work in room ${at}`),
    ],
    [
      'approval-heavy',
      3,
      (count: number) =>
        `decision-rights:\n  delegate: [Caching]\n  ask-first: [${Array.from({ length: count }, (_, at) => `Spending in room ${at}`).join(', ')}]`,
    ],
  ])('%s begins right after the most that is allowed', (rule, most, example) => {
    expect(rulesOf(example(most), { [rule]: most })).not.toContain(rule);
    expect(rulesOf(example(most + 1), { [rule]: most })).toContain(rule);
  });

  it('check-ins-too-frequent begins right below the days that are allowed', () => {
    const rule = 'check-ins-too-frequent';
    const every = (days: number): string =>
      `check-ins:\n  every: ${days} days\nfit:\n  experience: similar`;
    expect(rulesOf(every(3), { [rule]: 3 })).not.toContain(rule);
    expect(rulesOf(every(2), { [rule]: 3 })).toContain(rule);
    // What is over in a fortnight is not followed too closely.
    const until = (day: string): string => `${every(2)}\ntimeline:\n  due: ${day}`;
    expect(rulesOf(until('2026-04-15'), { [rule]: 3 })).not.toContain(rule);
    expect(rulesOf(until('2026-04-16'), { [rule]: 3 })).toContain(rule);
  });
});
