import { currentSeal, goalpostMoved } from '../agreement/seals.ts';
import type { Values } from '../brief/fields.ts';
import { sealedValues } from '../lint/sealed-values.ts';
import type { OpenBrief } from './open-briefs.ts';

/** After this time it may have been committed. */
const RETRY_MS = 10_000;

/** What was agreed to, looked up in git once, and only where the criteria are another now. */
export function createSealedCache(): (brief: OpenBrief) => Promise<Values | undefined> {
  const bySeal = new Map<string, Promise<Values | undefined>>();
  return async ({ view, home: { root } }) => {
    const { values } = view.brief;
    const seal = goalpostMoved(values) ? currentSeal(values) : undefined;
    if (seal === undefined) return undefined;
    const key = `${root.workspace.root}\n${view.path}\n${seal}`;
    const known = bySeal.get(key);
    if (known !== undefined) return known;
    const found = sealedValues(root.workspace, view.path, values).catch(() => undefined);
    bySeal.set(key, found);
    void found.then((sealed) => sealed ?? setTimeout(() => bySeal.delete(key), RETRY_MS).unref());
    return found;
  };
}
