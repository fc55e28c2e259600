/** Findings as GitHub's workflow commands (annotations on the pull request), and a step summary. */
import type { Report, LocatedFinding } from '../lint/findings.ts';
import { summaryLine } from './findings-text.ts';
import type { Annotation } from './annotation.ts';
import { annotationLine } from './annotation.ts';
import { markdownText } from './escape.ts';
import { printable } from '../printable.ts';

const LEVELS: Readonly<Record<LocatedFinding['level'], Annotation['level']>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/** One annotation a finding. */
export function* githubParts({ findings }: Report): Iterable<string> {
  for (const finding of findings) yield annotationLine(annotationOf(finding));
}

function annotationOf(finding: LocatedFinding): Annotation {
  const { rule, level, message, help, path, range, source } = finding;
  const { start, end } = range;
  return {
    level: LEVELS[level],
    path,
    line: start.line,
    // GitHub takes columns only of ranges on one line.
    ...(source.length === 0
      ? {}
      : end.line === start.line
        ? { column: start.column, endColumn: Math.max(end.column, start.column) }
        : { endLine: end.line }),
    title: rule,
    text: `${printable(message, true)}\n${printable(help, true)}`,
  };
}

/** Findings shown in a summary at most: GitHub takes one MiB. */
const SUMMARY_ROWS = 500;

/** Markdown for the page of the workflow's run (`GITHUB_STEP_SUMMARY`). */
export function stepSummary({ findings, counts }: Report): string {
  const lines = [`### delegate lint`, '', summaryLine(counts), ''];
  if (findings.length === 0) return `${lines.join('\n')}\n`;
  lines.push('| | Where | What | What to do |', '| --- | --- | --- | --- |');
  for (const { rule, level, message, help, path, range } of findings.slice(0, SUMMARY_ROWS)) {
    const place = `${path}:${range.start.line}`;
    lines.push(`| ${level} | ${cell(place)} | ${cell(message)} (${cell(rule)}) | ${cell(help)} |`);
  }
  const rest = findings.length - SUMMARY_ROWS;
  if (rest > 0) lines.push('', `and ${rest} more: see the log.`);
  return `${lines.join('\n')}\n`;
}

/** Text as text in a table: no markdown, HTML or mention of the brief's own making. */
function cell(text: string): string {
  return markdownText(text.slice(0, 500));
}
