import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';

/** The person's editor as git would choose it: `$GIT_EDITOR`, `$VISUAL`, `$EDITOR`, `vi`. */
function editorOf(env: Host['env']): string {
  const { GIT_EDITOR, VISUAL, EDITOR, TERM } = env;
  const visual = TERM === undefined || TERM === 'dumb' ? undefined : VISUAL;
  return [GIT_EDITOR, visual, EDITOR].find((name) => name !== undefined && name !== '') ?? 'vi';
}

/**
 * Opens a file in the person's editor and waits until it is closed. The editor may have arguments
 * (`code --wait`): like git, a shell reads it, and the file's name is handed over beside it.
 */
export async function openEditor(host: Host, file: string): Promise<void> {
  const editor = editorOf(host.env);
  const status = await new Promise<number>((done, fail) => {
    const child = spawn('/bin/sh', ['-c', `${editor} "$@"`, editor, file], {
      stdio: 'inherit',
      env: host.env,
      cwd: host.cwd,
    });
    child.on('error', fail);
    child.on('close', (code) => done(code ?? 1));
  }).catch((error: Error) => {
    throw new Failure(`the editor could not be started: ${error.message}`, 'Set EDITOR.');
  });
  if (status !== 0) {
    throw new Failure(
      `the editor (${editor}) ended with status ${status}`,
      'Set VISUAL or EDITOR to one that works.',
    );
  }
}

/**
 * A text as the person leaves it in their editor; the name ends with `.md`, for its colours. Where the
 * editor ends with an error, what was written stays in its file, and the Failure names it.
 */
export async function editText(host: Host, text: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'delegate-'));
  const file = join(folder, 'answer.md');
  let isKept = false;
  try {
    writeFileSync(file, text, { mode: 0o600 });
    await openEditor(host, file);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (!(error instanceof Failure) || readFileSync(file, 'utf8') === text) throw error;
    isKept = true;
    throw new Failure(error.message, `What you wrote is kept in ${file}.`);
  } finally {
    if (!isKept) rmSync(folder, { recursive: true, force: true });
  }
}
