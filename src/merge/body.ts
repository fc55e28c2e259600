/** Merges the bodies: recorded check-ins by their entries, everything else by lines. */
import { sectionOf } from '../brief/body.ts';
import { CHECK_INS } from '../brief/check-ins.ts';
import type { Brief } from '../brief/read.ts';
import { mergeLists } from './list.ts';
import type { MergeText, TextMerge } from './merge.ts';

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
  const lines = await mergeText(before, our, their);
  if (lines.clean) return lines;
  const parts = [base, ours, theirs].map(partsOf);
  const [first, second, third] = parts;
  if (first === undefined || second === undefined || third === undefined) return lines;
  const entries = mergeLists(first.entries, second.entries, third.entries, (entry) => entry.trim());
  if (entries === undefined) return lines;
  const head = await mergeText(first.before, second.before, third.before);
  const tail = await mergeText(first.after, second.after, third.after);
  const dated = entries.toSorted((a, b) => dateOf(a).localeCompare(dateOf(b)));
  return { text: head.text + dated.join('') + tail.text, clean: head.clean && tail.clean };
}

function bodyOf(brief: Brief): string {
  return brief.text.slice(brief.split?.body ?? brief.text.length);
}

const ENTRY = /^\s{0,3}[-*+] +\d{4}-\d{2}-\d{2}/;

function dateOf(entry: string): string {
  return /\d{4}-\d{2}-\d{2}/.exec(entry)?.[0] ?? '';
}

function partsOf(brief: Brief): Parts | undefined {
  const section = sectionOf(brief, CHECK_INS);
  if (section === undefined) return undefined;
  const { start, end } = section.content;
  const lines = brief.text.slice(start, end).split(/(?<=\n)/);
  const first = lines.findIndex((line) => ENTRY.test(line));
  const head = first < 0 ? lines.length : first;
  let last = lines.length;
  while (last > head && (lines[last - 1] as string).trim() === '') last--;
  const entries: string[] = [];
  for (const line of lines.slice(head, last)) {
    const whole = line.endsWith('\n') ? line : `${line}\n`;
    if (ENTRY.test(line)) entries.push(whole);
    else entries.push((entries.pop() ?? '') + whole);
  }
  const body = brief.split?.body ?? 0;
  const before = brief.text.slice(body, start) + lines.slice(0, head).join('');
  return {
    before: entries.length === 0 ? `${before.trimEnd()}\n\n` : before,
    entries,
    after: lines.slice(last).join('') + brief.text.slice(end),
  };
}
