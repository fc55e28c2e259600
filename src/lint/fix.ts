/** The safe fixes: of a text, and of files. The command and the language server fix alike. */
import { changedLines } from '../brief/changed-lines.ts';
import { composeEdits } from '../brief/compose-edits.ts';
import type { Fix, TextEdit } from '../brief/text-edit.ts';
import { applyEdits } from '../brief/text-edit.ts';
import { Failure } from '../failure.ts';
import { loadFile } from '../files/load.ts';
import { withLock } from '../files/lock.ts';
import { saveFile } from '../files/save.ts';
import type { Workspace } from '../files/workspace.ts';
import type { BriefSummary } from '../rules/index.ts';
import type { CheckSetup } from './check-context.ts';
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
    const fix = fixedFile(setup, path, others);
    if (fix === undefined) continue;
    if (dryRun) {
      fixed.push({ path, titles: fix.titles, diff: changedLines(fix.before, fix.text) });
      continue;
    }
    // oxlint-disable-next-line no-await-in-loop -- one file after the other
    const titles = await withLock(workspace, async () => {
      return saveFixed(workspace, path, fix, () => fixedFile(setup, path, others));
    });
    if (titles.length > 0) fixed.push({ path, titles });
  }
  return fixed;
}

/** An editor can save just now, again and again. */
const MAX_TRIES = 5;

interface FixOfFile extends FixedText {
  /** What the file held. */
  readonly before: string;
}

/** Saves a file with its fixes, made anew where somebody else has written it; what was done. */
function saveFixed(
  workspace: Workspace,
  path: string,
  fix: FixOfFile,
  again: () => FixOfFile | undefined,
): readonly string[] {
  let current: FixOfFile | undefined = fix;
  for (let tries = 0; tries < MAX_TRIES && current !== undefined; tries++) {
    if (saveFile(workspace, path, current.text, current.before)) return current.titles;
    current = again();
  }
  if (current === undefined) return [];
  throw new Failure(`${path} is being changed by somebody else`, 'Run it again.');
}

/** A file with its fixes; undefined when there is nothing to fix. */
function fixedFile(
  setup: CheckSetup,
  path: string,
  others: readonly BriefSummary[],
): FixOfFile | undefined {
  const loaded = loadFile(setup, path);
  if (!('text' in loaded)) return undefined;
  const fixed = fixText(setup, path, loaded.text, others);
  return fixed.text === loaded.text ? undefined : { ...fixed, before: loaded.text };
}
