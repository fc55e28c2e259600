/**
 * The edit distance of two short words, two letters that changed places counting as one (optimal
 * string alignment), or `limit + 1` when it is larger.
 */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + same,
          swapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(a.length, b.length);
}

/**
 * The known word that a misspelt one most likely means, or undefined when none is near: at most one
 * letter in three may be wrong, never more than three.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const misspelt = word.slice(0, 64).toLowerCase().replaceAll('_', '-');
  const limit = Math.min(3, Math.max(1, Math.floor(misspelt.length / 3)));
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of known) {
    const far = distance(misspelt, candidate.toLowerCase(), limit);
    if (far < least) {
      least = far;
      best = candidate;
    }
  }
  return best;
}
