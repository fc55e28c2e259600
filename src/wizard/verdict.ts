import type { LocatedFinding } from '../lint/findings.ts';
import { sentence } from '../report/sentence.ts';

/** What lint says of a text: what is to be shown of it, and how many of its findings would fail in CI. */
export interface Verdict {
  /** What weighs more than a hint. */
  readonly shown: string;
  /** The hints, which would drown it: for those who want to read them. */
  readonly hints: readonly string[];
  readonly errors: number;
}

/** Words what lint has found, for somebody who is still writing. */
export function verdictOf(findings: readonly LocatedFinding[]): Verdict {
  const errors = findings.filter(({ level }) => level === 'error').length;
  const loud = findings.filter(({ level }) => level !== 'info');
  const hints = findings.filter(({ level }) => level === 'info').map(inWords);
  const lines = loud.map(inWords);
  if (hints.length > 0) {
    const count = hints.length === 1 ? '1 hint' : `${hints.length} hints`;
    lines.push(`${loud.length > 0 ? 'And ' : ''}${count}, to be read below.`);
  }
  const shown =
    lines.length === 0 ? 'Lint has nothing to say.' : ['Lint says:', ...lines].join('\n');
  return { shown, hints, errors };
}

/** There is no file yet that lint could be run on; what a rule is about can be read at any time. */
function inWords({ level, message, help, rule }: LocatedFinding): string {
  const name = level === 'info' ? 'hint' : level;
  return `- ${name}: ${message}.\n  ${sentence(help)}\n  Why: delegate rules ${rule}`;
}
