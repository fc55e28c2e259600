/** Findings as GitLab's code quality report. */
import type { Report, LocatedFinding } from '../lint/findings.ts';
import { fingerprints } from '../lint/findings.ts';
import { jsonText } from './escape.ts';
import { printable } from '../printable.ts';

const SEVERITIES: Readonly<Record<LocatedFinding['level'], string>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
};

/** One entry a finding, with a fingerprint that stays while lines move. */
export function findingsGitlab({ findings }: Report): string {
  const prints = fingerprints(findings);
  const entries = findings.map(({ rule, level, message, help, path, range }, at) => {
    return {
      description: `${printable(message, true)}: ${printable(help, true)}`,
      check_name: rule,
      fingerprint: prints[at],
      severity: SEVERITIES[level],
      location: { path, lines: { begin: range.start.line, end: range.end.line } },
    };
  });
  return `${jsonText(entries, 2)}\n`;
}
