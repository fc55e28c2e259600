import { hasMailmap } from '../../git/identity.ts';
import type { Repository } from '../../git/repository.ts';
import type { FactsByCommit } from '../reading.ts';
import type { KnownHistory } from './decode.ts';

/** Who made commits, as it was kept; undefined where a mailmap may make other names of them. */
export async function knownFacts(
  repository: Repository,
  { facts }: KnownHistory,
): Promise<FactsByCommit | undefined> {
  return facts === undefined || (await hasMailmap(repository)) ? undefined : facts;
}
