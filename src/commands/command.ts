import type { Command } from 'commander';
import type { Host, Result } from '../host.ts';

/** What the module of a command exports. */
export interface CommandModule {
  /**
   * Adds arguments, options and help to the command, and nothing else. `execute` is what its action
   * calls: `command.argument(…).option(…).action((…args) => execute((host) => run(args, host)))`.
   */
  readonly declare: (command: Command, execute: Execute) => void;
}

/** Runs a command's work with the host and keeps its result for `main`. */
export type Execute = (work: (host: Host) => Promise<Result> | Result) => Promise<void>;
