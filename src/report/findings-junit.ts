/** Findings as JUnit XML: a file is a suite, a finding a case that failed. */
import type { Report, LocatedFinding } from '../lint/findings.ts';
import { xmlText } from './escape.ts';

/** Warnings and hints are cases that passed with a word on standard output. */
export function findingsJunit({ findings, counts }: Report): string {
  const files = new Map<string, LocatedFinding[]>();
  for (const finding of findings) {
    const known = files.get(finding.path);
    if (known === undefined) files.set(finding.path, [finding]);
    else known.push(finding);
  }
  const quiet = Math.max(0, counts.files - files.size);
  const cases = findings.length + (quiet > 0 ? 1 : 0);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="delegate lint" tests="${cases}" failures="${counts.error}">`,
  ];
  for (const [path, found] of files) {
    const failures = found.filter(({ level }) => level === 'error').length;
    const name = xmlText(path);
    lines.push(
      `  <testsuite name="${name}" tests="${found.length}" failures="${failures}" errors="0">`,
      ...found.map((finding) => testCase(finding, name)),
      '  </testsuite>',
    );
  }
  if (quiet > 0) {
    lines.push(
      `  <testsuite name="briefs with nothing to fix" tests="1" failures="0" errors="0">`,
      `    <testcase name="${quiet} of ${counts.files}" classname="delegate lint" time="0"/>`,
      '  </testsuite>',
    );
  }
  return `${[...lines, '</testsuites>'].join('\n')}\n`;
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
