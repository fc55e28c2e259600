import { isUtf8 } from 'node:buffer';
import { resolve } from 'node:path';
import { Failure } from '../../failure.ts';
import { LARGEST } from '../../files/load.ts';
import { pathInside } from '../../files/workspace.ts';
import type { Reported } from '../../lint/findings.ts';
import { unlocated } from '../../lint/findings.ts';
import { othersOf } from '../../lint/all.ts';
import { checkText, looksAcross } from '../../lint/check.ts';
import type { Run } from './lint.ts';

/** Checks what comes on standard input, as the file that it stands for. */
export async function checkStdin(lint: Run): Promise<readonly Reported[]> {
  const path = stdinPath(lint);
  const text = await readAll(lint.host.stdin);
  if (typeof text !== 'string') {
    const found = { rule: 'frontmatter', level: 'error' as const, path };
    return [unlocated({ ...found, message: text.problem, help: text.help })];
  }
  const first = checkText(lint.setup, path, text);
  if (!looksAcross(lint.setup.config)) return first.findings;
  const others = await othersOf(lint.setup, [first], lint.all);
  return checkText(lint.setup, path, text, others).findings;
}

async function readAll(
  stream: AsyncIterable<Buffer | string>,
): Promise<string | { problem: string; help: string }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST) {
      return { problem: 'the text is larger than 1 MiB', help: 'a brief fits on a page' };
    }
    chunks.push(bytes);
  }
  const bytes = Buffer.concat(chunks);
  if (!isUtf8(bytes)) return { problem: 'the text is not UTF-8', help: 'send it as UTF-8' };
  return bytes.toString('utf8');
}

/** The path that `--stdin-filename` means, below the root. */
function stdinPath({ workspace, options }: Run): string {
  const name = options.stdinFilename;
  if (name === undefined) return '<stdin>';
  const path = pathInside(workspace, resolve(workspace.cwd, name));
  if (path === undefined) throw new Failure('--stdin-filename is outside of the repository');
  return path;
}
