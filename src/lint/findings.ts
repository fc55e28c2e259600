/**
 * Findings made ready for a report: their places counted, the lines they stand in cut out, sorted and
 * without doubles. Every format starts from this, so none of them needs the briefs' texts.
 */
import { createHash } from 'node:crypto';
import type { LineIndex, Position } from '../brief/positions.ts';
import { lineIndex } from '../brief/positions.ts';
import type { Finding } from '../rules/finding.ts';

/** A line of a brief that a finding stands in, cut around the finding where it is long. */
export interface SourceLine {
  readonly line: number;
  readonly text: string;
  /** What the finding is about: offsets in `text`. */
  readonly from: number;
  readonly to: number;
  /** Something was cut off before or after. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** The place that a finding is held against. */
export interface OtherPlace {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly source: readonly SourceLine[];
}

/** A finding with its place; lines and columns count from 1, columns in UTF-16 code units. */
export interface LocatedFinding {
  readonly rule: string;
  readonly level: Finding['level'];
  readonly message: string;
  readonly help: string;
  /** Relative to the repository's root, with `/`. */
  readonly path: string;
  readonly range: { readonly start: Position; readonly end: Position };
  readonly source: readonly SourceLine[];
  /** How many more lines the finding runs over than `source` shows. */
  readonly more: number;
  /** Of a contradiction the other of the two places. */
  readonly other?: OtherPlace;
  /** What `--fix` would do. */
  readonly fix?: string;
  /** The beginning of the text that the finding is about: it stays when the lines around it move. */
  readonly subject: string;
}

/** How many findings of each level. */
export interface Counts {
  readonly files: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

/** What a format is given. */
export interface Report {
  readonly findings: readonly LocatedFinding[];
  readonly counts: Counts;
}

/** Lines of one finding that are shown at most. */
const MAX_SOURCE_LINES = 3;
/** Characters kept before and after the place in a long line: more than any terminal is wide. */
const CONTEXT_LENGTH = 300;
/** Characters of a subject: enough to tell one from another. */
const MAX_SUBJECT_LENGTH = 200;

/** Findings of one rule in one text that are told: who has so many does not read on. */
const MAX_OF_A_RULE = 50;

/** The findings of one text, of each rule no more than can be read, and in a last one how many more there are. */
function readable(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MAX_OF_A_RULE) return findings;
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const seen = new Map<string, number>();
  return findings.flatMap((finding) => {
    const { rule } = finding;
    const at = seen.get(rule) ?? 0;
    seen.set(rule, at + 1);
    if (at < MAX_OF_A_RULE) return [finding];
    if (at > MAX_OF_A_RULE) return [];
    const { fix: _, ...last } = finding;
    const left = (counts.get(rule) ?? 0) - at;
    if (left === 1) return [finding];
    return [{ ...last, message: `${left} more of ${rule} from here on`, help: 'begin with these' }];
  });
}

/** Adds places and lines to the findings of one text, as far as they are told. */
export function locate(findings: readonly Finding[], text: string): LocatedFinding[] {
  if (findings.length === 0) return [];
  const index = lineIndex(text);
  return readable(findings).map((finding) => {
    const { rule, level, message, help, path, span, fix, other } = finding;
    const start = index.position(span.start);
    const end = index.position(Math.max(span.start, span.end));
    const { source, more } = sourceLines(index, start, end);
    const about = text.slice(span.start, Math.min(span.end, span.start + MAX_SUBJECT_LENGTH));
    const subject = about.replace(/\s+/gu, ' ').trim();
    const range = { start, end };
    const located = {
      rule,
      level,
      message,
      help,
      path,
      range,
      source,
      more,
      subject,
      ...(other !== undefined && { other: otherPlace(index, other) }),
    };
    return fix === undefined ? located : { ...located, fix: fix.title };
  });
}

function otherPlace(index: LineIndex, span: Finding['span']): OtherPlace {
  const start = index.position(span.start);
  const end = index.position(Math.max(span.start, span.end));
  return { range: { start, end }, source: sourceLines(index, start, end).source };
}

/** A finding about a file that has no text to point into: it cannot be read. */
export function fileFinding(finding: Omit<Finding, 'span' | 'other' | 'fix'>): LocatedFinding {
  const start = { line: 1, column: 1 };
  return { ...finding, range: { start, end: start }, source: [], more: 0, subject: '' };
}

function sourceLines(
  index: LineIndex,
  start: Position,
  end: Position,
): { source: SourceLine[]; more: number } {
  const source: SourceLine[] = [];
  // A range that ends at the very start of a line does not touch that line.
  const last = end.line > start.line && end.column === 1 ? end.line - 1 : end.line;
  const first = index.line(start.line) ?? '';
  // Of a block text the first line is only its mark: what follows it is worth showing.
  const isBlock = /^[|>][+\-0-9]*\s*(?:#.*)?$/.test(
    first.slice(start.column - 1, start.column + 40),
  );
  const count = Math.min(last - start.line + 1, isBlock ? MAX_SOURCE_LINES : 1);
  for (let line = start.line; line < start.line + count; line++) {
    const text = index.line(line) ?? '';
    const from = line === start.line ? start.column - 1 : text.length - text.trimStart().length;
    const to = line === end.line ? end.column - 1 : text.length;
    source.push(cut(line, text, Math.min(from, text.length), Math.max(from, to)));
  }
  return { source, more: last - start.line + 1 - count };
}

function cut(line: number, text: string, from: number, to: number): SourceLine {
  const start = Math.max(0, from - CONTEXT_LENGTH);
  const end = Math.min(text.length, from + CONTEXT_LENGTH);
  return {
    line,
    text: text.slice(start, end),
    from: from - start,
    to: Math.min(to, end) - start,
    cutBefore: start > 0,
    cutAfter: end < text.length,
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareFindings(a: LocatedFinding, b: LocatedFinding): number {
  return (
    compareText(a.path, b.path) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.column - b.range.start.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message) ||
    a.range.end.line - b.range.end.line ||
    a.range.end.column - b.range.end.column
  );
}

/** Sorts findings by file and place, drops doubles and counts: the one place where that is done. */
export function makeReport(findings: readonly LocatedFinding[], files: number): Report {
  const sorted = findings.toSorted(compareFindings);
  const kept = sorted.filter((finding, at) => {
    const before = sorted[at - 1];
    return before === undefined || compareFindings(before, finding) !== 0;
  });
  return { findings: kept, counts: count(kept, files) };
}

/** Counts findings by level. */
export function count(findings: readonly LocatedFinding[], files: number): Counts {
  const counts = { files, error: 0, warning: 0, info: 0 };
  for (const { level } of findings) counts[level]++;
  return counts;
}

/**
 * Gives each finding a name that stays while lines move: made of rule, path and the text it is about; the
 * second of the same gets another. The findings of a file come one after the other, as a report has them.
 */
export function fingerprinter(): (finding: LocatedFinding) => string {
  const seen = new Map<string, number>();
  let file = '';
  return ({ rule, path, subject }) => {
    if (path !== file) seen.clear();
    file = path;
    const key = JSON.stringify([rule, path, subject]);
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return createHash('sha256').update(`${key}${times}`, 'utf8').digest('hex').slice(0, 32);
  };
}
