/** What changed from one text to another, word by word. */
import { lcsMatches } from '../brief/lcs.ts';

/** Texts of more words than this are not aligned: both are shown whole. */
const MAX_WORDS = 400;

/** A stretch of words that both texts have, that one lost, or that the other brought. */
export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** What changed from one text to another, word by word. */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  const was = before.split(/(?<=\s)(?=\S)/u);
  const is = after.split(/(?<=\s)(?=\S)/u);
  const matches =
    was.length <= MAX_WORDS && is.length <= MAX_WORDS ? lcsMatches(bare(was), bare(is)) : undefined;
  if (matches === undefined) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  const changes: WordChange[] = [];
  const push = (kind: WordChange['kind'], text: string): void => {
    const last = changes.at(-1);
    if (last?.kind === kind) changes[changes.length - 1] = { kind, text: last.text + text };
    else changes.push({ kind, text });
  };
  let column = 0;
  const addUpTo = (end: number): void => {
    while (column < end) push('added', is[column++] as string);
  };
  for (const [row, match] of matches.entries()) {
    if (match < 0) {
      push('removed', was[row] as string);
    } else {
      addUpTo(match);
      push('same', is[column++] as string);
    }
  }
  addUpTo(is.length);
  return changes;
}

function bare(words: readonly string[]): string[] {
  return words.map((word) => word.trimEnd());
}
