import type { BriefState } from '../agreement/state.ts';
import { briefState, unreadableState } from '../agreement/state.ts';
import type { Brief } from '../brief/read.ts';
import { readBrief } from '../brief/read.ts';
import { listBriefs } from '../files/list.ts';
import { loadFile } from '../files/load.ts';
import type { Workspace } from '../files/workspace.ts';
import type { AskedHistories } from './inbox-history.ts';
import { inboxHistories } from './inbox-history.ts';

interface StateOptions {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Ask git also since when something waits, where the brief does not say. */
  readonly dated?: boolean;
  /** Who knows what git knows; git itself, where it is not said. */
  readonly historiesOf?: (asked: AskedHistories) => ReturnType<typeof inboxHistories>;
}

/** A brief, and where it stands. */
export interface StatedBrief {
  /** Undefined where the file cannot be read at all. */
  readonly brief: Brief | undefined;
  readonly state: BriefState;
}

/** Where all briefs of a workspace stand on a day, in the order of their paths. */
export async function briefStates(
  workspace: Workspace,
  options: StateOptions,
): Promise<readonly BriefState[]> {
  return (await statedBriefs(workspace, options)).map(({ state }) => state);
}

/** All briefs of a workspace, and where they stand on a day, in the order of their paths. */
export async function statedBriefs(
  workspace: Workspace,
  { today, dated = false, historiesOf = (asked) => inboxHistories(workspace, asked) }: StateOptions,
): Promise<readonly StatedBrief[]> {
  const paths = await listBriefs(workspace);
  // Of most briefs git has nothing to add.
  const asked = new Set<string>();
  const all = paths.map((path): StatedBrief => {
    const loaded = loadFile(workspace, path);
    if ('problem' in loaded) {
      return { brief: undefined, state: unreadableState(path, loaded.problem.message) };
    }
    const brief = readBrief(loaded.text);
    const state = briefState(path, brief, { today });
    const isUndated = dated && state.waits.some(({ since }) => since === undefined);
    if (state.moved || isUndated) asked.add(path);
    return { brief, state };
  });
  const moved = all.flatMap(({ state }) => (state.moved ? [state.path] : []));
  const others = [...asked].filter((path) => !moved.includes(path));
  const histories = asked.size === 0 ? new Map() : await historiesOf({ moved, dated: others });
  return all.map((one) => {
    const { brief, state } = one;
    if (brief === undefined || !asked.has(state.path)) return one;
    const history = histories.get(state.path);
    return { brief, state: briefState(state.path, brief, { today, history }) };
  });
}
