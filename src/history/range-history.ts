/**
 * Reads a range from the briefs as they stood before it, and the commits of it: what led there is not
 * read. That is enough where a brief's own revisions tell all that its story in the range depends on
 * (`settled.ts`), and where nobody has to know which briefs there once were.
 */
import { CONFIG_FILE } from '../config/source.ts';
import { MAX_FILE_BYTES } from '../files/bytes.ts';
import type { WorkTree } from '../files/work-tree.ts';
import { briefPaths, isBriefName } from '../files/pattern.ts';
import { readBlobs } from '../git/history-blobs.ts';
import { readCommits } from '../git/history-commits.ts';
import type { Rows } from '../git/history-rows.ts';
import { readRowsOf } from '../git/history-rows.ts';
import type { Window } from '../git/history-window.ts';
import type { Repository } from '../git/repository.ts';
import { filesAt } from '../git/tree-blobs.ts';
import type { BlobContents } from './blob-contents.ts';
import { newContents } from './blob-contents.ts';
import type { BriefKeys } from './brief-keys.ts';
import { newKeys } from './brief-keys.ts';
import { DEFAULT_FOLDER, onlyBriefs } from './brief-rows.ts';
import type { HistoryOptions, RepositoryHistory } from './reading.ts';
import type { Revision } from './revision.ts';
import { isDeleted } from './revision.ts';
import { isReadable } from './snapshot.ts';
import type { CommitState } from './walk-step.ts';
import { EMPTY_STATE } from './walk-step.ts';
import { withItem } from './persistent-vector.ts';
import type { UncommittedRows } from './uncommitted.ts';
import { readUncommitted, walkUncommitted } from './uncommitted.ts';
import { lookingInto } from './walk-history.ts';
import { newWalk, walkGraph } from './walk.ts';

interface RangeOptions extends Pick<HistoryOptions, 'patterns' | 'workTree'> {
  readonly window: Window;
  readonly tip: string;
  /** Whether the revisions that were read tell all of a brief that is asked for. */
  readonly isSettled: (last: Revision) => boolean;
}

/** @returns Undefined where more of the history has to be read. */
export async function readRangeHistory(
  repository: Repository,
  { window, tip, patterns, workTree, isSettled }: RangeOptions,
): Promise<RepositoryHistory | undefined> {
  const { graph } = window;
  const isBrief = briefPaths([...patterns, DEFAULT_FOLDER]);
  const commits = Array.from({ length: graph.count - 1 }, (_, index) => index + 1);
  const all = await readRowsOf(repository, graph, commits, {
    folders: [''],
    wanted: (path) => path === CONFIG_FILE || isBriefName(nameOf(path)),
  });
  if (leadsElsewhere(all, isBrief)) return undefined;
  const rows = onlyBriefs(all, isBrief);
  const contents = newContents();
  const uncommitted =
    workTree && (await readAside(repository, tip, { patterns, contents, workTree }));
  const { staged = [], files = [] } = uncommitted ?? {};
  const changed = [...rows.values(), staged, files].flatMap((own) => own.map(({ path }) => path));
  const paths = [...new Set(changed)];
  if (paths.length > MAX_PATHS) return undefined;
  const facts = readCommits(
    repository,
    [...rows.keys()].map((commit) => graph.idAt(commit) as string),
  );
  facts.catch(() => {});
  const base = await readBase(repository, graph.idAt(0) as string, { paths, rows, contents });
  const keys = newKeys();
  const begin = stateOf(base, keys, contents);
  if (begin === undefined) return undefined;
  const watched = watchedKeys(keys);
  const walk = newWalk({ contentOf: contents.of, isBoundary: () => false }, watched.keys);
  const committed = walkGraph(walk, graph, rows, begin);
  const state = uncommitted ? walkUncommitted(walk, graph, committed, uncommitted) : committed;
  const isBriefNow = briefPaths(patterns);
  const briefs = walk
    .briefs(state)
    .filter((last) => isBriefNow(last.path) || (isDeleted(last) && last.bases.length > 0));
  if (watched.isUnsure() || !briefs.every(isSettled)) return undefined;
  const more = [...walk.changing].filter((commit) => !rows.has(commit));
  return {
    graph,
    briefs,
    idOf: walk.idOf,
    facts: withCommits(
      facts,
      readCommits(
        repository,
        more.map((commit) => graph.idAt(commit) as string),
      ),
    ),
    shallow: false,
    warnings: [],
  };
}

