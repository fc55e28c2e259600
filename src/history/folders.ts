/** Which paths of a history are briefs': as `files/list.ts` has it for the work tree. */
import { matchName } from '../files/glob.ts';
import { isBriefName } from '../files/list.ts';

/** The folder that a pattern certainly begins with; '' for the root. */
export function literalStart(pattern: string): string {
  const names = namesOf(pattern);
  const wild = names.findIndex((name) => /[*?]/.test(name));
  return names.slice(0, wild < 0 ? names.length : wild).join('/');
}

function namesOf(pattern: string): string[] {
  return pattern === '.' || pattern === '' ? [] : pattern.split('/');
}

/** Whether a path is a brief's, in one of the folders or below. */
export function briefPaths(patterns: readonly string[]): (path: string) => boolean {
  const all = patterns.map(namesOf);
  const folders = new Map<string, boolean>();
  return (path) => {
    const slash = path.lastIndexOf('/');
    if (!isBriefName(path.slice(slash + 1))) return false;
    const folder = slash < 0 ? '' : path.slice(0, slash);
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const names = folder === '' ? [] : folder.split('/');
    const inside = all.some((pattern) => isInside(pattern, names));
    folders.set(folder, inside);
    return inside;
  };
}

/** Goes through the folders with all places in the pattern that they can stand for. */
function isInside(pattern: readonly string[], names: readonly string[]): boolean {
  let states = closure(pattern, [0]);
  for (const name of names) {
    const hidden = name.startsWith('.') && !states.some((state) => pattern[state] === name);
    if (hidden || name === 'node_modules') return false;
    const next = states.flatMap((state) => {
      if (state === pattern.length) return [state];
      if (pattern[state] === '**') return [state];
      return matchName(pattern[state] as string, name) ? [state + 1] : [];
    });
    states = closure(pattern, next);
  }
  return states.includes(pattern.length);
}

/** `**` may be no folder at all. */
function closure(pattern: readonly string[], states: readonly number[]): number[] {
  const all = new Set<number>();
  for (const state of states) {
    all.add(state);
    for (let next = state; pattern[next] === '**';) all.add(++next);
  }
  return [...all];
}
