/** `delegate merge-driver`: how git merges a brief once `init --git-drivers` set it up. */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { fieldOf } from '../../brief/fields.ts';
import { Failure } from '../../failure.ts';
import { textOf } from '../../files/bytes.ts';
import type { ThreeVersions } from '../../git/merge-file.ts';
import { mergeFile } from '../../git/merge-file.ts';
import type { Host, Result } from '../../host.ts';
import { EXIT } from '../../host.ts';
import { mergeBriefs } from '../../merge/merge.ts';
import type { MergeText } from '../../merge/merge-text.ts';
import { printable } from '../../printable.ts';
import type { Execute } from '../command.ts';

export function declare(command: Command, execute: Execute): void {
  command
    .argument('<base>', 'the common ancestor (%O)')
    .argument('<ours>', 'our version, which the result replaces (%A)')
    .argument('<theirs>', 'their version (%B)')
    .argument('[marker-size]', 'the length of conflict markers (%L)', '7')
    .argument('[path]', 'the path of the file, for messages (%P)')
    .action((base: string, ours: string, theirs: string, size: string, path?: string) =>
      execute((host) => run({ base, ours, theirs }, size, path ?? ours, host)),
    );
}

async function run(files: ThreeVersions, size: string, path: string, host: Host): Promise<Result> {
  const [base, ours, theirs] = await Promise.all(
    [files.base, files.ours, files.theirs].map((file) => read(resolve(host.cwd, file))),
  );
  const markers = { size: Number(size) || 7, ours: 'ours', theirs: 'theirs' };
  const texts = { base, ours, theirs } as ThreeVersions;
  const labels = { base: 'base', ours: markers.ours, theirs: markers.theirs };
  const byLines: MergeText = (base, ours, theirs) =>
    mergeFile(
      host.cwd,
      { base, ours, theirs },
      { labels, markerSize: markers.size, env: host.env },
    );
  const merge = await mergeBriefs(texts, byLines, markers);
  await writeFile(resolve(host.cwd, files.ours), merge.text);
  if (merge.conflicts.length === 0) return {};
  const fields = merge.conflicts.map((key) => fieldOf(key)?.label ?? key);
  const what = merge.byLines ? 'both sides changed the same lines' : `decide: ${fields.join(', ')}`;
  return { err: `${printable(`${path}: ${what}`, true)}\n`, status: EXIT.findings };
}

/** Strict, so that no byte is lost: the command that git runs falls back to git's own merge. */
async function read(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: Error) => {
    throw new Failure(`${file} cannot be read: ${error.message}`);
  });
  const read = textOf(bytes);
  if ('text' in read) return read.text;
  throw new Failure(`${file} is ${read.fault}`);
}
