import { hasIdentity, refusingHooks, signsCommits } from './commit-state.ts';
import type { Repository } from './repository.ts';

/** Why git would not commit. */
interface Refusal {
  readonly reason: string;
  /** What is worth showing of what was printed. */
  readonly said: string;
  /** Git does not know who commits. */
  readonly identity: boolean;
}

/** Why git would not commit a file, by the repository's state and what git or a hook printed. */
export async function explainRefusal(repository: Repository, output: string): Promise<Refusal> {
  if (!(await hasIdentity(repository))) {
    return { reason: 'git does not know your name and address yet', said: '', identity: true };
  }
  const hooks = await refusingHooks(repository);
  return { reason: await reasonOf(repository, hooks, output), said: output, identity: false };
}

async function reasonOf(
  repository: Repository,
  hooks: readonly string[],
  output: string,
): Promise<string> {
  const isAboutSigning = hooks.length === 0 || /\bgpg\b|sign|ssh-keygen/i.test(output);
  if ((await signsCommits(repository)) && isAboutSigning) {
    return 'git could not sign the commit (commit.gpgSign): check the signing key';
  }
  if (hooks.length === 0) return 'git would not commit the file';
  const silent = output === '' ? ', and gave no reason' : '';
  return `the ${hooks.join(' or ')} hook refused the commit${silent}`;
}
