import type { Host } from '../host.ts';
import { COMMANDS } from './table.ts';

const NAMES = COMMANDS.map(({ name }) => name).join('|');
/** The program with the name of a command behind it. */
const COMMAND = new RegExp(`(?<![\\w./-])delegate (?=(?:${NAMES}|-C|--help)(?![\\w-]))`, 'g');

/** A text with the commands in it as the program was called: `npx delegate lint`. */
export function asCalled<T extends string | undefined>({ calledAs }: Host, text: T): T {
  if (text === undefined || calledAs === 'delegate') return text;
  return text.replace(COMMAND, `${calledAs} `) as T;
}
