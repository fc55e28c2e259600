/** `delegate merge-driver`: how git merges a brief once `init --git-drivers` set it up. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { fieldOf } from '../../brief/fields.ts';
import { Failure } from '../../failure.ts';
import { runGit } from '../../git/run.ts';
import type { Host, Result } from '../../host.ts';
import { EXIT } from '../../host.ts';
import { mergeBriefs } from '../../merge/merge.ts';
import type { MergeText } from '../../merge/merge-text.ts';
import type { Markers } from '../../merge/merge.ts';
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

interface Versions {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

async function run(files: Versions, size: string, path: string, host: Host): Promise<Result> {
  const [base, ours, theirs] = await Promise.all(
    [files.base, files.ours, files.theirs].map((file) => read(resolve(host.cwd, file))),
  );
  const markers = { size: Number(size) || 7, ours: 'ours', theirs: 'theirs' };
  const texts = { base, ours, theirs } as Versions;
  const merge = await mergeBriefs(texts, byLines(host, markers), markers);
  await writeFile(resolve(host.cwd, files.ours), merge.text);
  if (merge.conflicts.length === 0) return {};
  const labels = merge.conflicts.map((key) => fieldOf(key)?.label ?? key);
  const what = merge.byLines ? 'both sides changed the same lines' : `decide: ${labels.join(', ')}`;
  return { err: `${printable(`${path}: ${what}`, true)}\n`, status: EXIT.findings };
}

/** Strict, so that no byte is lost: the command that git runs falls back to git's own merge. */
async function read(file: string): Promise<string> {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return decoder.decode(await readFile(file));
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function byLines(host: Host, markers: Markers): MergeText {
  return async (base, ours, theirs) => {
    const folder = await mkdtemp(join(tmpdir(), 'delegate-merge-'));
    try {
      const files = ['ours', 'base', 'theirs'].map((name) => join(folder, name));
      await Promise.all(
        [ours, base, theirs].map((text, at) => writeFile(files[at] as string, text)),
      );
      const labels = ['-L', markers.ours, '-L', 'base', '-L', markers.theirs];
      const args = ['merge-file', '-p', `--marker-size=${markers.size}`, ...labels, ...files];
      const git = await runGit(host.cwd, args, { env: host.env });
      if (git.status > 127) throw new Failure(`git merge-file failed: ${git.stderr.trim()}`);
      return { text: git.stdout.toString(), clean: git.status === 0 };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}
