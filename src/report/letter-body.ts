/** The narrative of a brief as somebody is to read it who does not know its source. */
import { markdownLines, sectionsFrom } from '../brief/markdown.ts';

/** Without comments, which are for whoever edits the file, and without headings that nothing stands under. */
export function narrativeOf(body: string): string {
  return withoutEmptySections(withoutComments(body.replace(/\r\n?/g, '\n'))).trim();
}

/** Without `<!-- … -->`, but for what is code; a comment that nothing closes stays in sight. */
function withoutComments(text: string): string {
  let kept = '';
  let from = 0;
  let open = text.indexOf('<!--');
  for (const line of markdownLines(text, 0)) {
    while (open >= 0 && open < line.next) {
      const close = line.isCode || open < from ? -1 : text.indexOf('-->', open + 4);
      if (!line.isCode && close < 0) return kept + text.slice(from);
      if (close >= 0) {
        kept += text.slice(from, blanksBefore(text, open, from));
        from = close + 3;
      }
      open = text.indexOf('<!--', line.isCode ? line.next : from);
    }
    if (open < 0) break;
  }
  return kept + text.slice(from);
}

/** Where the blanks before a comment begin, which would stand at the end of its line. */
function blanksBefore(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  return start;
}

function withoutEmptySections(text: string): string {
  const levels = new Map(sectionsFrom(text, 0).map(({ heading, level }) => [heading.start, level]));
  const kept: string[] = [];
  /** By level: whether something stands between here and the next heading that ends such a section. */
  const isFilled = LEVELS.map(() => false);
  for (const line of [...markdownLines(text, 0)].toReversed()) {
    const level = levels.get(line.start);
    if (level === undefined) {
      if (line.text.trim() !== '') isFilled.fill(true);
      kept.push(line.text);
    } else {
      if (isFilled[level] === true) kept.push(line.text);
      isFilled.fill(false, level);
    }
  }
  return kept.toReversed().join('\n');
}

const LEVELS = [0, 1, 2, 3, 4, 5, 6];
