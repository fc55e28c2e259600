import type { Workspace } from '../files/workspace.ts';
import { findWorkspace } from '../files/workspace.ts';
import type { Host } from '../host.ts';

/**
 * Opens the workspace of the host's working folder: for every command, and for the server. Here the
 * configuration is checked in full, and what is wrong in it is the same Failure for all.
 */
export function openWorkspace(host: Host): Promise<Workspace> {
  return findWorkspace(host, async () => (await import('../rules/index.ts')).RULES);
}
