/** Numbers as people write them in a text. */

/** `2,000` and `2.000` are two thousand, `2.5` and `2,5` are not. */
export function numberIn(written: string): number {
  return Number(
    written
      .replace(/[.,]$/, '')
      .replace(/[.,](?=\d{3}(?:\D|$))/g, '')
      .replace(',', '.'),
  );
}

const IN_WORDS: ReadonlyMap<string, number> = new Map(
  'two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, at) => [word, at + 2] as const),
);

/** A number in a word, from two to twelve, or in at most two figures. */
export function smallNumber(word: string): number | undefined {
  return IN_WORDS.get(word.toLowerCase()) ?? (/^\d{1,2}$/.test(word) ? Number(word) : undefined);
}
