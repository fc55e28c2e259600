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
    return tidy === '.' ? [] : patternNames(tidy);
  });
  return (path) => {
    const names = form(path).split('/');
    return all.some((pattern) => leadsTo(pattern, names));
  };
}

/** True where a pattern is one of the folders of a path, or the whole of it. */
function leadsTo(pattern: readonly string[], names: readonly string[]): boolean {
  let places = firstPlaces(pattern);
  for (const name of names) {
    if (places.includes(pattern.length)) return true;
    places = nextPlaces(pattern, places, name, matchesGlob);
  }
  return places.includes(pattern.length);
}

/** The names of a pattern, without a `**` right behind another. */
export function patternNames(path: string): readonly string[] {
  const names = path.split('/');
  return names.filter((name, index) => name !== '**' || names[index - 1] !== '**');
}

/**
 * The indices in a pattern's names that a name can stand before; the number of names is among them when
 * the pattern is matched. So a pattern with many `**` costs no more than its length at each name.
 */
export type Places = readonly number[];

/** Where the root stands in a pattern. */
export function firstPlaces(pattern: readonly string[]): Places {
  return withSkipped(pattern, [0]);
}

/** Where the next name of a path stands; none when nothing below it can match. */
export function nextPlaces(
  pattern: readonly string[],
  places: Places,
  name: string,
  matches: (wanted: string, name: string) => boolean,
): Places {
  const next: number[] = [];
  for (const place of places) {
    const wanted = pattern[place];
    if (wanted === '**') next.push(place);
    else if (wanted !== undefined && matches(wanted, name)) next.push(place + 1);
  }
  return withSkipped(pattern, next);
}

/** With the places after a `**`, which may be no folder at all. */
function withSkipped(pattern: readonly string[], places: Places): Places {
  return [
    ...new Set(places.flatMap((place) => (pattern[place] === '**' ? [place, place + 1] : [place]))),
  ];
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
    } else if (pattern[at] === '?' || pattern[at] === name[index]) {
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
