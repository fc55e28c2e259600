/** How V8 compiles the rules' expressions: their making takes most of the time of a lint of a few briefs. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { CheckedText } from './check.ts';
import type { CheckSetup } from './check-context.ts';
import { checkText } from './check.ts';

/** Up to here V8's optimising costs more than it saves; measured, they meet at about twice as much. */
const LITTLE_BYTES = 64 * 1024;

/**
 * Before a text is checked by a process that checks that many bytes in all. This flag is read only while
 * an expression is compiled, as V8 itself leaves long ones unoptimised (`regexp-compiler.cc`), so it may
 * change while the program runs; `--regexp-tier-up`, which would gain more, may not: it crashes.
 */
function expectText(bytes: number): void {
  setFlagsFromString(`${bytes > LITTLE_BYTES ? '--' : '--no-'}regexp-optimization`);
}

/** The same for files; what cannot be read takes no time. */
export function expectFiles({ root }: CheckSetup, paths: readonly string[]): void {
  let bytes = 0;
  for (const path of paths) {
    bytes += sizeOf(join(root, path));
    if (bytes > LITTLE_BYTES) break;
  }
  expectText(bytes);
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    // Whoever reads it tells why that is not possible.
    return 0;
  }
}

/** Checks the one text that a command is about. */
export function checkOneText(setup: CheckSetup, path: string, text: string): CheckedText {
  expectText(text.length);
  return checkText(setup, path, text);
}
