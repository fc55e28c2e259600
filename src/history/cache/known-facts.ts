import type { CommitFacts } from '../../git/history-commits.ts';
import { hasMailmap } from '../../git/identity.ts';
import type { Repository } from '../../git/repository.ts';
import type { FactsByCommit } from '../reading.ts';
import type { ReadOn } from './read-on.ts';

/**
 * Who made commits, as it was kept; undefined where a mailmap may make other names of them.
 *
 * @param withNames False where nobody looks at what people are called.
 */
export async function knownFacts(
  repository: Repository,
  { known: { factsAt }, graph, placeBefore }: ReadOn,
  withNames = true,
): Promise<FactsByCommit | undefined> {
  if (factsAt === undefined || (withNames && (await hasMailmap(repository)))) return undefined;
  const at = (commit: number): CommitFacts | undefined => {
    const place = placeBefore(commit);
    return place === undefined ? undefined : factsAt(place);
  };
  return {
    at,
    get(id) {
      const commit = graph.indexOf(id);
      return commit === undefined ? undefined : at(commit);
    },
  };
}
