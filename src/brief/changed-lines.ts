import { lcsMatches } from './lcs.ts';

/** The lines that two texts do not share, in their order: `- ` before those of the first, `+ ` of the second. */
export function changedLines(before: string, after: string): readonly string[] {
  const [was, is] = [before, after].map((text) => text.split(/\r?\n/)) as [string[], string[]];
  const matches = lcsMatches(was, is) ?? was.map(() => -1);
  const lines: string[] = [];
  let next = 0;
  for (const [index, line] of was.entries()) {
    const at = matches[index] as number;
    if (at < 0) lines.push(`- ${line}`);
    else {
      lines.push(...is.slice(next, at).map((added) => `+ ${added}`));
      next = at + 1;
    }
  }
  return [...lines, ...is.slice(next).map((added) => `+ ${added}`)];
}
