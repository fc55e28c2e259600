/**
 * Paths with wildcards, from the root of a repository: `*` and `?` stand for parts of a name, `**` for
 * any folders, and a folder for all that is in it.
 */

/** What is wrong with a path of the repository that may hold wildcards; undefined when nothing is. */
export function pathProblem(path: string): string | undefined {
  if (path.length > 200) return 'is longer than 200 characters';
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001F\u007F]/.test(path)) return 'holds control characters';
  if (path.includes('\\')) return 'holds a backslash; write / between folders';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) {
    return 'must be relative to the root of the repository';
  }
  const names = path.split('/');
  if (names.includes('..')) return 'leads out of the repository';
  if (names.some((name) => name.toLowerCase() === '.git')) return 'is inside of git itself';
  if (names.some((name) => name.includes('**') && name !== '**')) {
    return 'has ** beside other characters; ** stands for whole folders';
  }
  return undefined;
}

/** A path without `./`, doubled slashes and a slash at its end; the root itself is `.`. */
export function tidyPath(path: string): string {
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  return names.join('/') || '.';
}

/** Says of a path whether it is that of a pattern, or below it. */
export type PathTest = (path: string) => boolean;

/**
 * Whether a path is one of these patterns' or below. In time that grows with the product of the
 * lengths, whatever the patterns.
 *
 * @param options `foldCase`: also the path that a file system without cases takes for it.
 */
export function pathTest(
  patterns: readonly string[],
  { foldCase = false }: { readonly foldCase?: boolean } = {},
): PathTest {
  const form = (text: string): string =>
    foldCase ? text.normalize('NFC').toLowerCase() : text.normalize('NFC');
  const all = patterns.map((pattern) => {
    const tidy = tidyPath(form(pattern));
    const names = tidy === '.' ? [] : tidy.split('/');
    return names.filter((name, index) => name !== '**' || names[index - 1] !== '**');
  });
  return (path) => {
    const names = form(path).split('/');
    return all.some((pattern) => leadsTo(pattern, names));
  };
}

/** True where a pattern is one of the folders of a path, or the whole of it. */
function leadsTo(pattern: readonly string[], names: readonly string[]): boolean {
  const withSkipped = (places: readonly number[]): number[] =>
    places.flatMap((place) => (pattern[place] === '**' ? [place, place + 1] : [place]));
  let places = withSkipped([0]);
  for (const name of names) {
    if (places.includes(pattern.length)) return true;
    const next = places.flatMap((place) => {
      const wanted = pattern[place];
      if (wanted === '**') return [place];
      return wanted !== undefined && matchesGlob(wanted, name) ? [place + 1] : [];
    });
    places = [...new Set(withSkipped(next))];
  }
  return places.includes(pattern.length);
}

/**
 * Whether a name fits a pattern of `*` (any characters) and `?` (one of them), in time that grows with
 * the product of their lengths at worst, whatever the pattern.
 */
export function matchesGlob(pattern: string, name: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  let index = 0;
  while (index < name.length) {
    if (pattern[at] === '*') {
      star = at++;
      resume = index;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[index])) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
