/** Where a report goes: standard output, a file, the person's browser. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import type { ReportOptions } from './options.ts';

export interface HandedOver {
  /** For standard output. */
  readonly out: string;
  /** What is said of it, a line each. */
  readonly err: readonly string[];
}

/** What feels stuck in a browser, or cannot be sent by mail. */
const LARGE = 5_000_000;

/** Writes a report where it is asked for. */
export async function handOver(
  host: Host,
  text: string,
  options: ReportOptions,
): Promise<HandedOver> {
  const { out, open: isOpened, since } = options;
  const size = Buffer.byteLength(text);
  const hint =
    size > LARGE && since === undefined
      ? ['It is large: --since DATE tells what is older in numbers.']
      : [];
  if (out === undefined && !isOpened) return { out: text, err: hint };
  const file =
    out === undefined
      ? join(mkdtempSync(join(tmpdir(), 'delegate-report-')), 'report.html')
      : resolve(host.cwd, out);
  write(file, text);
  const err = [`Wrote ${out ?? file} (${sizeWords(size)}).`, ...hint];
  if (isOpened) err.push(...(await show(file)));
  return { out: '', err };
}

/** Writes beside and renames, so that whoever looks sees the old page or the new one. */
function write(file: string, text: string): void {
  const fresh = `${file}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(fresh, text);
    renameSync(fresh, file);
  } catch (error) {
    removeIfThere(fresh);
    throw new Failure(`${file} cannot be written: ${(error as NodeJS.ErrnoException).code}`);
  }
}

function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It could not even be begun.
  }
}

function sizeWords(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Opens a file in the person's browser; what to say where that does not work. */
async function show(file: string): Promise<readonly string[]> {
  const { default: open } = await import('open');
  try {
    await open(file);
    return [];
  } catch {
    return [`No browser could be opened: open ${file} in yours.`];
  }
}
