import { resolve } from 'node:path';
import { Failure } from '../../failure.ts';
import { decodeUtf8, readStream } from '../../files/bytes.ts';
import { pathInside } from '../../files/workspace.ts';
import type { LocatedFinding } from '../../lint/findings.ts';
import { fileFinding } from '../../lint/findings.ts';
import { lintText } from '../../lint/lint.ts';
import { RULE } from '../../rules/index.ts';
import type { LintRun } from './run.ts';

/** Lints what comes on standard input, as the file that it stands for. */
export async function lintStdin(run: LintRun): Promise<readonly LocatedFinding[]> {
  const path = stdinPath(run);
  const text = await readAll(run.host.stdin);
  if (typeof text === 'string') return lintText(run.linter, path, text);
  return [fileFinding({ ...text, rule: RULE.frontmatter, level: 'error', path })];
}

async function readAll(
  stream: AsyncIterable<Buffer | string>,
): Promise<string | { message: string; help: string }> {
  const bytes = await readStream(stream);
  if (bytes === undefined) {
    return { message: 'the text is larger than 1 MiB', help: 'a brief fits on a page' };
  }
  const text = decodeUtf8(bytes);
  return text ?? { message: 'the text is not UTF-8', help: 'send it as UTF-8' };
}

/** The path that `--stdin-filename` means, below the root. */
function stdinPath({ linter: { workspace }, options }: LintRun): string {
  const name = options.stdinFilename;
  if (name === undefined) return '<stdin>';
  const path = pathInside(workspace, resolve(workspace.cwd, name));
  if (path === undefined) throw new Failure('--stdin-filename is outside of the repository');
  return path;
}
