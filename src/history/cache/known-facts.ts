import type { CommitFacts } from '../../git/history-commits.ts';
import { hasMailmap } from '../../git/identity.ts';
import type { Repository } from '../../git/repository.ts';
import type { FactsByCommit } from '../reading.ts';
import type { ReadOn } from './read-on.ts';

/**
 * Who made commits: as git told it of the new ones, and of the others as it was kept, where no mailmap may
 * make other names of them by now.
 *
 * @param withNames False where nobody looks at what people are called.
 */
export async function knownFacts(
  repository: Repository,
  { known: { factsAt, hasFacts }, graph, placeBefore, freshFacts }: ReadOn,
  withNames = true,
): Promise<FactsByCommit> {
  const isKept = factsAt !== undefined && !(withNames && (await hasMailmap(repository)));
  const at = (commit: number): CommitFacts | undefined => {
    const place = placeBefore(commit);
    if (place !== undefined) return isKept ? factsAt(place) : undefined;
    return freshFacts.get(graph.idAt(commit) ?? '');
  };
  return {
    at,
    hasAt(commit) {
      const place = placeBefore(commit);
      if (place !== undefined) return isKept && hasFacts(place);
      return freshFacts.has(graph.idAt(commit) ?? '');
    },
    get(id) {
      const commit = graph.indexOf(id);
      return commit === undefined ? undefined : at(commit);
    },
  };
}
