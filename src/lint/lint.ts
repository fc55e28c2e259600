/** The engine's use cases: lint the files that are named, or one text. */
import { checkAll } from './all.ts';
import type { CheckMany } from './check.ts';
import { checkText } from './check.ts';
import { hasCrossFileRules, summariseAll } from './cross-file.ts';
import type { LocatedFinding } from './findings.ts';
import type { FixedFile } from './fix.ts';
import type { Linter } from './linter.ts';
import { checkOneText } from './expected-text.ts';
import { RULE } from '../rules/ids.ts';
import { targets } from './targets.ts';

interface LintFilesOptions {
  /** Files, folders and patterns; all briefs when there is none. */
  readonly names: readonly string[];
  /** A name may mean no brief. */
  readonly allowNone?: boolean | undefined;
  /** Only what changed since this revision. */
  readonly since?: string | undefined;
  /** Make the safe fixes, and save them. */
  readonly fix?: boolean | undefined;
  /** Only work the fixes out. */
  readonly dryRun?: boolean | undefined;
  /** Another way to check the files than reading each. */
  readonly checkMany?: CheckMany | undefined;
}

/** What was linted, what was found in it, and what was fixed before. */
export interface LintedFiles {
  readonly paths: readonly string[];
  readonly findings: readonly LocatedFinding[];
  readonly fixed: readonly FixedFile[];
}

/** Lints files. */
export async function lintFiles(linter: Linter, options: LintFilesOptions): Promise<LintedFiles> {
  const { workspace, setup, listAll } = linter;
  const { since, fix, dryRun = false, checkMany } = options;
  let paths = await targets(workspace, options, listAll);
  if (since !== undefined) {
    const { changedSince } = await import('./since.ts');
    paths = await changedSince(workspace, since, paths);
  }
  const job = { setup, paths, listAll, checkMany };
  const tellMoves = async (found: readonly LocatedFinding[]) => {
    if (!found.some(({ rule }) => rule === RULE.goalpostMoved)) return found;
    const { withMoves } = await import('./moved.ts');
    return withMoves(workspace, setup, found);
  };
  const findings = await checkAll(job);
  if (fix !== true) return { paths, findings: await tellMoves(findings), fixed: [] };
  const { fixFiles } = await import('./fix.ts');
  const fixable = findings.filter((finding) => finding.fix !== undefined);
  const fixed = await fixFiles(linter, new Set(fixable.map(({ path }) => path)), dryRun);
  const left = fixed.length > 0 && !dryRun ? await checkAll(job) : findings;
  return { paths, findings: await tellMoves(left), fixed };
}

/** Lints a text as the file that it stands for, among all the other briefs. */
export async function lintText(
  { workspace, setup, listAll }: Linter,
  path: string,
  text: string,
): Promise<readonly LocatedFinding[]> {
  const alone = checkOneText(setup, path, text);
  let { findings } = alone;
  if (hasCrossFileRules(setup.config)) {
    const others = await summariseAll(setup, [alone], listAll);
    ({ findings } = checkText(setup, path, text, others));
  }
  if (!findings.some(({ rule }) => rule === RULE.goalpostMoved)) return findings;
  const { withMoves } = await import('./moved.ts');
  return withMoves(workspace, setup, findings, () => text);
}
