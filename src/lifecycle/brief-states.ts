import type { BriefState } from '../agreement/state.ts';
import { briefState, unreadableState } from '../agreement/state.ts';
import type { Brief } from '../brief/read.ts';
import { readBrief } from '../brief/read.ts';
import { listBriefs } from '../files/list.ts';
import { loadFile } from '../files/load.ts';
import type { Workspace } from '../files/workspace.ts';
import { inboxHistories } from './inbox-history.ts';

interface StateOptions {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Ask git also since when something waits, where the brief does not say. */
  readonly dated?: boolean;
}

/** Where all briefs of a workspace stand on a day, in the order of their paths. */
export async function briefStates(
  workspace: Workspace,
  { today, dated = false }: StateOptions,
): Promise<readonly BriefState[]> {
  const paths = await listBriefs(workspace);
  // Of most briefs git has nothing to add.
  const asked = new Map<string, Brief>();
  const states = paths.map((path) => {
    const loaded = loadFile(workspace, path);
    if ('problem' in loaded) return unreadableState(path, loaded.problem.message);
    const brief = readBrief(loaded.text);
    const state = briefState(path, brief, { today });
    const isUndated = dated && state.waits.some(({ since }) => since === undefined);
    if (state.moved || isUndated) asked.set(path, brief);
    return state;
  });
  const histories = await historiesOf(workspace, states, [...asked.keys()]);
  return states.map((state) => {
    const brief = asked.get(state.path);
    if (brief === undefined) return state;
    return briefState(state.path, brief, { today, history: histories.get(state.path) });
  });
}

async function historiesOf(
  workspace: Workspace,
  states: readonly BriefState[],
  asked: readonly string[],
): ReturnType<typeof inboxHistories> {
  if (asked.length === 0) return new Map();
  const moved = new Set(states.filter((state) => state.moved).map(({ path }) => path));
  return inboxHistories(workspace, {
    moved: [...moved],
    dated: asked.filter((path) => !moved.has(path)),
  });
}
