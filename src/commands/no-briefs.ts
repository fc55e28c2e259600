import type { Workspace } from '../files/workspace.ts';

/** What is said where there is no brief yet. */
export function noBriefsText({ config }: Workspace): string {
  return `There is no brief in ${config.folder.join(', ')} yet. Write one with "delegate new".`;
}
