import { listBriefs } from '../files/list.ts';
import { loadSync } from '../files/load.ts';
import type { Workspace } from '../files/workspace.ts';
import type { WorkTree } from '../history/repository-history.ts';

/** The work tree as the history reads it: safely, and file by file. */
export async function workTreeOf(workspace: Workspace): Promise<WorkTree> {
  return {
    paths: await listBriefs(workspace),
    read(path) {
      const loaded = loadSync(workspace, path);
      if ('text' in loaded) return loaded;
      const { message } = loaded.problem;
      return message === 'there is no such file' ? null : { problem: message };
    },
  };
}
