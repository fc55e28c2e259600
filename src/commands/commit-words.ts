import type { CommitOutcome } from '../git/commit.ts';
import { printable } from '../report/printable.ts';

/** More of what a hook says than this hides the command below it. */
const MOST_LINES = 20;

/**
 * What became of a brief's commit, for people: one line when it was made; otherwise why not, what
 * git or a hook said, and the one command that finishes the job.
 *
 * @param path Where the brief is, as the person would name it.
 */
export function commitWords(outcome: CommitOutcome, path: string): string {
  const file = printable(path, true);
  if (outcome.kind === 'committed') {
    const { short, branch } = outcome;
    const where = branch === undefined ? '' : ` on ${printable(branch, true)}`;
    const lines = [`Committed ${file} (${short}${where}).`];
    if (outcome.changed) lines.push('A hook changed the file on its way into the commit.');
    if (branch === undefined) {
      lines.push(`HEAD is on no branch. To keep the commit: git branch NAME ${short}`);
    }
    return `${lines.join('\n')}\n`;
  }
  const { reason, said, finish } = outcome;
  if (finish === '') return `${file}: ${printable(reason, true)}.\n`;
  return [
    `${file} is written, but not committed: ${printable(reason, true)}.`,
    ...quoted(said),
    'To finish:',
    `  ${printable(finish)}`,
    '',
  ].join('\n');
}

function quoted(said: string): string[] {
  if (said === '') return [];
  const lines = printable(said.replaceAll('\r\n', '\n')).split('\n');
  const rest = lines.length - MOST_LINES;
  const shown = lines.slice(-MOST_LINES).map((line) => `  | ${line}`);
  return rest > 0 ? [`  | (${rest} lines before these)`, ...shown] : shown;
}
