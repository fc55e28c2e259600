/** The longest common subsequence of two lists. */

/** More comparisons than this take too long. */
const MAX_COMPARISONS = 4_000_000;

/**
 * Pairs equal items of two lists in order, as many as there can be.
 *
 * @param anchorEnd Pairs what the ends have in common first; else of equally long answers the one that
 *   pairs earlier items.
 * @returns For each item of `before` its index in `after`, or -1; undefined when the lists are too long.
 */
export function lcsMatches(
  before: readonly string[],
  after: readonly string[],
  { anchorEnd = false }: { readonly anchorEnd?: boolean } = {},
): readonly number[] | undefined {
  const matches = Array<number>(before.length).fill(-1);
  const { start, end: common } = commonEnds(before, after);
  const end = anchorEnd ? common : 0;
  for (let index = 0; index < start; index++) matches[index] = index;
  for (let back = 1; back <= end; back++) matches[before.length - back] = after.length - back;
  const [rows, columns] = [before.length - start - end, after.length - start - end];
  if (rows * columns > MAX_COMPARISONS) return undefined;
  if (rows === 0 || columns === 0) return matches;
  const one = before.slice(start, start + rows);
  const other = after.slice(start, start + columns);
  const lengths = suffixLengths(one, other);
  const width = columns + 1;
  for (let row = 0, column = 0; row < rows && column < columns;) {
    const at = row * width + column;
    if (one[row] === other[column]) matches[start + row++] = start + column++;
    else if ((lengths[at + width] as number) >= (lengths[at + 1] as number)) row++;
    else column++;
  }
  return matches;
}

/** How many items two lists have in common at their start and, of the rest, at their end. */
export function commonEnds(
  one: readonly string[],
  other: readonly string[],
): { readonly start: number; readonly end: number } {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start++;
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  return { start, end };
}

/** How long the subsequence is from each pair of places on, row by row. */
function suffixLengths(one: readonly string[], other: readonly string[]): Uint32Array {
  const width = other.length + 1;
  const lengths = new Uint32Array((one.length + 1) * width);
  for (let row = one.length - 1; row >= 0; row--) {
    for (let column = other.length - 1; column >= 0; column--) {
      const at = row * width + column;
      lengths[at] =
        one[row] === other[column]
          ? (lengths[at + width + 1] as number) + 1
          : Math.max(lengths[at + width] as number, lengths[at + 1] as number);
    }
  }
  return lengths;
}
