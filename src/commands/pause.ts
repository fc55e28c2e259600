import type { Command } from 'commander';
import { declarePause } from './life-pause.ts';
import type { Execute } from './table.ts';

/** `delegate pause BRIEF`. */
export function declare(command: Command, execute: Execute): void {
  declarePause('pause', command, execute);
}
