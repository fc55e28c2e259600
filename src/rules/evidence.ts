/** Evidence: what it names is there. */
import { checkItem, checkNameOf } from '../brief/evidence.ts';
import { nearest } from '../brief/nearest.ts';
import type { Brief } from '../brief/read.ts';
import { itemSpan, missingSpan } from '../brief/read.ts';
import type { Found, Rule, RuleContext } from './rule.ts';

function unknownChecks(brief: Brief, { checks }: RuleContext): readonly Found[] {
  const { evidence = [] } = brief.values;
  if (checks === undefined) return [];
  return evidence.flatMap((item, index): readonly Found[] => {
    const name = checkNameOf(item);
    if (name === undefined || checks.has(name)) return [];
    const meant = nearest(name, [...checks]);
    const span = itemSpan(brief, 'evidence', index) ?? missingSpan(brief, 'evidence');
    return [
      {
        message: `there is no check "${name}" in the configuration`,
        help:
          meant === undefined
            ? `say under checks in .delegate.yaml what it runs: ${name}: {run: [PROGRAM, ARGUMENT]}`
            : `write ${checkItem(meant)}`,
        span,
      },
    ];
  });
}

/** The rules of evidence, which belong to the structure. */
export const EVIDENCE: readonly Rule[] = [
  {
    id: 'unknown-check',
    family: 'structure',
    level: 'warning',
    summary: 'The evidence names a check that the configuration does not have',
    why: 'A check that nobody can run shows nothing, and is found out on the day when it counts.',
    bad: 'evidence:\n  - check: deploy-tim',
    good: 'evidence:\n  - check: deploy-time',
    example: { checks: ['deploy-time'] },
    check: unknownChecks,
  },
];
