import { listBriefs } from '../files/list.ts';
import type { Workspace } from '../files/workspace.ts';
import type { CheckSetup } from './check-context.ts';
import { checkSetup } from './check-context.ts';
import { hasCrossFileRules } from './cross-file.ts';

/** A workspace that is linted. */
export interface Linter {
  readonly workspace: Workspace;
  readonly setup: CheckSetup;
  /** All briefs of the configured folders; listed once. */
  readonly listAll: () => Promise<readonly string[]>;
}

/** A linter for the briefs of a workspace, as its configuration has the rules. */
export function createLinter(workspace: Workspace, today: string, asOf?: string): Linter {
  let listed: Promise<readonly string[]> | undefined;
  const listAll = () => (listed ??= listBriefs(workspace));
  // Git lists while the first brief is read; a failure goes to whoever waits for the list.
  if (hasCrossFileRules(workspace.config)) listAll().catch(() => {});
  return { workspace, setup: checkSetup(workspace, today, asOf), listAll };
}
