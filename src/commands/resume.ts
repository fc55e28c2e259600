import type { Command } from 'commander';
import { declarePause } from './life-pause.ts';
import type { Execute } from './table.ts';

/** `delegate resume BRIEF`. */
export function declare(command: Command, execute: Execute): void {
  declarePause('resume', command, execute);
}
