/** What the commits of a range touched outside of what was agreed. */
import { posix } from 'node:path';
import type { FenceTest, GuardKind } from '../../agreement/guarded.ts';
import { judgingKind } from '../../agreement/guarded.ts';
import { lineIndex } from '../../brief/positions.ts';
import { CONFIG_FILE, parseConfig } from '../../config/config.ts';
import { MAX_FILE_BYTES } from '../../files/bytes.ts';
import { readBlobs } from '../../git/history-blobs.ts';
import type { PathChange, RangeCommit } from '../../git/range-changes.ts';
import { LINK, SUBMODULE, mergeBase, pathChanges } from '../../git/range-changes.ts';
import type { Repository } from '../../git/repository.ts';
import { shellQuote } from '../../git/shell.ts';
import type { GuardFinding } from './finding.ts';

/** What paths are held against. */
export interface TouchRules {
  /** The fences that stood for a commit: a path may be inside of any. */
  readonly fences: (commit: string) => readonly FenceTest[];
  /** The paths that the brief itself has had. */
  readonly own: ReadonlySet<string>;
  /** True for the file of a brief. */
  readonly isBrief: (path: string) => boolean;
  /** The checks of its evidence that stand on a path, by name. */
  readonly protecting: (path: string) => readonly string[];
  readonly ref: string;
}

interface Touched {
  readonly commit: string;
  readonly change: PathChange;
  /** What a merge did by itself. */
  readonly byMerge: boolean;
}

/** What was touched and is none of this work, in the order of the commits. */
export async function touchedFindings(
  repository: Repository,
  commits: readonly RangeCommit[],
  rules: TouchRules,
): Promise<readonly GuardFinding[]> {
  const touched = await readTouched(repository, commits);
  const suspect = touched.filter(({ change }) => !rules.own.has(change.path));
  const texts = await readTexts(
    repository,
    suspect.flatMap(({ change: { path, newMode, before, after } }) => {
      if (path === CONFIG_FILE) return [before, after];
      return newMode === LINK ? [after] : [];
    }),
  );
  return suspect.flatMap((one) => findingOf(one, rules, texts) ?? []);
}

/** What each commit did by itself; of a merge, what neither of its parents had. */
async function readTouched(
  repository: Repository,
  commits: readonly RangeCommit[],
): Promise<readonly Touched[]> {
  const inRange = new Set(commits.map(({ id }) => id));
  const single = commits.filter(({ parents }) => parents.length < 2);
  const rows = await pathChanges(
    repository,
    single.map(({ id, parents: [from] }) => ({ commit: id, from })),
  );
  const found = new Map<string, readonly Touched[]>(
    single.map(({ id: commit }, at) => [
      commit,
      (rows[at] ?? []).map((change) => ({ commit, change, byMerge: false })),
    ]),
  );
  for (const merge of commits) {
    if (merge.parents.length < 2) continue;
    // oxlint-disable-next-line no-await-in-loop -- few commits are merges
    const own = await ownOfMerge(repository, merge, inRange);
    const commit = merge.id;
    found.set(
      commit,
      own.map((change) => ({ commit, change, byMerge: true })),
    );
  }
  return commits.flatMap(({ id }) => found.get(id) ?? []);
}

/**
 * What a merge made that none of its parents had, and what it took back of what the base brought in
 * although the branch had never touched it.
 */
async function ownOfMerge(
  repository: Repository,
  { id, parents }: RangeCommit,
  inRange: ReadonlySet<string>,
): Promise<readonly PathChange[]> {
  const against = await pathChanges(
    repository,
    parents.map((from) => ({ commit: id, from })),
  );
  const [first = [], ...others] = against;
  const isIn = (rows: readonly PathChange[], path: string): boolean =>
    rows.some((row) => row.path === path);
  const made = first.filter(({ path }) => others.every((rows) => isIn(rows, path)));
  const ours = parents.find((parent) => inRange.has(parent)) ?? parents[0];
  const lost: PathChange[] = [];
  for (const [at, base] of parents.entries()) {
    if (inRange.has(base) || ours === undefined || base === ours) continue;
    // oxlint-disable-next-line no-await-in-loop -- mostly one
    const fork = await mergeBase(repository, ours, base);
    if (fork === undefined) continue;
    // oxlint-disable-next-line no-await-in-loop -- the same
    const [brought = [], branch = []] = await pathChanges(repository, [
      { commit: base, from: fork },
      { commit: ours, from: fork },
    ]);
    const rows = against[at] ?? [];
    lost.push(...rows.filter(({ path }) => isIn(brought, path) && !isIn(branch, path)));
  }
  return [...made, ...lost.filter(({ path }) => !isIn(made, path))];
}

async function readTexts(
  repository: Repository,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const wanted = [...new Set(ids)].filter((id) => /[1-9a-f]/.test(id));
  await readBlobs(repository, wanted, MAX_FILE_BYTES, (id, bytes) => {
    if (typeof bytes !== 'string') texts.set(id, bytes.toString('utf8'));
  });
  return texts;
}

