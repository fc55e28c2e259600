import { currentSeal, goalpostMoved } from '../agreement/seals.ts';
import type { Values } from '../brief/fields.ts';
import { agreedValues, sealedValues } from '../lint/sealed-values.ts';
import type { OpenBrief } from './open-briefs.ts';

/** After this time it may have been committed. */
const RETRY_MS = 10_000;

/** What only git knows of an open brief, each looked up once. */
export interface SealedCache {
  /** What the newest seal was made of, only where the criteria are another now. */
  readonly sealed: (brief: OpenBrief) => Promise<Values | undefined>;
  /** What was accepted at first. */
  readonly agreed: (brief: OpenBrief) => Promise<Values | undefined>;
}

export function createSealedCache(): SealedCache {
  const known = new Map<string, Promise<Values | undefined>>();

  async function once(
    { view, home: { root } }: OpenBrief,
    seal: string | undefined,
    find: typeof sealedValues,
  ): Promise<Values | undefined> {
    if (seal === undefined) return undefined;
    const key = `${root.workspace.root}\n${view.path}\n${seal}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = find(root.workspace, view.path, view.brief.values).catch(() => undefined);
    known.set(key, found);
    void found.then((values) => values ?? setTimeout(() => known.delete(key), RETRY_MS).unref());
    return found;
  }

  return {
    async sealed(brief) {
      const { values } = brief.view.brief;
      return goalpostMoved(values) ? once(brief, currentSeal(values), sealedValues) : undefined;
    },
    async agreed(brief) {
      const { values } = brief.view.brief;
      const seal = values.agreement?.criteria;
      const isFirst = seal === currentSeal(values) && !goalpostMoved(values);
      return isFirst ? values : once(brief, seal, agreedValues);
    },
  };
}
