/** The safe fixes: of a text, and of files. The command and the language server fix alike. */
import { changedLines } from '../brief/changed-lines.ts';
import { composeEdits } from '../brief/compose-edits.ts';
import type { Fix, TextEdit } from '../brief/text-edit.ts';
import { applyEdits } from '../brief/text-edit.ts';
import { loadFile } from '../files/load.ts';
import { saveFile } from '../files/save.ts';
import type { BriefSummary } from '../rules/index.ts';
import type { CheckSetup } from './check.ts';
import { checkText } from './check.ts';
import { summariseAll } from './cross-file.ts';
import type { Linter } from './linter.ts';

/** A fix can make room for another: this many rounds suffice for all that rules offer. */
const MAX_ROUNDS = 10;

/** A text after its fixes. */
export interface FixedText {
  readonly text: string;
  /** What was done, a title a fix. */
  readonly titles: readonly string[];
  /** The same as edits of the text as it was. */
  readonly edits: readonly TextEdit[];
}

/**
 * Makes the fixes of one text until none is left to make, so that a second run finds nothing to do.
 * A fix after which the brief cannot be read any more is not made.
 */
export function fixText(
  setup: CheckSetup,
  path: string,
  original: string,
  others?: readonly BriefSummary[],
): FixedText {
  const titles: string[] = [];
  const rounds: TextEdit[][] = [];
  const seen = new Set([original]);
  let text = original;
  let checked = checkText(setup, path, text, others);
  while (rounds.length < MAX_ROUNDS) {
    const chosen = withoutClashes(checked.fixes);
    if (chosen.length === 0) break;
    const edits = chosen.flatMap((fix) => fix.edits);
    const next = applyEdits(text, edits);
    const after = checkText(setup, path, next, others);
    if (seen.has(next) || (checked.readable && !after.readable)) break;
    seen.add(next);
    titles.push(...chosen.map(({ title }) => title));
    rounds.push(edits);
    text = next;
    checked = after;
  }
  return { text, titles, edits: composeEdits(original.length, rounds) };
}

/** The fixes that do not get into each other's way; the others come in the next round. */
function withoutClashes(fixes: readonly Fix[]): Fix[] {
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

/** What was done to one file. */
export interface FixedFile {
  readonly path: string;
  readonly titles: readonly string[];
  /** Where nothing was saved: the lines that would change. */
  readonly diff?: readonly string[];
}

/** Makes the safe fixes of all findings in the files, and saves what changed unless it is a dry run. */
export async function fixFiles(
  { workspace, setup, listAll }: Linter,
  paths: ReadonlySet<string>,
  dryRun: boolean,
): Promise<readonly FixedFile[]> {
  const others = await summariseAll(setup, [], listAll);
  const fixed: FixedFile[] = [];
  for (const path of [...paths].toSorted()) {
    const loaded = loadFile(setup, path);
    if (!('text' in loaded)) continue;
    const { text, titles } = fixText(setup, path, loaded.text, others);
    if (text === loaded.text) continue;
    if (dryRun) fixed.push({ path, titles, diff: changedLines(loaded.text, text) });
    else {
      await saveFile(workspace, path, text);
      fixed.push({ path, titles });
    }
  }
  return fixed;
}
