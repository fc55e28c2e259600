/** The findings that an old repository starts with: kept in a file, and told only when new. */
import { lstatSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure } from '../failure.ts';
import { saveAt } from '../files/save.ts';
import type { Reported } from './findings.ts';
import { fingerprints, makeReport } from './findings.ts';
import { printable } from '../printable.ts';

interface Entry {
  readonly path: string;
  readonly rule: string;
  readonly fingerprint: string;
}

const LARGEST = 64 * 1024 * 1024;

/** The baseline in a file; it must be there. */
export function readBaseline(cwd: string, name: string): readonly Entry[] {
  const shown = printable(name, true);
  const help = 'Make it with --update-baseline.';
  let text: string;
  try {
    const file = resolve(cwd, name);
    const stats = statSync(file);
    if (!stats.isFile() || stats.size > LARGEST) {
      throw new Failure(`the baseline ${shown} is not a file of at most 64 MiB`);
    }
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Failure(`there is no baseline ${shown}`, help);
    throw new Failure(`the baseline ${shown} cannot be read (${code})`);
  }
  const entries = parse(text);
  if (entries === undefined) throw new Failure(`${shown} is not a baseline of delegate`, help);
  return entries;
}

function parse(text: string): readonly Entry[] | undefined {
  try {
    const data = JSON.parse(text) as { version?: unknown; findings?: unknown };
    if (data.version !== 1 || !Array.isArray(data.findings)) return undefined;
    const entries = data.findings as Entry[];
    return entries.every((entry) => typeof entry?.fingerprint === 'string') ? entries : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes a baseline that has these findings, in an order that merges well.
 *
 * @param replaced True for a file that was checked or is gone: what the older baseline has of others is
 *   kept.
 * @returns How many findings it has.
 */
export function writeBaseline(
  cwd: string,
  name: string,
  findings: readonly Reported[],
  replaced: (path: string) => boolean,
): number {
  const file = resolve(cwd, name);
  const there = lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  const kept = there ? readBaseline(cwd, name).filter(({ path }) => !replaced(path)) : [];
  const sorted = makeReport(findings, 0).findings;
  const prints = fingerprints(sorted);
  const fresh = sorted.map(({ path, rule }, at) => {
    return { path, rule, fingerprint: prints[at] as string };
  });
  const entries = [...kept, ...fresh].toSorted((a, b) =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : 0,
  );
  const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
  const list = lines === '' ? '[]' : `[\n${lines}\n  ]`;
  saveAt(file, `{\n  "version": 1,\n  "findings": ${list}\n}\n`);
  return entries.length;
}

/** What is left of the findings, and how the baseline fits them. */
interface Compared {
  readonly fresh: readonly Reported[];
  readonly known: number;
  /** Entries of files that were checked whose finding is not there any more. */
  readonly gone: number;
}

/** Takes away the findings that the baseline has. */
export function withoutKnown(
  findings: readonly Reported[],
  baseline: readonly Entry[],
  checked: readonly string[],
): Compared {
  const sorted = makeReport(findings, 0).findings;
  const prints = fingerprints(sorted);
  const known = new Set(baseline.map(({ fingerprint }) => fingerprint));
  const fresh = sorted.filter((_, at) => !known.has(prints[at] as string));
  const there = new Set(prints);
  const files = new Set(checked);
  const gone = baseline.filter(({ path, fingerprint }) => {
    return files.has(path) && !there.has(fingerprint);
  });
  return { fresh, known: sorted.length - fresh.length, gone: gone.length };
}
