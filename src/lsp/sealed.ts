import { sealMatches } from '../brief/canonical.ts';
import type { Values } from '../brief/fields.ts';
import { readBrief } from '../brief/read.ts';
import type { Workspace } from '../files/workspace.ts';
import { runGit } from '../git/run.ts';

/** How many revisions of a file are looked at. */
const MOST = 300;

/**
 * The values that a seal was made of: those of the newest committed revision of the file that it
 * fits. A seal is a hash; only git can tell what moved.
 *
 * @returns Undefined where no revision under this name fits.
 */
export async function sealedValues(
  workspace: Workspace,
  path: string,
  seal: string,
): Promise<Values | undefined> {
  const { repository } = workspace;
  if (repository === undefined || repository.bare) return undefined;
  const { root, env } = repository;
  const args = ['--literal-pathspecs', 'rev-list', `--max-count=${MOST}`, 'HEAD', '--', path];
  const list = await runGit(root, args, { env });
  if (list.status !== 0) return undefined;
  const commits = list.stdout.toString().split('\n').filter(Boolean);
  if (commits.length === 0 || path.includes('\n')) return undefined;
  const input = commits.map((commit) => `${commit}:${path}\n`).join('');
  const blobs = await runGit(root, ['cat-file', '--batch'], { env, input });
  for (const text of textsOf(blobs.stdout)) {
    const { values } = readBrief(text);
    if (sealMatches(seal, values)) return values;
  }
  return undefined;
}

/** The contents in the answer of `cat-file --batch`: a line that ends with the size, then so many bytes. */
function* textsOf(answer: Buffer): Generator<string> {
  let at = 0;
  while (at < answer.length) {
    const newline = answer.indexOf(10, at);
    if (newline < 0) return;
    const header = answer.toString('utf8', at, newline);
    at = newline + 1;
    const size = / blob (\d+)$/.exec(header)?.[1];
    if (size === undefined) continue;
    yield answer.toString('utf8', at, at + Number(size));
    at += Number(size) + 1;
  }
}
