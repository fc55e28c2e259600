import { listOthers } from './list.ts';
import { loadFile } from './load.ts';
import type { Workspace } from './workspace.ts';

/** The files of the work tree, as the command that reads them sees them. */
export interface WorkTree {
  /** The paths of the briefs beside those that git tracks, without what it ignores. */
  readonly others: (tracked: ReadonlySet<string>) => Promise<readonly string[]>;
  /** A file's text; a problem when it cannot be read, null when it is not there. */
  readonly read: (path: string) => { readonly text: string } | { readonly problem: string } | null;
}

/** The work tree as the history reads it: safely, and file by file. */
export function workTreeOf(workspace: Workspace): WorkTree {
  return {
    others: (tracked) => listOthers(workspace, tracked),
    read(path) {
      const loaded = loadFile(workspace, path);
      if ('text' in loaded) return loaded;
      return loaded.missing ? null : { problem: loaded.problem.message };
    },
  };
}
