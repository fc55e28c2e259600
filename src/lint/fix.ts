import type { Fix, TextEdit } from '../brief/text-edit.ts';
import { applyEdits } from '../brief/text-edit.ts';
import { saveFile } from '../files/save.ts';
import type { Workspace } from '../files/workspace.ts';
import { printable } from '../printable.ts';
import { othersOf } from './all.ts';
import type { CheckSetup } from './check.ts';
import { checkText, loadAt } from './check.ts';

/** A fix can make room for another: this many rounds are enough for all that rules offer. */
const ROUNDS = 10;

/** What `--fix` did to one file. */
interface Mended {
  readonly path: string;
  readonly titles: readonly string[];
}

/** What a fix of files needs to know. */
interface FixSetup {
  readonly workspace: Workspace;
  readonly setup: CheckSetup;
  /** All briefs of the configured folders. */
  readonly all: () => Promise<readonly string[]>;
}

/** Makes the safe fixes of all findings in the files, and saves what changed. */
export async function fixAll(lint: FixSetup, paths: readonly string[]): Promise<Mended[]> {
  const others = await othersOf(lint.setup, [], lint.all);
  const mended: Mended[] = [];
  for (const path of paths) {
    const loaded = loadAt(lint.setup, path);
    if (!('text' in loaded)) continue;
    const check = (text: string) => checkText(lint.setup, path, text, others);
    const { text, titles } = fixText(loaded.text, check);
    if (text === loaded.text) continue;
    await saveFile(lint.workspace, path, text);
    mended.push({ path, titles });
  }
  return mended;
}

type Check = (text: string) => { readonly fixes: readonly Fix[]; readonly readable: boolean };

/**
 * Makes the fixes of one text until none is left to make, so that a second run finds nothing to do.
 * A fix after which the brief cannot be read any more is not made.
 */
export function fixText(
  original: string,
  check: Check,
): { readonly text: string; readonly titles: readonly string[] } {
  const titles: string[] = [];
  let text = original;
  let state = check(text);
  const seen = new Set([text]);
  for (let round = 0; round < ROUNDS; round++) {
    const chosen = apart(state.fixes);
    if (chosen.length === 0) break;
    const next = applyEdits(
      text,
      chosen.flatMap(({ edits }) => edits),
    );
    const after = check(next);
    if (seen.has(next) || (state.readable && !after.readable)) break;
    seen.add(next);
    titles.push(...chosen.map(({ title }) => title));
    text = next;
    state = after;
  }
  return { text, titles };
}

/** The fixes that do not get into each other's way; the others come in the next round. */
function apart(fixes: readonly Fix[]): Fix[] {
  const taken: TextEdit[] = [];
  return fixes.filter(({ edits }) => {
    const clash = edits.some((edit) => taken.some((other) => touches(edit, other)));
    if (clash || edits.length === 0) return false;
    taken.push(...edits);
    return true;
  });
}

function touches(a: TextEdit, b: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** What was mended, a line a file. */
export function mendedLines(mended: readonly Mended[]): string[] {
  return mended.map(({ path, titles }) => {
    return printable(`Mended ${path}: ${[...new Set(titles)].join('; ')}.`, true);
  });
}
