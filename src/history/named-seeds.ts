/** The briefs that names can mean, before the history of any is read. */
import type { NameMeaning } from '../brief/brief-name.ts';
import type { Seeds } from './related-paths.ts';
import type { FoundRows } from './reading.ts';

/** What stands by such a name is meant, and nothing else is. */
export function seedsOf(meanings: readonly NameMeaning[], { standing }: FoundRows): Seeds {
  const paths = [...standing];
  const open = meanings.filter(({ isPath }) => !paths.some(isPath));
  return {
    isPath: (path) =>
      meanings.some(({ isPath }) => isPath(path)) || open.some(({ isPart }) => isPart(path)),
    isId: (id) => open.some(({ isId }) => isId(id)),
  };
}
