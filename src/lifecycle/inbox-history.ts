/** What only git knows of what waits: since when, and who moved a goalpost in silence. */
import type { InboxHistory } from '../agreement/inbox-kinds.ts';
import { goalpostMoved } from '../agreement/seals.ts';
import { readBrief } from '../brief/read.ts';
import { MAX_FILE_BYTES } from '../files/bytes.ts';
import { parsePattern } from '../files/pattern.ts';
import type { Workspace } from '../files/workspace.ts';
import type { FileChange } from '../git/file-changes.ts';
import { eachFileChange } from '../git/file-changes.ts';
import { readBlobs } from '../git/history-blobs.ts';
import { headCommit } from '../git/history-graph.ts';
import { keptAnswer } from '../git/kept-answer.ts';
import type { Repository } from '../git/repository.ts';

/** A silent move that is older than so many changes of its file is nobody's. */
const MAX_CHANGES = 50;

/** The briefs that git is asked about, by path. */
export interface AskedHistories {
  /** The briefs of which the day of the last commit is asked for. */
  readonly dated: readonly string[];
  /** The briefs with a silent move. */
  readonly moved: readonly string[];
}

/** What git knows of these briefs, by path; nothing where there is no git. */
export async function inboxHistories(
  { repository, config }: Workspace,
  asked: AskedHistories,
): Promise<ReadonlyMap<string, InboxHistory>> {
  if (repository === undefined) return new Map();
  if ((await headCommit(repository)) === undefined) return new Map();
  const folders = config.folder.map((folder) => parsePattern(folder).literalStart);
  const found = await keptAnswer(repository, { kind: 'inbox-', asked: [asked, folders] }, (tip) =>
    readHistories(repository, { tip, folders }, asked),
  );
  return new Map(found);
}

async function readHistories(
  repository: Repository,
  { tip, folders }: { readonly tip: string; readonly folders: readonly string[] },
  { dated, moved }: AskedHistories,
): Promise<(readonly [path: string, InboxHistory])[]> {
  const changes = new Map<string, FileChange[]>();
  const missing = new Set(dated);
  const wanted = new Set([...dated, ...moved]);
  await eachFileChange(repository, { tip, paths: [...wanted], folders }, (change) => {
    const { path } = change;
    if (!wanted.has(path)) return false;
    const known = changes.get(path);
    if (known === undefined) changes.set(path, [change]);
    else if (known.length < MAX_CHANGES) known.push(change);
    missing.delete(path);
    return moved.length === 0 && missing.size === 0;
  });
  const blobs = moved.flatMap((path) => (changes.get(path) ?? []).map(({ blob }) => blob));
  const silent = new Set<string>();
  await readBlobs(repository, [...new Set(blobs)], MAX_FILE_BYTES, (id, bytes) => {
    if (typeof bytes === 'string') return;
    if (goalpostMoved(readBrief(bytes.toString()).values)) silent.add(id);
  });
  return [...wanted].map((path) => {
    const own = changes.get(path) ?? [];
    return [path, { changedOn: own[0]?.date, moved: madeBy(own, silent) }];
  });
}

/** The change that made the silent move that stands: the first of those that have it since. */
function madeBy(
  changes: readonly FileChange[],
  silent: ReadonlySet<string>,
): InboxHistory['moved'] {
  const before = changes.findIndex(({ blob }) => !silent.has(blob));
  // Where they all have it, the first that is known of made it; where none does, nobody has yet.
  const made = before < 0 ? changes.at(-1) : changes[before - 1];
  return made === undefined ? undefined : { by: made.author, date: made.date };
}
