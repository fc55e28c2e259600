/** The commands that write a brief, each with a repository in which it makes sense: for tests of what can go wrong. */
import { CHANGED_BRIEF, GOOD_BRIEF, draftBrief } from './briefs.ts';

export interface WritingCommand {
  readonly args: readonly string[];
  /** The brief before. */
  readonly before: string;
  /** It is told by a commit. */
  readonly commits: boolean;
}

/** Where the brief stands, and the new one that is made. */
export const BRIEF_PATH = 'briefs/halve.md';
export const NEW_PATH = 'briefs/another-one.md';

const PROPOSED = draftBrief().replace('status: draft', 'status: proposed');
const OPEN_CHANGE = CHANGED_BRIEF.replace(
  'agreed-by: Bor Kos <bor@example.com>',
  'by: Bor Kos <bor@example.com>',
);
const TODAY = ['--today', '2026-04-17'];

/** By their names; `new` makes a file of its own beside the brief. */
export const WRITING_COMMANDS = {
  new: command(GOOD_BRIEF, [
    'new',
    'Another one',
    '--delegate=Bor Kos',
    '--approach=problem-solving',
    '--goal=Cut the median deployment from 40 to 20 minutes.',
    '--why=Hotfixes wait, so teams batch risky releases.',
    '--scope-in=The pipeline of the web service',
    '--quality-criteria=Deployment success rate stays at 98 % or better',
  ]),
  'check-in': command(GOOD_BRIEF, [
    'check-in',
    'halve',
    ...['--state', 'on-track', '--note', 'Half of it is done.'],
  ]),
  amend: command(GOOD_BRIEF, [
    'amend',
    'halve',
    ...['--set', 'timeline.due=2026-05-31', '--reason', 'The freeze.'],
  ]),
  agree: command(OPEN_CHANGE, ['agree', 'halve']),
  accept: command(PROPOSED, [
    'accept',
    'halve',
    ...['--by', 'Bor Kos', '--backbrief', 'I own halving the wait for a deploy.'],
  ]),
  withdraw: command(GOOD_BRIEF, ['withdraw', 'halve', '--reason', 'Too early.']),
  close: command(GOOD_BRIEF, [
    'close',
    'halve',
    ...['--as', 'done', '--outcome', '18 minutes.', '--met', 'all'],
  ]),
  'lint --fix': {
    args: ['lint', '--fix', '--quiet', BRIEF_PATH],
    before: GOOD_BRIEF.replace('guardrails:', 'Guardrails:'),
    commits: false,
  },
} as const satisfies Record<string, WritingCommand>;

function command(before: string, args: readonly string[]): WritingCommand {
  return { args: [...args, ...TODAY], before, commits: true };
}
