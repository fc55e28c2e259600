/** What the commands of the lifecycle share: their options, the session, and how they end. */
import type { Command } from 'commander';
import { Failure } from '../../failure.ts';
import type { Host, Result } from '../../host.ts';
import { EXIT } from '../../host.ts';
import { commitHash, isUnfinished } from '../../lifecycle/commit-brief.ts';
import type { SavedBrief } from '../../lifecycle/save.ts';
import type { BriefSession } from '../../lifecycle/session.ts';
import { openBrief } from '../../lifecycle/session.ts';
import type { Values } from '../../brief/fields.ts';
import type { Workspace } from '../../files/workspace.ts';
import { openWorkspace } from '../../lint/workspace.ts';
import { printable } from '../../printable.ts';
import { commitAside, commitText } from '../../report/commit.ts';
import { jsonText } from '../../report/escape.ts';
import type { Ask } from '../../wizard/ask.ts';
import { COMMIT, NO_COMMIT, TODAY, todayOf } from '../options.ts';
import { paintFor } from '../paint.ts';
import { shellQuote } from '../../git/shell.ts';

/** The options that all of them have. */
export interface BriefOptions {
  readonly commit?: boolean;
  readonly dryRun?: true;
  readonly json?: true;
  readonly today?: string;
}

const DRY_RUN = ['-n, --dry-run', 'show what would be written, and write nothing'] as const;

/** Adds the argument and the options that all of them have that write a brief by themselves. */
export function declareBriefCommand(command: Command): Command {
  return declareNamedBrief(command).option(...DRY_RUN);
}

/** The same without `--dry-run`, for a command in which the person writes. */
export function declareNamedBrief(command: Command): Command {
  return command
    .argument(
      '[brief]',
      "its id, its path, its file's name, or a part of one; asked for in a terminal",
    )
    .option(...COMMIT)
    .option(...NO_COMMIT)
    .option('--json', 'print what was done as JSON')
    .option(...TODAY);
}

/**
 * Opens the brief that a command is about; where nobody names one, in a terminal, the only one that it
 * can be about, or the one that the person picks.
 *
 * @param fits Whether the command makes sense for a brief.
 * @param evenBroken Whether it does for one that cannot be read.
 */
export async function openSession(
  host: Host,
  ref: string | undefined,
  options: BriefOptions,
  fits: (values: Values) => boolean,
  evenBroken = false,
): Promise<BriefSession> {
  const workspace = await openWorkspace(host);
  const name = ref ?? (await pickedBrief(host, workspace, fits));
  const { commit, dryRun } = options;
  return openBrief(workspace, name, { today: todayOf(options, host), commit, dryRun, evenBroken });
}

/** The brief that a person picks where nobody names one; a Failure without a terminal. */
export async function pickedBrief(
  host: Host,
  workspace: Workspace,
  fits: (values: Values) => boolean,
): Promise<string> {
  if (!host.interactive) {
    throw new Failure('no brief is named', 'Name one: "delegate list" shows what there is.');
  }
  const { briefChoices } = await import('../../lifecycle/brief-choices.ts');
  const { pickBrief } = await import('../../wizard/pick-brief.ts');
  return pickBrief(await askerOf(host), await briefChoices(workspace, fits));
}

/** How the wizard asks in the host's terminal. */
export async function askerOf(host: Host): Promise<Ask> {
  const { terminalAsk } = await import('../../wizard/terminal.ts');
  return terminalAsk(host, paintFor(host, 'out'));
}

interface Summary {
  /** To begin the line on the commit: `Closed briefs/x.md as done`. */
  readonly done: string;
  /** More for the person, a line each. */
  readonly remarks?: readonly string[];
  /** More for the JSON. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** What a command prints of a brief that it saved. */
export function savedResult(
  { path, values, status, commit, hadEdits, errors, diff }: SavedBrief,
  { done, remarks = [], data = {} }: Summary,
  options: BriefOptions,
): Result {
  if (diff !== undefined) {
    const out = options.json
      ? jsonText({ version: 1, id: values.id ?? null, path, dryRun: true, diff }, 2)
      : diff.join('\n');
    return {
      out: `${printable(out)}\n`,
      err: `${printable(`Nothing was written to ${path}.`, true)}\n`,
    };
  }
  const edits = hadEdits ? ['The file had edits that were not committed; they go along.'] : [];
  const wrong =
    errors === 0
      ? []
      : [
          `Lint finds ${errors === 1 ? 'an error' : `${errors} errors`} in it: delegate lint ${shellQuote(path)}`,
        ];
  const lines = [...edits, ...remarks, ...wrong].map((line) => `${line}\n`).join('');
  const json = { version: 1, id: values.id ?? null, path, status, ...data };
  return {
    status: isUnfinished(commit) ? EXIT.failed : EXIT.ok,
    err: commitText(done, commit) + printable(lines),
    aside: commitAside(commit),
    ...(options.json
      ? { out: `${jsonText({ ...json, commit: commitHash(commit) ?? null }, 2)}\n` }
      : {}),
  };
}

/** The text of an option, trimmed; a Failure when nothing is left of it. */
export function filledText(flag: string, text: string, help: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new Failure(`${flag} is empty`, help);
  if (/^(?:…|\.{3})$/.test(trimmed))
    throw new Failure(`${flag} is still the "…" of the hint`, help);
  return trimmed;
}

/** Without a terminal, names the flags that were missing. */
export function missingFlags(...flags: readonly string[]): Failure {
  const are = flags.length === 1 ? 'is' : 'are';
  return new Failure(
    `nothing was written: ${flags.join(', ')} ${are} missing`,
    'Give it as a flag, or run the command in a terminal to be asked.',
  );
}
