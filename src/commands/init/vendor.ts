/** `delegate init --vendor`: the whole program as one file of the repository. */
import { join } from 'node:path';
import { saveFile } from '../../files/save.ts';
import { VENDORED, isSingleFile, singleFileText } from '../../files/single-file.ts';
import { Failure } from '../../failure.ts';
import { VERSION } from '../../version.ts';
import type { SetupContext } from './setup.ts';
import { createMissing, readRegular } from './setup.ts';

/** Writes the file, or replaces that of another version. */
export async function vendorProgram(context: SetupContext): Promise<void> {
  const { workspace, made, done } = context;
  const text = singleFileText();
  const state = await createMissing(context, VENDORED, text, 'the whole program, in one file');
  if (state === 'made') return;
  if (state === 'same') {
    done.push(`${VENDORED} is delegate ${VERSION} already.`);
    return;
  }
  if (!isSingleFile(readRegular(join(workspace.root, VENDORED)) ?? '')) {
    throw new Failure(
      `${VENDORED} is none that delegate made, and was left alone`,
      'Move it away, and run this again.',
    );
  }
  saveFile(workspace, VENDORED, text);
  made.push(VENDORED);
  done.push(`${VENDORED} is now delegate ${VERSION}.`);
}

/** Whether the repository has the program in it. */
export function isVendored({ workspace }: SetupContext): boolean {
  return isSingleFile(readRegular(join(workspace.root, VENDORED)) ?? '');
}
