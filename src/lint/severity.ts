/** The questions that commands ask before they write: would this text fail, and in what? */
import type { ProblemRule } from '../brief/problem.ts';
import { LEVELS } from '../config/config.ts';
import type { CheckSetup } from './check.ts';
import { checkText } from './check.ts';
import type { LocatedFinding } from './findings.ts';

/** The findings of a level and of those above it. */
export function atLeast(
  level: LocatedFinding['level'],
  findings: readonly LocatedFinding[],
): LocatedFinding[] {
  const least = LEVELS.indexOf(level);
  return findings.filter((finding) => LEVELS.indexOf(finding.level) >= least);
}

/** The errors of a text: with one of them lint fails. */
export function errorsIn(setup: CheckSetup, path: string, text: string): LocatedFinding[] {
  return atLeast('error', checkText(setup, path, text).findings);
}

const STRUCTURE: readonly ProblemRule[] = [
  'frontmatter',
  'field-type',
  'unknown-field',
  'one-delegate',
];

/** Only the errors that say a part is not there or cannot be read, whatever the wording. */
export function structureErrorsIn(setup: CheckSetup, path: string, text: string): LocatedFinding[] {
  const structure: ReadonlySet<string> = new Set(STRUCTURE);
  return errorsIn(setup, path, text).filter(
    ({ rule }) => structure.has(rule) || rule.startsWith('missing-'),
  );
}
