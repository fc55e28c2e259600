/** Findings for people, as compilers have them: what, where, the line itself, and what to do. */
import type { Counts, LocatedFinding, Report } from '../lint/findings.ts';
import type { FixedFile } from '../lint/fix.ts';
import type { RenderOptions } from './paint.ts';
import { printable, withoutCommands } from '../printable.ts';
import { frame } from './source-frame.ts';
import { wrap } from './width.ts';

type Color = 'red' | 'yellow' | 'cyan';
const COLORS: Readonly<Record<LocatedFinding['level'], Color>> = {
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
};

/** All findings, one block each, with a blank line between them. */
export function findingsText({ findings }: Report, options: RenderOptions): string {
  const columns = Math.max(20, options.columns);
  return findings.map((finding) => `${block(finding, { ...options, columns })}\n`).join('\n');
}

function block(finding: LocatedFinding, { columns, paint }: RenderOptions): string {
  const color = paint[COLORS[finding.level]];
  const shown = finding.source.at(-1)?.line ?? 0;
  const gutter = ' '.repeat(Math.max(1, String(shown).length));
  const lines: string[] = [];

  const head = `${finding.level}[${finding.rule}]: `;
  const message = safe(finding.message);
  const [first = '', ...rest] = wrap(`${head}${message}`, columns, 4);
  const name = head.length - 2;
  lines.push(color(first.slice(0, name)) + paint.bold(first.slice(name)));
  for (const line of rest) lines.push(paint.bold(`    ${line}`));

  const { start } = finding.range;
  const place = `${safe(finding.path)}:${start.line}:${start.column}`;
  lines.push(`${gutter}${paint.blue('-->')} ${place}`);
  // The line of dashes, where a whole field is missing, would show nothing.
  const source = finding.source.filter(({ text }) => text.trimEnd() !== '---');
  if (source.length > 0) lines.push(paint.blue(`${gutter} |`));
  for (const line of source) {
    const { text, underline } = frame(line, columns - gutter.length - 3);
    const number = String(line.line).padStart(gutter.length);
    lines.push(`${paint.blue(`${number} |`)}${text === '' ? '' : ` ${withoutCommands(text)}`}`);
    lines.push(`${paint.blue(`${gutter} |`)} ${color(underline)}`);
  }
  if (finding.more > 0) {
    const more = finding.more === 1 ? 'and 1 line more' : `and ${finding.more} lines more`;
    lines.push(paint.blue(`${gutter} | `) + paint.dim(more));
  }
  const notes = [`help: ${safe(finding.help)}`];
  if (finding.fix !== undefined) notes.push(`fix: ${safe(finding.fix)} (--fix does it)`);
  for (const note of notes) {
    const indent = ' '.repeat(note.indexOf(':') + 2);
    const width = Math.max(10, columns - gutter.length - 3);
    const [top = '', ...below] = wrap(note, width, indent.length);
    lines.push(`${gutter} ${paint.blue('=')} ${top}`);
    for (const line of below) lines.push(`${gutter}   ${indent}${line}`);
  }
  return lines.join('\n');
}

/** One line that can be sent to a terminal or a log. */
function safe(text: string): string {
  return printable(text, true);
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What was fixed, a line a file. */
export function fixedLines(fixed: readonly FixedFile[]): string[] {
  return fixed.flatMap(({ path, titles, diff }) => {
    const verb = diff === undefined ? 'Fixed' : 'Would fix';
    const lines = [`${verb} ${path}: ${[...new Set(titles)].join('; ')}.`, ...(diff ?? [])];
    return lines.map((line) => printable(line, true));
  });
}

/** The line that ends a run: `2 errors, 1 warning, 3 hints in 3 briefs.`, and how to see hints that are not shown. */
export function summaryLine(counts: Counts, hidesHints = false): string {
  const parts = [
    counts.error > 0 && counted(counts.error, 'error'),
    counts.warning > 0 && counted(counts.warning, 'warning'),
    counts.info > 0 && counted(counts.info, 'hint'),
  ].filter((part) => part !== false);
  const briefs = counted(counts.files, 'brief');
  if (counts.files === 0) return 'No briefs to check.';
  if (parts.length === 0) return `${briefs} checked, nothing to fix.`;
  const more = hidesHints ? ` ${counts.info === 1 ? 'Show it' : 'Show them'} with --hints.` : '';
  return `${parts.join(', ')} in ${briefs}.${more}`;
}
