/** From what to what the changes move that wait for somebody. */
import { readBrief } from '../brief/read.ts';
import { loadFile } from '../files/load.ts';
import type { Workspace } from '../files/workspace.ts';
import type { FieldChange } from '../history/types.ts';
import { changeMoves } from './change-moves.ts';
import type { BriefItem } from './inbox.ts';

/** What the changes of an item move, as far as git knows; nothing where it is about none. */
export async function movesOfItem(
  workspace: Workspace,
  { path, changes = [] }: BriefItem,
): Promise<readonly FieldChange[]> {
  if (changes.length === 0) return [];
  const loaded = loadFile(workspace, path);
  if (!('text' in loaded)) return [];
  const moves = await changeMoves({ workspace, path, brief: readBrief(loaded.text) }, changes);
  return moves.flatMap((of) => of ?? []);
}
