import type { Brief } from './read.ts';
import { readBrief } from './read.ts';
import type { TextEdit } from './text-edit.ts';
import { applyEdits } from './text-edit.ts';

/** Makes edits one after the other, each on the brief as the one before left it. */
export function editInSteps(
  text: string,
  ...steps: readonly ((brief: Brief) => readonly TextEdit[])[]
): string {
  return steps.reduce((current, step) => applyEdits(current, step(readBrief(current))), text);
}
