import { resolve } from 'node:path';
import { Failure } from '../../failure.ts';
import { readStream, textOf } from '../../files/bytes.ts';
import { pathInside } from '../../files/workspace.ts';
import type { LocatedFinding } from '../../lint/findings.ts';
import { fileFinding } from '../../lint/findings.ts';
import { lintText } from '../../lint/lint.ts';
import { RULE } from '../../rules/index.ts';
import type { LintRun } from './run.ts';

/** Lints what comes on standard input, as the file that it stands for. */
export async function lintStdin(run: LintRun): Promise<readonly LocatedFinding[]> {
  const path = stdinPath(run);
  const read = textOf(await readStream(run.host.stdin));
  if ('text' in read) return lintText(run.linter, path, read.text);
  const message = `standard input is ${read.fault}`;
  return [fileFinding({ message, help: read.help, rule: RULE.frontmatter, level: 'error', path })];
}

/** The path that `--stdin-filename` means, below the root. */
function stdinPath({ linter: { workspace }, options }: LintRun): string {
  const name = options.stdinFilename;
  if (name === undefined) return '<stdin>';
  const path = pathInside(workspace, resolve(workspace.cwd, name));
  if (path === undefined) throw new Failure('--stdin-filename is outside of the repository');
  return path;
}
