/**
 * Which paths are briefs', by the folders that the configuration names: `briefs`, `teams/*\/briefs`,
 * `**\/briefs`. What lists the work tree, what reads a history and what an editor opens ask here.
 */

import type { Places } from '../brief/path-glob.ts';
import { firstPlaces, matchesGlob, nextPlaces, patternNames } from '../brief/path-glob.ts';

export type { Places } from '../brief/path-glob.ts';

/** A folder of the configuration, taken apart. */
export interface FolderPattern {
  /** What each folder on the way must be called; `**` is any number of folders, or none. */
  readonly names: readonly string[];
  /** The folder that everything in it certainly stands below; '' for the root. */
  readonly literalStart: string;
}

const WILD = /[*?]/;

/** Takes a folder apart; `.` is the root. */
export function parsePattern(folder: string): FolderPattern {
  const names = folder === '.' || folder === '' ? [] : patternNames(folder);
  const wild = names.findIndex((name) => WILD.test(name));
  return { names, literalStart: names.slice(0, wild < 0 ? names.length : wild).join('/') };
}

/** Where the root stands in a pattern. */
export function rootPlaces(pattern: FolderPattern): Places {
  return firstPlaces(pattern.names);
}

/**
 * Where a folder of a folder stands; none when nothing below it can match. Hidden folders and
 * node_modules are left out unless the pattern names them.
 */
export function enter(pattern: FolderPattern, places: Places, name: string): Places {
  const unwanted = name.startsWith('.') || name === 'node_modules';
  if (unwanted && !places.some((place) => pattern.names[place] === name)) return [];
  return isInside(pattern, places) ? [pattern.names.length] : step(pattern, places, name);
}

/** True when the folder at these places holds briefs, and all folders below it. */
function isInside(pattern: FolderPattern, places: Places): boolean {
  return places.includes(pattern.names.length);
}

/** True when a file in the folder at these places is a brief. */
export function holdsBrief(pattern: FolderPattern, places: Places, name: string): boolean {
  if (!isBriefName(name)) return false;
  return isInside(pattern, places) || isInside(pattern, step(pattern, places, name));
}

/** The only folder that can match below these places, where the pattern goes on after it. */
export function onlyFolder(pattern: FolderPattern, places: Places): string | undefined {
  const [place, ...others] = places;
  if (place === undefined || others.length > 0 || place >= pattern.names.length - 1) {
    return undefined;
  }
  const name = pattern.names[place] as string;
  return WILD.test(name) ? undefined : name;
}

/** Says of any path below the root whether it is a brief's by one of the patterns. */
export function briefPaths(folders: readonly string[]): (path: string) => boolean {
  const patterns = folders.map(parsePattern);
  const known = new Map<string, readonly Places[]>();
  const placesOf = (folder: string): readonly Places[] => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const places = patterns.map((pattern) => folderPlaces(pattern, folder));
    known.set(folder, places);
    return places;
  };
  return (path) => {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    if (!isBriefName(name)) return false;
    const places = placesOf(slash < 0 ? '' : path.slice(0, slash));
    return patterns.some((pattern, index) => holdsBrief(pattern, places[index] as Places, name));
  };
}

/** True for a file name that can be a brief's. */
export function isBriefName(name: string): boolean {
  return name.endsWith('.md') && !name.startsWith('.') && name.toLowerCase() !== 'readme.md';
}

function folderPlaces(pattern: FolderPattern, folder: string): Places {
  let places = rootPlaces(pattern);
  for (const name of folder === '' ? [] : folder.split('/')) {
    if (places.length === 0) break;
    places = enter(pattern, places, name);
  }
  return places;
}

function step({ names }: FolderPattern, places: Places, name: string): Places {
  return nextPlaces(names, places, name, matchesName);
}

/** Whether a file or folder name fits a pattern; what is hidden only fits one that says so. */
export function matchesName(pattern: string, name: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.')) return false;
  return matchesGlob(pattern, name);
}
