/** `delegate report --from`: the page of the lines that other repositories' CI has kept. */
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { isWanted } from '../../agreement/state-filter.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import type { RepositoryReport, ToldMoves } from '../../lifecycle/report-data.ts';
import { briefReport } from '../../lifecycle/report-data.ts';
import { printable } from '../../printable.ts';
import type { SavedRepository } from '../../report/lines/read.ts';
import { lineReader } from '../../report/lines/read.ts';
import type { AskedMoves, ReportOptions } from './options.ts';
import { statesOf } from './options.ts';

/** A brief has at most 1 MiB, and its line not much more. */
const MAX_LINE = 8 * 1024 * 1024;
const MAX_FILE_BYTES = 512 * 1024 * 1024;

/** What was read, and what else the reader should know. */
export interface SavedReports {
  readonly repositories: readonly RepositoryReport[];
  readonly notes: readonly string[];
}

/** Reads the lines of some files, and tells of their repositories as is asked for. */
export async function readSaved(
  host: Host,
  files: readonly string[],
  query: AskedMoves,
  options: ReportOptions,
): Promise<SavedReports> {
  if ('revision' in query.since) {
    throw new Failure(
      `--from knows no revision, and --since is no date: "${query.since.revision}"`,
      'Write a date as 2026-06-30 or "2 weeks ago".',
    );
  }
  const { moves, withContext } = query;
  const told: ToldMoves = { moves, withContext, recent: { since: query.since.instant } };
  const read: { file: string; saved: SavedRepository }[] = [];
  // One after the other: a file may be large.
  for (const file of files) {
    for (const saved of await readFile(host, file)) read.push({ file, saved });
  }
  const isTwice = (name: string) => read.filter(({ saved }) => saved.name === name).length > 1;
  const named = read.map(({ file, saved }) => ({
    saved: isTwice(saved.name) ? { ...saved, name: `${saved.name} (${file})` } : saved,
  }));
  return {
    repositories: named.map(({ saved }) => reportOf(saved, told, query.today, options)),
    notes: named.flatMap(({ saved }) => notesOn(saved, query.today)),
  };
}

async function readFile(host: Host, file: string): Promise<readonly SavedRepository[]> {
  const where = printable(file === '-' ? 'standard input' : file, true);
  const reader = lineReader(where);
  const input = file === '-' ? host.stdin : createReadStream(resolve(host.cwd, file));
  try {
    const checked = Readable.from(limited(input, where));
    for await (const line of createInterface({ input: checked, crlfDelay: Infinity })) {
      reader.read(line);
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : code;
    throw new Failure(`${where} cannot be read: ${why}`);
  }
  return reader.end();
}

/** The same bytes, up to a limit of the whole and of a line. */
async function* limited(input: AsyncIterable<unknown>, where: string) {
  let whole = 0;
  let line = 0;
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk as Buffer);
    const last = bytes.lastIndexOf(10);
    whole += bytes.length;
    line = last < 0 ? line + bytes.length : bytes.length - last - 1;
    if (line > MAX_LINE || whole > MAX_FILE_BYTES) {
      throw new Failure(`${where} is too large: a line has at most 8 MiB, a file 512 MiB`);
    }
    yield bytes;
  }
}

function reportOf(
  { made, isWhole: _, briefs, ...saved }: SavedRepository,
  told: ToldMoves,
  today: string,
  options: ReportOptions,
): RepositoryReport {
  const filter = statesOf(options)?.({ self: undefined, nameOf: saved.nameOf });
  const wanted = briefs.filter(
    ({ stated }) => filter === undefined || (stated && isWanted(stated.state, filter)),
  );
  const paths = new Set(wanted.map(({ whole }) => whole.path));
  return {
    ...saved,
    briefs: wanted.map((facts) => briefReport(facts, told, made ?? today)),
    waiting: saved.waiting.filter(({ path }) => filter === undefined || paths.has(path)),
  };
}

function notesOn({ name, made, isWhole }: SavedRepository, today: string): readonly string[] {
  return [
    ...(isWhole ? [] : [`${name}: the last line is missing, so the rest is too`]),
    ...(made === undefined
      ? [`${name}: the lines of "delegate log" have the moves only, no contract and no inbox`]
      : made === today
        ? []
        : [`${name}: as of ${made}`]),
  ];
}
