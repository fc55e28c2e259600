/** Findings as JUnit XML: a file is a suite, a finding a case that failed. */
import type { Report, LocatedFinding } from '../lint/findings.ts';
import { xmlText } from './escape.ts';

/** Warnings and hints are cases that passed with a word on standard output. */
export function* junitParts({ findings, counts }: Report): Iterable<string> {
  const files = findings.filter(({ path }, at) => path !== findings[at - 1]?.path).length;
  const quiet = Math.max(0, counts.files - files);
  const cases = findings.length + (quiet > 0 ? 1 : 0);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="delegate lint" tests="${cases}" failures="${counts.error}">\n`;
  for (const found of byFile(findings)) yield suite(found);
  if (quiet > 0) {
    yield (
      '  <testsuite name="briefs with nothing to fix" tests="1" failures="0" errors="0">\n' +
        `    <testcase name="${quiet} of ${counts.files}" classname="delegate lint" time="0"/>\n` +
        '  </testsuite>\n'
    );
  }
  yield '</testsuites>\n';
}

/** The findings of each file: in a report they stand together. */
function* byFile(findings: readonly LocatedFinding[]): Iterable<readonly LocatedFinding[]> {
  let from = 0;
  for (let at = 1; at <= findings.length; at++) {
    if (findings[at]?.path === findings[from]?.path) continue;
    yield findings.slice(from, at);
    from = at;
  }
}

function suite(found: readonly LocatedFinding[]): string {
  const failures = found.filter(({ level }) => level === 'error').length;
  const name = xmlText(found[0]?.path ?? '');
  const lines = [
    `  <testsuite name="${name}" tests="${found.length}" failures="${failures}" errors="0">`,
    ...found.map((finding) => testCase(finding, name)),
    '  </testsuite>',
  ];
  return `${lines.join('\n')}\n`;
}

function testCase({ rule, level, message, help, range }: LocatedFinding, path: string): string {
  const place = `${path}:${range.start.line}:${range.start.column}`;
  const open = `    <testcase name="${xmlText(rule)} (line ${range.start.line})" classname="${path}" time="0">`;
  const text = `${place}\n${xmlText(message)}\n${xmlText(help)}`;
  const inside =
    level === 'error'
      ? `      <failure message="${xmlText(message)}" type="${xmlText(rule)}">${text}</failure>`
      : `      <system-out>${level}: ${text}</system-out>`;
  return `${open}\n${inside}\n    </testcase>`;
}
