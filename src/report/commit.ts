/** What came of committing a brief, for the person who asked for it. */
import type { CommitResult } from '../lifecycle/commit-brief.ts';
import { printable } from '../printable.ts';

/**
 * The lines on a commit.
 *
 * @param done What was done before it, to begin the line: `Wrote briefs/x.md`.
 */
export function commitText(done: string, result: CommitResult): string {
  return `${printable(commitLines(printable(done, true), result).join('\n'))}\n`;
}

/** What is to be done for others to see it; nothing where that is not known to be needed. */
export function commitAside(result: CommitResult): string {
  const isAhead = result.kind === 'committed' && result.isAhead === true;
  return isAhead ? 'Others see it after "git push".\n' : '';
}

function commitLines(done: string, result: CommitResult): string[] {
  if (result.kind === 'off') return [`${done}; not committed.`];
  if (result.kind === 'committed') {
    const { short, branch, changed } = result;
    const where =
      branch === undefined ? `, on no branch (to keep it: git branch NAME ${short})` : '';
    const filtered = changed ? '; a hook or filter changed the file on the way' : '';
    return [`${done} and committed it as ${short}${where}${filtered}.`];
  }
  return [
    `${done}, and the file is kept; but it is not committed: ${result.reason}.`,
    ...quotation(result.output),
    ...(result.finish === '' ? [] : ['To finish:', `  ${result.finish}`]),
  ];
}

/** More of what a hook says than this hides the command that stands below it. */
const MAX_QUOTED_LINES = 20;

/** The last lines of what git or a hook said. */
function quotation(said: string): string[] {
  if (said === '') return [];
  const lines = said.split(/\r?\n/);
  const left = lines.length - MAX_QUOTED_LINES;
  const shown = lines.slice(-MAX_QUOTED_LINES).map((line) => `  | ${line}`);
  return left > 0 ? [`  | (${left} lines before these)`, ...shown] : shown;
}
