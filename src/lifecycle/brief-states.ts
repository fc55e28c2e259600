import type { BriefState } from '../agreement/state.ts';
import { inboxFacts } from '../agreement/inbox.ts';
import { askedOfGit } from '../agreement/inbox-kinds.ts';
import { briefState, unreadableState } from '../agreement/state.ts';
import type { Brief } from '../brief/read.ts';
import { readBrief } from '../brief/read.ts';
import { listBriefs } from '../files/list.ts';
import { loadFile } from '../files/load.ts';
import type { Workspace } from '../files/workspace.ts';
import type { AskedHistories } from './inbox-history.ts';
import { briefThen } from './brief-then.ts';
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
  // Ten thousand briefs that nobody looks at again take longer to keep than to read.
  return (await stated(workspace, options, false)).map(({ state }) => state);
}

/**
 * All briefs of a workspace, and where they stand on a day, in the order of their paths.
 *
 * @param paths Those of which it is asked; without them git is asked which it ignores.
 */
export function statedBriefs(
  workspace: Workspace,
  options: StateOptions,
  paths?: readonly string[],
): Promise<readonly StatedBrief[]> {
  return stated(workspace, options, true, paths);
}

/** The same; unless they are wanted, the briefs of which git has nothing to add are not kept. */
async function stated(
  workspace: Workspace,
  { today, dated = false, historiesOf = (asked) => inboxHistories(workspace, asked) }: StateOptions,
  areWanted: boolean,
  known?: readonly string[],
): Promise<readonly StatedBrief[]> {
  const paths = known ?? (await listBriefs(workspace));
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
    return { brief: areWanted || asked.has(path) || mayAsk(state) ? brief : undefined, state };
  });
  const moved = all.flatMap(({ state }) => (state.moved ? [state.path] : []));
  const others = [...asked].filter((path) => !moved.includes(path));
  const [histories, thens] = await Promise.all([
    asked.size === 0 ? new Map() : historiesOf({ moved, dated: others }),
    briefsThen(workspace, all, today),
  ]);
  return all.map((one) => {
    const { brief, state } = one;
    const { path } = state;
    if (brief === undefined || !(asked.has(path) || thens.has(path))) return one;
    const history = { ...histories.get(path), asOf: thens.get(path) };
    return { brief, state: briefState(path, brief, { today, history }) };
  });
}

/** Where one brief stands on a day, as the list has it. */
export async function stateOf(
  workspace: Workspace,
  path: string,
  brief: Brief,
  today: string,
): Promise<BriefState> {
  const state = briefState(path, brief, { today });
  const asOf = (await briefsThen(workspace, [{ brief, state }], today)).get(path);
  return asOf === undefined ? state : briefState(path, brief, { today, history: { asOf } });
}

/** True for a brief of which git may be asked: for the others there is no need to look. */
function mayAsk({ status, state }: BriefState): boolean {
  return status === 'draft' || state === 'blocked';
}

/** Some briefs as they were when they came to have what git is asked about: it is asked of few. */
async function briefsThen(
  workspace: Workspace,
  briefs: readonly StatedBrief[],
  today: string,
): Promise<ReadonlyMap<string, Brief | undefined>> {
  const asking = briefs.flatMap(({ brief, state }) => {
    const { path } = state;
    const has =
      brief?.readable === true && mayAsk(state)
        ? askedOfGit(inboxFacts(brief, { today }))
        : undefined;
    return has === undefined ? [] : [{ path, has }];
  });
  const found = new Map<string, Brief | undefined>();
  for (const { path, has } of asking) {
    // oxlint-disable-next-line no-await-in-loop -- a process each: one after the other
    found.set(path, await briefThen(workspace, path, has));
  }
  return found;
}
