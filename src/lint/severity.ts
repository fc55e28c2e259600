/** The questions that commands ask before they write: would this text fail, and in what? */
import type { ProblemRule } from '../brief/problem.ts';
import { LEVELS } from '../config/config.ts';
import type { CheckSetup } from './check-context.ts';
import { RULE, RULES, levelOf } from '../rules/index.ts';
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
  return atLeast('error', checkText(onlyErrors(setup), path, text).findings);
}

/** The same without the rules that cannot find an error: most of them, and the slow ones. */
function onlyErrors(setup: CheckSetup): CheckSetup {
  const { config } = setup;
  const levels = RULES.map((rule) => [rule.id, levelOf(rule, config)] as const);
  // Where it is an error that a comment switches off nothing, all of them have to run.
  if (levels.some(([id, level]) => id === RULE.disableComment && level === 'error')) return setup;
  const rules = Object.fromEntries(
    levels.map(([id, level]) => {
      const options = config.rules[id]?.options ?? {};
      return [id, { options, level: level === 'error' ? level : ('off' as const) }];
    }),
  );
  return { ...setup, config: { ...config, rules } };
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
