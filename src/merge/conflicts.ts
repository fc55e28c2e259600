/** A text with conflict markers as the two texts that it stands for, and two texts as one with markers. */
import { lcsMatches } from '../brief/lcs.ts';

const MARK = /^(<{7,}|\|{7,}|={7,}|>{7,})(?: .*)?\r?\n?$/;

/** Both sides of a text with markers; undefined where it has none, or they do not fit together. */
export function sidesOf(text: string): { ours: string; theirs: string } | undefined {
  let at: 'both' | 'ours' | 'base' | 'theirs' = 'both';
  let [ours, theirs] = ['', ''];
  let found = false;
  for (const line of text.split(/(?<=\n)/)) {
    const sign = MARK.exec(line)?.[1]?.[0];
    if (sign === '<' && at === 'both') {
      found = true;
      at = 'ours';
    } else if (sign === '|' && at === 'ours') at = 'base';
    else if (sign === '=' && (at === 'ours' || at === 'base')) at = 'theirs';
    else if (sign === '>' && at === 'theirs') at = 'both';
    else {
      if (at === 'both' || at === 'ours') ours += line;
      if (at === 'both' || at === 'theirs') theirs += line;
    }
  }
  return found && at === 'both' ? { ours, theirs } : undefined;
}

/** Two texts as one: what differs stands between markers. */
export function withMarkers(ours: string, theirs: string): string {
  const [mine, other] = [ours.split('\n'), theirs.split('\n')];
  const matches = lcsMatches(mine, other, { anchorEnd: true }) ?? [];
  const lines: string[] = [];
  let from = { mine: 0, other: 0 };
  for (let index = 0; index <= mine.length; index++) {
    const match = index === mine.length ? other.length : (matches[index] ?? -1);
    if (match < 0) continue;
    const left = mine.slice(from.mine, index);
    const right = other.slice(from.other, match);
    if (left.length + right.length > 0) {
      lines.push('<<<<<<< ours', ...left, '=======', ...right, '>>>>>>> theirs');
    }
    if (index < mine.length) lines.push(mine[index] as string);
    from = { mine: index + 1, other: match + 1 };
  }
  return lines.join('\n');
}
