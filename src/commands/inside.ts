/** A command that is run within another. */
import { Command } from 'commander';
import type { Host, Result } from '../host.ts';
import type { CommandModule } from './command.ts';

/**
 * Runs a command as a person would who types it, and writes nothing of what it hands back.
 *
 * @param options Its options, each with its value behind `=`.
 * @param names What stands behind them, such as a brief: never taken for options.
 */
export async function runInside(
  host: Host,
  { name, load }: { readonly name: string; readonly load: () => Promise<CommandModule> },
  options: readonly string[],
  names: readonly string[],
): Promise<Result> {
  const command = new Command(name)
    .exitOverride()
    .configureOutput({ writeOut: () => {}, writeErr: () => {} });
  let done: Result = {};
  (await load()).declare(command, async (work) => {
    done = await work(host);
  });
  await command.parseAsync([...options, '--', ...names], { from: 'user' });
  return done;
}
