import { openWorkspace } from '../../lint/workspace.ts';
import type { Host } from '../../host.ts';
import type { Linter } from '../../lint/linter.ts';
import { createLinter } from '../../lint/linter.ts';
import type { LintOptions } from './options.ts';
import { todayOf } from '../options.ts';
import { configOf } from './options.ts';

/** One run of the command, as its parts see it. */
export interface LintRun {
  readonly host: Host;
  readonly options: LintOptions;
  readonly linter: Linter;
}

/** Opens the workspace, with the configuration as the options have it. */
export async function openRun(host: Host, options: LintOptions): Promise<LintRun> {
  const workspace = await openWorkspace(host);
  const config = configOf(options, workspace.config);
  const linter = createLinter({ ...workspace, config }, todayOf(options, host), options.today);
  return { host, options, linter };
}
