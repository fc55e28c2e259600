/** The words of a number that people write out. */
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['an', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['eight', 8],
  ['ten', 10],
  ['twelve', 12],
]);

/** The number that digits or a word stand for, or undefined. */
export function countOf(word: string): number | undefined {
  return /^\d/.test(word) ? Number(word) : NUMBERS.get(word);
}
