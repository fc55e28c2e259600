import { hasMailmap } from '../../git/identity.ts';
import type { Repository } from '../../git/repository.ts';
import type { FactsByCommit } from '../reading.ts';
import type { ReadOn } from './read-on.ts';

/** Who made commits, as it was kept; undefined where a mailmap may make other names of them. */
export async function knownFacts(
  repository: Repository,
  { known: { factsAt }, graph, placeBefore }: ReadOn,
): Promise<FactsByCommit | undefined> {
  if (factsAt === undefined || (await hasMailmap(repository))) return undefined;
  return {
    get(id) {
      const commit = graph.indexOf(id);
      const place = commit === undefined ? undefined : placeBefore(commit);
      return place === undefined ? undefined : factsAt(place);
    },
  };
}
