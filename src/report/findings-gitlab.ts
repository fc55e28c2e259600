/** Findings as GitLab's code quality report. */
import type { Report, LocatedFinding } from '../lint/findings.ts';
import { fingerprinter } from '../lint/findings.ts';
import { jsonList } from './json-list.ts';
import { printable } from '../printable.ts';

const SEVERITIES: Readonly<Record<LocatedFinding['level'], string>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
};

/** One entry a finding, with a fingerprint that stays while lines move. */
export function* gitlabParts({ findings }: Report): Iterable<string> {
  yield* jsonList(entries(findings));
  yield '\n';
}

function* entries(findings: readonly LocatedFinding[]): Iterable<object> {
  const fingerprint = fingerprinter();
  for (const finding of findings) {
    const { rule, level, message, help, path, range } = finding;
    yield {
      description: `${printable(message, true)}: ${printable(help, true)}`,
      check_name: rule,
      fingerprint: fingerprint(finding),
      severity: SEVERITIES[level],
      location: { path, lines: { begin: range.start.line, end: range.end.line } },
    };
  }
}
