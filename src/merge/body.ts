/** Merges the bodies: recorded check-ins by their entries, everything else by lines. */
import { sectionOf } from '../brief/body.ts';
import { CHECK_INS } from '../brief/check-ins.ts';
import { nextLine } from '../brief/lines.ts';
import { markdownLines } from '../brief/markdown.ts';
import type { Brief } from '../brief/read.ts';
import { mergeLists } from './list.ts';
import type { MergeText, TextMerge } from './merge-text.ts';

interface Parts {
  readonly before: string;
  /** One recorded check-in each, with the lines that go on with it. */
  readonly entries: readonly string[];
  readonly after: string;
}

/** Merges the bodies of three versions. */
export async function mergeBodies(
  base: Brief,
  ours: Brief,
  theirs: Brief,
  mergeText: MergeText,
): Promise<TextMerge> {
  const [before, our, their] = [base, ours, theirs].map(bodyOf) as [string, string, string];
  if (our === their || their === before) return { text: our, clean: true };
  if (our === before) return { text: their, clean: true };
  const byLines = await mergeText(before, our, their);
  if (byLines.clean) return byLines;
  const [first, second, third] = [base, ours, theirs].map(partsOf);
  if (first === undefined || second === undefined || third === undefined) return byLines;
  const entries = mergeLists(first.entries, second.entries, third.entries, (entry) => entry.trim());
  if (entries === undefined) return byLines;
  const head = await mergeText(first.before, second.before, third.before);
  const tail = await mergeText(first.after, second.after, third.after);
  const dated = entries.toSorted((a, b) => entryDate(a).localeCompare(entryDate(b)));
  return { text: head.text + dated.join('') + tail.text, clean: head.clean && tail.clean };
}

function bodyOf(brief: Brief): string {
  return brief.text.slice(brief.split?.body ?? brief.text.length);
}

const ENTRY = /^\s{0,3}[-*+] +\d{4}-\d{2}-\d{2}/;

function entryDate(entry: string): string {
  return /\d{4}-\d{2}-\d{2}/.exec(entry)?.[0] ?? '';
}

function partsOf(brief: Brief): Parts | undefined {
  const section = sectionOf(brief, CHECK_INS);
  if (section === undefined) return undefined;
  const { text } = brief;
  const start = section.heading.next;
  const starts = entryStarts(text, start, section.end);
  const body = brief.split?.body ?? 0;
  if (starts.length === 0) {
    const before = `${text.slice(body, section.end).trimEnd()}\n\n`;
    return { before, entries: [], after: text.slice(section.end) };
  }
  const last = nextLine(text, start + text.slice(start, section.end).trimEnd().length);
  const entries = starts.map((from, index) => {
    const entry = text.slice(from, starts[index + 1] ?? last);
    return entry.endsWith('\n') ? entry : `${entry}\n`;
  });
  return { before: text.slice(body, starts[0]), entries, after: text.slice(last) };
}

function entryStarts(text: string, from: number, to: number): number[] {
  const starts: number[] = [];
  for (const line of markdownLines(text, from)) {
    if (line.start >= to) break;
    if (!line.isCode && ENTRY.test(line.text)) starts.push(line.start);
  }
  return starts;
}
