/** Checks a set of files among the others of the folder. */
import type { Reported } from './findings.ts';
import type { BriefSummary } from '../rules/index.ts';
import type { CheckSetup, Checked } from './check.ts';
import { acrossFinder, checkFile, looksAcross, summarise } from './check.ts';

/** Checks many files; the default does it on all cores when there are many. */
export type CheckMany = (
  setup: CheckSetup,
  paths: readonly string[],
) => Checked[] | Promise<Checked[]>;

/** Fewer files than this are checked before another thread has started. */
const MANY = 800;

const asManyAsThereAre: CheckMany = async (setup, paths) => {
  if (paths.length < MANY) return paths.map((path) => checkFile(setup, path));
  const { checkOnAllCores } = await import('./pool.ts');
  return checkOnAllCores(setup, paths);
};

interface Job {
  readonly setup: CheckSetup;
  /** The files to check. */
  readonly paths: readonly string[];
  /** All briefs of the folder, for the rules that look across files. */
  readonly all: () => Promise<readonly string[]>;
  readonly checkMany?: CheckMany;
}

/** Checks the files, each read once, and again only where another file makes a difference to it. */
export async function checkAll({ setup, paths, all, checkMany }: Job): Promise<Reported[]> {
  const checked = await (checkMany ?? asManyAsThereAre)(setup, paths);
  if (!looksAcross(setup.config)) return checked.flatMap(({ findings }) => findings);
  const others = await othersOf(setup, checked, all);
  const isTouched = acrossFinder(setup, others);
  return checked.flatMap((one) => {
    return (isTouched(one) ? checkFile(setup, one.path, others) : one).findings;
  });
}

/** The summaries of the whole folder: of what was checked, and of what stands beside it. */
export async function othersOf(
  setup: CheckSetup,
  checked: readonly Checked[],
  all: () => Promise<readonly string[]>,
): Promise<readonly BriefSummary[]> {
  const known = new Map(checked.map(({ path, summary }) => [path, summary]));
  for (const path of await all()) {
    if (!known.has(path)) known.set(path, summarise(setup, path));
  }
  return [...known.values()].filter((summary) => summary !== undefined);
}