function findingOf(
  { commit, change, byMerge }: Touched,
  rules: TouchRules,
  texts: ReadonlyMap<string, string>,
): GuardFinding | undefined {
  const { path } = change;
  const fences = rules.fences(commit);
  const isNamed = fences.some((fence) => fence.isNamed(path));
  const isFenced = fences.some((fence) => fence.isFence);
  const isInside = fences.some((fence) => fence.isInside(path));
  const told = (kind: GuardKind, message: string, help: string, line?: number): GuardFinding => ({
    kind,
    commit,
    path,
    ...(line === undefined ? {} : { line }),
    message: `${message}${byMerge ? ', by the merge itself' : ''}`,
    help,
  });
  const what = changeText(change);
  if (path.toLowerCase() === CONFIG_FILE) return configFinding(change, texts, told);
  if (rules.isBrief(path) && !isNamed) {
    return told('other-brief', `${what}, the file of another brief`, 'Take it out of this work.');
  }
  const judging = judgingKind(path);
  if (judging !== undefined && !isNamed) {
    const who = 'Let somebody else change it, or name it in the fence and let both agree.';
    return told(judging, `${what}: ${JUDGES[judging]}`, who);
  }
  const checks = rules.protecting(path);
  if (checks.length > 0) {
    const message = `${what}: the check ${checks.join(', ')} stands on it`;
    const help = `Look at it by hand before you trust the check; delegate verify ${rules.ref} runs what is there.`;
    return told('protected', message, help);
  }
  if (!isFenced) return undefined;
  if (!isInside) {
    const isOut = fences.every((fence) => fence.isOut(path));
    return isOut
      ? told('fence', `${what}, and fence.out names it`, 'Take it out of this work.')
      : told('fence', `${what} outside the fence`, wayToWiden(path, rules.ref));
  }
  if (change.newMode === SUBMODULE || change.oldMode === SUBMODULE) {
    const isExact = fences.some((fence) => fence.isExactly(path));
    const message = `${what}, a submodule: what it holds stands in no commit here`;
    return isExact
      ? undefined
      : told('submodule', message, 'Name its path in the fence, and let both agree.');
  }
  return linkFinding(change, texts, { fences, told });
}

const JUDGES = {
  configuration: 'it decides who made a commit',
  program: 'the program that judges this work',
  workflow: 'it decides what runs in CI, or as a hook',
};

type Told = (kind: GuardKind, message: string, help: string, line?: number) => GuardFinding;

function linkFinding(
  { path, newMode, after }: PathChange,
  texts: ReadonlyMap<string, string>,
  { fences, told }: { fences: readonly FenceTest[]; told: Told },
): GuardFinding | undefined {
  if (newMode !== LINK) return undefined;
  const target = texts.get(after) ?? '';
  const leads = posix.normalize(posix.join(posix.dirname(path), target));
  const isAway = posix.isAbsolute(target) || leads === '..' || leads.startsWith('../');
  if (!isAway && fences.some((fence) => fence.isInside(leads))) return undefined;
  const where = isAway ? 'out of the repository' : 'out of the fence';
  return told(
    'link',
    `${path} is a symbolic link to ${target}, which leads ${where}`,
    'Let it lead to something inside of the fence, or put the file itself there.',
  );
}

function changeText({ path, oldMode, newMode }: PathChange): string {
  if (/^0+$/.test(oldMode)) return `${path} was added`;
  return /^0+$/.test(newMode) ? `${path} was deleted` : `${path} was changed`;
}

/** How both agree to a fence that holds the folder of a path, or the path at the root. */
function wayToWiden(path: string, ref: string): string {
  const folder = posix.dirname(path);
  const item = shellQuote(`fence.in=${folder === '.' ? path : `${folder}/**`}`);
  return `Take it out, or let both agree to a wider fence: delegate amend ${shellQuote(ref)} --add ${item} --reason "…"`;
}

/** Whether a change of the configuration is one of what checks run. */
function configFinding(
  { path, before, after }: PathChange,
  texts: ReadonlyMap<string, string>,
  told: Told,
): GuardFinding {
  const [was, is] = [before, after].map((id) => checksIn(texts.get(id)));
  const text = texts.get(after) ?? '';
  const at = text.search(/^checks:/m);
  const line = at < 0 ? undefined : lineIndex(text).position(at).line;
  const help = 'Put it back, or let the one who handed the work over change it.';
  return was === is
    ? told('configuration', `${path} was changed: it decides how briefs are judged`, help)
    : told('checks', `${path}: what the checks run, or what they protect, was changed`, help, line);
}

/** The checks of a configuration as one text. */
function checksIn(text: string | undefined): string {
  if (text === undefined) return '[]';
  try {
    return JSON.stringify(parseConfig(text).checks);
  } catch {
    return 'it cannot be read';
  }
}
