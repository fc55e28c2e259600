/** Structure: what a file must have so that it is a brief at all. */
import type { Brief } from '../brief/read.ts';
import type { ProblemRule } from '../brief/shape.ts';
import type { Found, Rule } from './rule.ts';

/** The problems that reading the brief found, told by the rule that they belong to. */
function problemsOf(id: ProblemRule): (brief: Brief) => Found[] | undefined {
  return ({ problems }) => {
    if (problems.length === 0) return undefined;
    return problems.filter(({ rule }) => rule === id);
  };
}

export const STRUCTURE: readonly Rule[] = [
  {
    id: 'frontmatter',
    family: 'structure',
    level: 'error',
    even: 'unreadable',
    summary: 'The frontmatter cannot be read',
    why: 'Nobody, and no program, can tell what was agreed in a file that cannot be read.',
    bad: '---\ngoal: "Cut deployment from 40 to 20 minutes\n---\n',
    good: '---\ngoal: Cut deployment from 40 to 20 minutes\n---\n',
    check: problemsOf('frontmatter'),
  },
];

