/** Goalposts that moved, told with what they were: rules are pure, so git is asked here. */
import { canonicalOf } from '../brief/canonical.ts';
import type { Values } from '../brief/fields.ts';
import { readBrief } from '../brief/read.ts';
import { movedFields } from '../agreement/seals.ts';
import { loadFile } from '../files/load.ts';
import type { Workspace } from '../files/workspace.ts';
import { compareField } from '../history/compare.ts';
import type { FieldChange } from '../history/types.ts';
import { checkBrief, RULE } from '../rules/index.ts';
import type { CheckSetup } from './check-context.ts';
import { checkContext } from './check-context.ts';
import type { LocatedFinding } from './findings.ts';
import { locate } from './findings.ts';
import { sealedValues } from './sealed-values.ts';

/** Git is asked about so many briefs; of more, what moved is left to `delegate log`. */
const MAX_BRIEFS = 200;

/** The findings, with each moved goalpost told by what moved, from what to what, at its line. */
export async function withMoves(
  workspace: Workspace,
  setup: CheckSetup,
  findings: readonly LocatedFinding[],
  textOf?: (path: string) => string | undefined,
): Promise<readonly LocatedFinding[]> {
  const told = findings.filter(({ rule }) => rule === RULE.goalpostMoved);
  const paths = [...new Set(told.map(({ path }) => path))].slice(0, MAX_BRIEFS);
  if (paths.length === 0 || workspace.repository === undefined) return findings;
  const instead = new Map<string, readonly LocatedFinding[]>();
  for (const path of paths) {
    const text = textOf?.(path) ?? textFromFile(workspace, path);
    // oxlint-disable-next-line no-await-in-loop -- two processes of git for each are enough at once
    if (text !== undefined) instead.set(path, await movesIn(workspace, setup, path, text));
  }
  const first = new Map(told.toReversed().map((finding) => [finding.path, finding]));
  return findings.flatMap((finding) => {
    const moves = finding.rule === RULE.goalpostMoved ? instead.get(finding.path) : undefined;
    if (moves === undefined || moves.length === 0) return [finding];
    return first.get(finding.path) === finding ? moves : [];
  });
}

function textFromFile(workspace: Workspace, path: string): string | undefined {
  const loaded = loadFile(workspace, path);
  return 'text' in loaded ? loaded.text : undefined;
}

async function movesIn(
  workspace: Workspace,
  setup: CheckSetup,
  path: string,
  text: string,
): Promise<readonly LocatedFinding[]> {
  const brief = readBrief(text);
  const sealed = await sealedValues(workspace, path, brief.values);
  const moved = sealed === undefined ? 'unknown' : movesBetween(sealed, brief.values);
  const found = checkBrief(brief, checkContext(setup, path, undefined, moved));
  return locate(
    found.filter(({ rule }) => rule === RULE.goalpostMoved),
    text,
  );
}

/** How the criteria moved between two states of a brief. */
export function movesBetween(before: Values, after: Values): readonly FieldChange[] {
  return movedFields(before, after).flatMap((name) =>
    compareField(name, canonicalOf(before[name]), canonicalOf(after[name])),
  );
}
