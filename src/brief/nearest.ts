/** The edit distance (Levenshtein) of two short words, or `limit + 1` when it is larger. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      current.push(
        Math.min(
          (previous[column] as number) + 1,
          (current[column - 1] as number) + 1,
          (previous[column - 1] as number) + same,
        ),
      );
    }
    previous = current;
  }
  return previous[b.length] as number;
}

/**
 * The known word that a misspelt one most likely means, or undefined when none is near: at most one
 * letter in three may be wrong, never more than three.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const given = word.slice(0, 64).toLowerCase().replaceAll('_', '-');
  const limit = Math.min(3, Math.max(1, Math.floor(given.length / 3)));
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of known) {
    const far = distance(given, candidate.toLowerCase(), limit);
    if (far < least) {
      least = far;
      best = candidate;
    }
  }
  return best;
}
