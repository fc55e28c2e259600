/** Findings for people, as compilers have them: what, where, the line itself, and what to do. */
import type { Position } from '../brief/positions.ts';
import type { Counts, LocatedFinding, Report, SourceLine } from '../lint/findings.ts';
import type { FixedFile } from '../lint/fix.ts';
import type { Paint, RenderOptions } from './paint.ts';
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
export function* textParts({ findings }: Report, options: RenderOptions): Iterable<string> {
  const columns = Math.max(20, options.columns);
  let before = '';
  for (const finding of findings) {
    yield `${before}${block(finding, { ...options, columns })}\n`;
    before = '\n';
  }
}

function block(finding: LocatedFinding, { columns, paint }: RenderOptions): string {
  const color = paint[COLORS[finding.level]];
  const shown = Math.max(finding.source.at(-1)?.line ?? 0, finding.other?.source.at(-1)?.line ?? 0);
  const gutter = ' '.repeat(Math.max(1, String(shown).length));
  const lines: string[] = [];

  const head = `${finding.level}[${finding.rule}]: `;
  const message = safe(finding.message);
  const [first = '', ...rest] = wrap(`${head}${message}`, columns, 4);
  const name = head.length - 2;
  lines.push(color(first.slice(0, name)) + paint.bold(first.slice(name)));
  for (const line of rest) lines.push(paint.bold(`    ${line}`));

  const width = columns - gutter.length - 3;
  const place = ({ line, column }: Position): string => `${safe(finding.path)}:${line}:${column}`;
  lines.push(`${gutter}${paint.blue('-->')} ${place(finding.range.start)}`);
  lines.push(...sourceBlock(finding.source, gutter, width, paint, color));
  if (finding.more > 0) {
    const more = finding.more === 1 ? 'and 1 line more' : `and ${finding.more} lines more`;
    lines.push(paint.blue(`${gutter} | `) + paint.dim(more));
  }
  if (finding.other !== undefined) {
    lines.push(`${gutter}${paint.blue('and')} ${place(finding.other.range.start)}`);
    lines.push(...sourceBlock(finding.other.source, gutter, width, paint, color));
  }
  const notes = [`help: ${safe(finding.help)}`];
  if (finding.fix !== undefined) notes.push(`fix: ${safe(finding.fix)} (--fix does it)`);
  for (const note of notes) {
    const indent = ' '.repeat(note.indexOf(':') + 2);
    const [top = '', ...below] = wrap(note, Math.max(10, width), indent.length);
    lines.push(`${gutter} ${paint.blue('=')} ${top}`);
    for (const line of below) lines.push(`${gutter}   ${indent}${line}`);
  }
  return lines.join('\n');
}

/** The lines of a place, each with what is meant underlined. */
function sourceBlock(
  source: readonly SourceLine[],
  gutter: string,
  width: number,
  paint: Paint,
  color: (text: string) => string,
): string[] {
  // The line of dashes, where a whole field is missing, would show nothing.
  const shown = source.filter(({ text }) => text.trimEnd() !== '---');
  const lines = shown.length > 0 ? [paint.blue(`${gutter} |`)] : [];
  for (const line of shown) {
    const { text, underline } = frame(line, width);
    const number = String(line.line).padStart(gutter.length);
    lines.push(`${paint.blue(`${number} |`)}${text === '' ? '' : ` ${withoutCommands(text)}`}`);
    lines.push(`${paint.blue(`${gutter} |`)} ${color(underline)}`);
  }
  return lines;
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