/** What is not committed, against all that is. */
async function readAside(
  repository: Repository,
  tip: string,
  {
    patterns,
    ...reading
  }: Pick<RangeOptions, 'patterns'> & {
    readonly contents: BlobContents;
    readonly workTree: WorkTree;
  },
): Promise<UncommittedRows> {
  const looking = lookingInto(patterns);
  const head = await filesAt(repository, tip, looking);
  return readUncommitted(repository, head, { ...looking, ...reading });
}

/** So many files that a range touches are looked for by name. */
const MAX_PATHS = 500;

async function withCommits<T>(
  ...parts: readonly Promise<ReadonlyMap<string, T>>[]
): Promise<ReadonlyMap<string, T>> {
  const all = await Promise.all(parts);
  return new Map(all.flatMap((one) => [...one]));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** True where the folders of briefs changed, or a file is gone that may have been a brief elsewhere. */
function leadsElsewhere(rows: Rows, isBrief: (path: string) => boolean): boolean {
  return [...rows.values()].some((all) =>
    all.some(({ path, after }) => path === CONFIG_FILE || (after === null && !isBrief(path))),
  );
}

interface Base {
  readonly paths: readonly string[];
  readonly rows: Rows;
  readonly contents: BlobContents;
}

/** The files as they stood at the commit that the range hangs on; reads all contents that are needed. */
async function readBase(
  repository: Repository,
  commit: string,
  { paths, rows, contents }: Base,
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(paths);
  const isBrief = (path: string): boolean => wanted.has(path);
  const files =
    paths.length === 0
      ? new Map<string, string>()
      : await filesAt(repository, commit, { folders: paths, isBrief });
  const changed = [...rows.values()].flatMap((own) => own.flatMap(({ after }) => after ?? []));
  const blobs = [...files.values(), ...changed].filter(contents.expect);
  await readBlobs(repository, blobs, MAX_FILE_BYTES, contents.take);
  return files;
}

/** The state of the files; undefined where one has no id, does not parse, or two have the same id. */
function stateOf(
  files: ReadonlyMap<string, string>,
  keys: BriefKeys,
  contents: BlobContents,
): CommitState | undefined {
  let { paths, briefs } = EMPTY_STATE;
  for (const [path, blob] of files) {
    const content = contents.of(blob);
    if (!isReadable(content) || content.id === undefined) return undefined;
    if (keys.knownKey(content.id) !== undefined) return undefined;
    const key = keys.keyOf(content.id);
    const revision: Revision = {
      key,
      commit: 0,
      path,
      blob,
      snapshot: content,
      bases: [content],
      parents: [],
      notes: [],
    };
    paths = withItem(paths, keys.pathNumber(path), revision);
    briefs = withItem(briefs, key, revision);
  }
  return { paths, briefs };
}

/** Keys that tell whether somebody asked for a brief that may stand, or have stood, elsewhere. */
function watchedKeys(keys: BriefKeys): {
  readonly keys: BriefKeys;
  readonly isUnsure: () => boolean;
} {
  let unsure = false;
  const asked = (id: string): void => {
    if (keys.knownKey(id) === undefined) unsure = true;
  };
  return {
    isUnsure: () => unsure,
    keys: {
      ...keys,
      keyOf(id) {
        asked(id);
        return keys.keyOf(id);
      },
      knownKey(id) {
        asked(id);
        return keys.knownKey(id);
      },
      copiesOf(id) {
        unsure = true;
        return keys.copiesOf(id);
      },
      addCopy(id, key) {
        unsure = true;
        keys.addCopy(id, key);
      },
    },
  };
}
