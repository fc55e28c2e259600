import type { Command } from 'commander';
import { declarePause } from './pause-resume.ts';
import type { Execute } from '../command.ts';

/** `delegate resume BRIEF`. */
export function declare(command: Command, execute: Execute): void {
  declarePause('resume', command, execute);
}
