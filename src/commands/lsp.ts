/** `delegate lsp`: the language server, over standard input and output. */
import type { Command } from 'commander';
import { serve } from '../lsp/server.ts';
import type { Execute } from './table.ts';

export function declare(command: Command, execute: Execute): void {
  command
    // What editors add by habit; standard input and output are the only way there is.
    .option('--stdio', 'use standard input and output, as it does anyway')
    .action(() => execute(async (host) => ({ status: await serve(host) })));
}
