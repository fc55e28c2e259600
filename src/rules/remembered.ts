/** So many texts: a brief has about thirty, and many of them stand in other briefs too. */
const MOST_TEXTS = 2000;
/** A longer text is worked out anew each time. */
const MAX_LENGTH = 2000;

/**
 * A function of a text that keeps what it gave for the texts that it was asked of last: several rules
 * ask the same of a text, and briefs from one template share most of theirs.
 */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = of(text);
    if (known.size >= MOST_TEXTS) known.clear();
    if (text.length <= MAX_LENGTH) known.set(text, now);
    return now;
  };
}
