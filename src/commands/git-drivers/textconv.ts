/** `delegate textconv FILE`: what `git diff` shows of a brief once `init --git-drivers` set it up. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { Failure } from '../../failure.ts';
import type { Host, Result } from '../../host.ts';
import { plainBrief } from '../../merge/plain.ts';
import { printable } from '../../printable.ts';
import type { Execute } from '../command.ts';

export function declare(command: Command, execute: Execute): void {
  command
    .argument('<file>', 'the file that git wants shown')
    .action((file: string) => execute((host) => run(file, host)));
}

async function run(file: string, host: Host): Promise<Result> {
  try {
    const text = await readFile(resolve(host.cwd, file), 'utf8');
    return { out: printable(plainBrief(text)) };
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${(error as Error).message}`);
  }
}
