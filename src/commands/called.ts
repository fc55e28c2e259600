import type { Host } from '../host.ts';
import { calledAs } from '../host.ts';
import { COMMANDS } from './table.ts';

const NAMES = COMMANDS.map(({ name }) => name).join('|');
/** The program with the name of a command behind it. */
const COMMAND = new RegExp(
  `(?<![\\w./-]|npx |briefs )delegate (?=(?:${NAMES}|-C|--help)(?![\\w-]))`,
  'g',
);

/** A text with the commands in it as the program was called: `npx delegate lint`. */
export function asCalled<T extends string | undefined>(host: Host, text: T): T {
  const program = calledAs(host);
  if (text === undefined || program === 'delegate') return text;
  return text.replace(COMMAND, `${program} `) as T;
}
