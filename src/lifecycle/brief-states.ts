import type { BriefState } from '../agreement/state.ts';
import { briefState, unreadableState } from '../agreement/state.ts';
import { readBrief } from '../brief/read.ts';
import { listBriefs } from '../files/list.ts';
import { loadFile } from '../files/load.ts';
import type { Workspace } from '../files/workspace.ts';

/** Where all briefs of a workspace stand on a day, as their files say it. */
export async function briefStates(
  workspace: Workspace,
  today: string,
): Promise<readonly BriefState[]> {
  const paths = await listBriefs(workspace);
  return paths.map((path) => {
    const loaded = loadFile(workspace, path);
    if ('problem' in loaded) return unreadableState(path, loaded.problem.message);
    return briefState(path, readBrief(loaded.text), today);
  });
}
