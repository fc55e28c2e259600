/** The findings that an old repository starts with: kept in a file, and only new ones are reported. */
import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure } from '../failure.ts';
import { isInside } from '../files/inside.ts';
import { saveAt } from '../files/save.ts';
import type { Workspace } from '../files/workspace.ts';
import type { LocatedFinding } from './findings.ts';
import { fingerprinter, makeReport } from './findings.ts';
import type { LintedFiles } from './lint.ts';
import { printable } from '../printable.ts';

/** One finding of a baseline. */
interface KnownFinding {
  readonly path: string;
  readonly rule: string;
  readonly fingerprint: string;
}

const MAX_BASELINE_BYTES = 64 * 1024 * 1024;

type Place = Pick<Workspace, 'cwd' | 'root'>;

/** The baseline in a file; it must be there. */
function readBaseline({ cwd, root }: Place, name: string): readonly KnownFinding[] {
  const shown = printable(name, true);
  const help = 'Make it with --update-baseline.';
  let text: string;
  try {
    const file = resolve(cwd, name);
    if (isInside(file, root) && !isInside(realpathSync.native(file), root)) {
      throw new Failure(`the baseline ${shown} is a link that leads out of the repository`);
    }
    const stats = statSync(file);
    if (!stats.isFile() || stats.size > MAX_BASELINE_BYTES) {
      throw new Failure(`the baseline ${shown} is not a file of at most 64 MiB`);
    }
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Failure(`there is no baseline ${shown}`, help);
    throw new Failure(`the baseline ${shown} cannot be read (${code})`);
  }
  const known = parseBaseline(text);
  if (known === undefined) throw new Failure(`${shown} is not a baseline of delegate`, help);
  return known;
}

function parseBaseline(text: string): readonly KnownFinding[] | undefined {
  try {
    const data = JSON.parse(text) as { version?: unknown; findings?: unknown };
    if (data.version !== 1 || !Array.isArray(data.findings)) return undefined;
    const known = data.findings as KnownFinding[];
    return known.every((one) => typeof one?.fingerprint === 'string') ? known : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes the findings of a run to a baseline, in an order that merges well. What an older baseline has
 * of files that were not linted is kept, unless they are gone.
 *
 * @param name The file, seen from the working folder.
 * @returns How many findings the baseline has.
 */
export function updateBaseline(
  { cwd, root, repository }: Workspace,
  name: string,
  { paths, findings }: LintedFiles,
): number {
  const file = resolve(cwd, name);
  const exists = lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  const linted = new Set(paths);
  const kept = (exists ? readBaseline({ cwd, root }, name) : []).filter(
    ({ path }) => !linted.has(path) && existsSync(join(root, path)),
  );
  const sorted = makeReport(findings, 0).findings;
  const prints = sorted.map(fingerprinter());
  const fresh = sorted.map(({ path, rule }, at) => {
    return { path, rule, fingerprint: prints[at] as string };
  });
  const all = [...kept, ...fresh].toSorted((a, b) =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : 0,
  );
  saveAt(file, baselineText(all), repository?.gitDir);
  return all.length;
}

/** One line a finding. */
function baselineText(known: readonly KnownFinding[]): string {
  const lines = known.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
  const list = lines === '' ? '[]' : `[\n${lines}\n  ]`;
  return `{\n  "version": 1,\n  "findings": ${list}\n}\n`;
}

/** What is left of the findings, and how the baseline fits them. */
interface BaselineComparison {
  readonly fresh: readonly LocatedFinding[];
  /** How many findings the baseline has. */
  readonly known: number;
  /** How many entries of files that were linted have no finding any more. */
  readonly gone: number;
}

/** Takes away the findings that the baseline has. */
export function compareWithBaseline(
  workspace: Place,
  name: string,
  { paths, findings }: LintedFiles,
): BaselineComparison {
  const baseline = readBaseline(workspace, name);
  const sorted = makeReport(findings, 0).findings;
  const prints = sorted.map(fingerprinter());
  const known = new Set(baseline.map(({ fingerprint }) => fingerprint));
  const fresh = sorted.filter((_, at) => !known.has(prints[at] as string));
  const found = new Set(prints);
  const linted = new Set(paths);
  const gone = baseline.filter(({ path, fingerprint }) => {
    return linted.has(path) && !found.has(fingerprint);
  });
  return { fresh, known: sorted.length - fresh.length, gone: gone.length };
}
