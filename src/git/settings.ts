/** The settings of this clone, as `git config --local` has them. */
import { Failure } from '../failure.ts';
import type { Repository } from './repository.ts';
import { writeGit } from './write.ts';

/** Sets one; a Failure when git cannot. */
export async function setSetting(
  { root, env }: Repository,
  key: string,
  value: string,
): Promise<void> {
  const { status, output } = await writeGit(root, ['config', '--local', key, value], { env });
  if (status === 0) return;
  throw new Failure(`git config failed: ${output}`, 'See who may write .git/config.');
}

/** Removes a section with all that is in it; false when there is none. */
export async function removeSection({ root, env }: Repository, section: string): Promise<boolean> {
  const args = ['config', '--local', '--remove-section', section];
  return (await writeGit(root, args, { env })).status === 0;
}

/** Deletes what git remembers of a textconv's output; it is there only once git showed something. */
export async function forgetTextconv({ root, env }: Repository, driver: string): Promise<void> {
  await writeGit(root, ['update-ref', '-d', `refs/notes/textconv/${driver}`], { env });
}
