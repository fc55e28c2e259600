/** Checks a set of files among all the others. */
import type { CheckMany } from './check.ts';
import type { CheckSetup } from './check-context.ts';
import { checkFile } from './check.ts';
import { crossFileFilter, hasCrossFileRules, summariseAll } from './cross-file.ts';
import type { LocatedFinding } from './findings.ts';
import { expectFiles } from './expected-text.ts';

/** Fewer files than this are checked before another thread has started. */
const POOL_THRESHOLD = 800;

/** Checks the files here, or on all cores when there are many. */
const checkEach: CheckMany = async (setup, paths) => {
  expectFiles(setup, paths);
  if (paths.length < POOL_THRESHOLD) return paths.map((path) => checkFile(setup, path));
  const { checkOnAllCores } = await import('./pool.ts');
  return checkOnAllCores(setup, paths);
};

interface CheckJob {
  readonly setup: CheckSetup;
  /** The files to check. */
  readonly paths: readonly string[];
  /** All briefs, for the rules that look across files. */
  readonly listAll: () => Promise<readonly string[]>;
  /** Another way to check the files than reading each. */
  readonly checkMany?: CheckMany | undefined;
}

/** Checks the files, each read once, and again only where another file makes a difference to it. */
export async function checkAll(job: CheckJob): Promise<LocatedFinding[]> {
  const { setup, paths, listAll, checkMany = checkEach } = job;
  const checked = await checkMany(setup, paths);
  if (!hasCrossFileRules(setup.config)) return checked.flatMap(({ findings }) => findings);
  const others = await summariseAll(setup, checked, listAll);
  const isConcerned = crossFileFilter(setup, others);
  return checked.flatMap((one) => {
    return (isConcerned(one) ? checkFile(setup, one.path, others) : one).findings;
  });
}
