/** `delegate lsp`: the language server, over standard input and output. */
import type { Command } from 'commander';
import { serve } from '../lsp/server.ts';
import type { Execute } from './command.ts';

const HINT = 'This speaks to editors, see docs/editors.md. Ctrl-C ends it.\n';

export function declare(command: Command, execute: Execute): void {
  command
    // What editors add by habit; standard input and output are the only way there is.
    .option('--stdio', 'use standard input and output, as it does anyway')
    .addHelpText('after', '\nEditors start it; docs/editors.md says how, for each of them.')
    .action(() =>
      execute(async (host) => {
        if (host.interactive) host.stderr.write(HINT);
        return { status: await serve(host) };
      }),
    );
}
