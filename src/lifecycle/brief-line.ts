/** The history of one brief up to a commit. */
import { MAX_FILE_BYTES } from '../files/bytes.ts';
import type { Workspace } from '../files/workspace.ts';
import type { Repository } from '../git/repository.ts';
import { textAt } from '../git/revision.ts';
import { agreedStates } from '../history/agreed-states.ts';
import type { BriefSummary } from '../history/brief-history.ts';
import { briefSummaries } from '../history/brief-history.ts';
import type { RepositoryHistory } from '../history/reading.ts';
import { readHistory } from '../history/repository-history.ts';
import type { Config } from '../config/config.ts';
import { CONFIG_FILE, DEFAULT_CONFIG, parseConfig } from '../config/config.ts';
import { Failure } from '../failure.ts';

/** What is asked for: the file that a brief stands in, or the id that it has. */
interface Asked {
  readonly path: string;
  readonly id: string | undefined;
}

/** A brief in the history that leads to a commit. */
interface BriefLine {
  readonly history: RepositoryHistory;
  readonly summary: BriefSummary;
}

/** Reads the history of a brief; undefined where the commit knows none such. */
async function briefLine(
  repository: Repository,
  tip: string,
  folders: readonly string[],
  { path, id }: Asked,
): Promise<BriefLine | undefined> {
  const history = await readHistory(repository, {
    tip,
    patterns: folders,
    firstParent: false,
    workTree: undefined,
    only: () => ({ isPath: (one) => one === path, isId: (one) => one === id }),
  });
  const all = briefSummaries(history);
  const summary =
    (id === undefined ? undefined : all.find((one) => one.id === id)) ??
    all.find((one) => one.path === path && (id === undefined || one.id === null));
  return summary && { history, summary };
}

/** Where and as what a brief was agreed to. */
export interface Agreed {
  readonly commit: string;
  readonly path: string;
  /** `YYYY-MM-DD`, of the commit. */
  readonly date: string | undefined;
}

/** The commit that recorded what both have agreed to last; undefined where there is none. */
export async function agreedIn(
  { repository, config }: Workspace,
  asked: Asked,
): Promise<Agreed | undefined> {
  const tip = repository?.head;
  if (repository === undefined || tip === undefined) return undefined;
  const line = await briefLine(repository, tip, config.folder, asked);
  if (line === undefined) return undefined;
  const { last } = line.summary;
  const state = agreedStates(last).get(last);
  const commit = state && line.history.graph.idAt(state.commit);
  if (state === undefined || commit === undefined) return undefined;
  const facts = await line.history.facts;
  return { commit, path: state.path, date: facts.get(commit)?.date?.slice(0, 10) };
}

/**
 * The configuration of a commit. A Failure where it cannot be read; names of rules are not checked, as
 * they may be those of another version.
 */
export async function configAt(repository: Repository, commit: string): Promise<Config> {
  const text = await textAt(repository, commit, CONFIG_FILE, MAX_FILE_BYTES);
  if (text === undefined) return DEFAULT_CONFIG;
  try {
    return parseConfig(text);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(`in ${commit.slice(0, 12)}, ${error.message}`, error.help);
  }
}
