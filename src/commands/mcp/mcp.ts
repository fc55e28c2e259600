/** `delegate mcp`: what a coding agent needs of a brief, over the Model Context Protocol. */
import type { Command } from 'commander';
import type { Execute } from '../command.ts';
import { serve } from './server.ts';

const HINT =
  'This speaks to coding agents: "delegate mcp --help" says how one\nstarts it. Ctrl-C ends it.\n';

export function declare(command: Command, execute: Execute): void {
  command
    .addHelpText(
      'after',
      `
An agent reads the briefs of the repository, says one back, checks in, objects, proposes a change and
reports evidence. No tool agrees to anything, closes or amends a brief: people do that. Your agent's
program starts it in the folder that it works in; its settings say:
  { "mcpServers": { "delegate": { "command": "delegate", "args": ["mcp"] } } }
Where the repository has the program in it (delegate init --vendor), the command is "node" and its
arguments are ".delegate/delegate.cjs" and "mcp".`,
    )
    .action(() =>
      execute(async (host) => {
        if (host.interactive) host.stderr.write(HINT);
        await serve(host);
        return {};
      }),
    );
}
