import type { LocatedFinding } from '../lint/findings.ts';
import { sentence } from '../report/sentence.ts';

/** What lint says of a text: its findings to be shown, and how many would fail in CI. */
export interface Verdict {
  readonly shown: string;
  readonly errors: number;
}

/** Words what lint has found, for somebody who is still writing. */
export function verdictOf(findings: readonly LocatedFinding[]): Verdict {
  const errors = findings.filter(({ level }) => level === 'error').length;
  // Hints can wait: what weighs more would drown in them.
  const loud = findings.filter(({ level }) => level !== 'info');
  const hints = findings.length - loud.length;
  const lines = loud.map(
    ({ level, message, help }) => `- ${level}: ${message}.\n  ${sentence(help)}`,
  );
  if (hints > 0) {
    const count = hints === 1 ? '1 hint' : `${hints} hints`;
    lines.push(`${loud.length > 0 ? 'And ' : ''}${count}: "delegate lint" shows them.`);
  }
  const shown =
    lines.length === 0 ? 'Lint has nothing to say.' : ['Lint says:', ...lines].join('\n');
  return { shown, errors };
}
