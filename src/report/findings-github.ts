/** Findings as GitHub's workflow commands (annotations on the pull request), and a step summary. */
import type { Report, LocatedFinding } from '../lint/findings.ts';
import { summaryLine } from './findings-text.ts';
import { escapeCiCommands } from './ci-commands.ts';
import { printable } from '../printable.ts';

const COMMANDS: Readonly<Record<LocatedFinding['level'], string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/** A command's text: what ends a line would end the command, and begin one of a stranger's. */
function data(text: string): string {
  return printable(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  // Line ends are kept, escaped: a path with one names the very file. Other controls never get out.
  return text
    .split(/(\r|\n)/)
    .map((part) => (part === '\r' || part === '\n' ? part : printable(part)))
    .join('')
    .replace(/%/g, '%25')
    .replace(/\r/g, '%0D')
    .replace(/\n/g, '%0A')
    .replace(/:/g, '%3A')
    .replace(/,/g, '%2C');
}

/** One annotation a finding. */
export function findingsGithub({ findings }: Report): string {
  return findings.map((finding) => `${command(finding)}\n`).join('');
}

function command({ rule, level, message, help, path, range, source }: LocatedFinding): string {
  const { start, end } = range;
  const properties = [`file=${property(path)}`, `line=${start.line}`];
  if (source.length > 0) {
    // GitHub takes columns only of ranges on one line.
    if (end.line === start.line) {
      properties.push(`col=${start.column}`, `endColumn=${Math.max(end.column, start.column)}`);
    } else properties.push(`endLine=${end.line}`);
  }
  properties.push(`title=${property(rule)}`);
  const text = `${printable(message, true)}\n${printable(help, true)}`;
  return `::${COMMANDS[level]} ${properties.join(',')}::${escapeCiCommands(data(text))}`;
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

/** Text as text: no markdown, HTML, mention or table of the brief's own making. */
function cell(text: string): string {
  return printable(text, true)
    .slice(0, 500)
    .replace(/[\\`*_{}[\]<>()#|!~@&:]/g, (character) => `&#${character.charCodeAt(0)};`);
}
