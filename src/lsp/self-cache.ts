import type { Parties } from '../agreement/consent.ts';
import type { Workspace } from '../files/workspace.ts';
import { asNamedIn, selfIn } from '../lifecycle/people.ts';

/** For so long somebody stays who they are. */
const KEEP_MS = 60_000;

/** The person at the keyboard as a brief names them; git is asked once in a while. */
export function createSelfCache(
  now: () => number,
): (workspace: Workspace, parties: Parties) => Promise<string | undefined> {
  const known = new Map<
    string,
    { readonly at: number; readonly self: Promise<string | undefined> }
  >();
  const named = new Map<string, Promise<string>>();
  return async (workspace, parties) => {
    let entry = known.get(workspace.root);
    if (entry === undefined || now() - entry.at > KEEP_MS) {
      entry = { at: now(), self: selfIn(workspace).catch(() => undefined) };
      known.set(workspace.root, entry);
      named.clear();
    }
    const self = await entry.self;
    if (self === undefined) return undefined;
    const { delegate, delegator } = parties;
    const key = JSON.stringify([workspace.root, delegate, delegator]);
    const found = named.get(key) ?? asNamedIn(workspace, parties, self).catch(() => self);
    named.set(key, found);
    return found;
  };
}
