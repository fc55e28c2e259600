/** What `delegate new` does with the text of a new brief without asking, and says of it. */
import { join, relative } from 'node:path';
import type { Values } from '../../brief/fields.ts';
import { readBrief } from '../../brief/read.ts';
import { Failure } from '../../failure.ts';
import type { Workspace } from '../../files/workspace.ts';
import { shellQuote } from '../../git/shell.ts';
import type { Result } from '../../host.ts';
import { EXIT } from '../../host.ts';
import { commitHash, isUnfinished } from '../../lifecycle/commit-brief.ts';
import type { CreatedBrief } from '../../lifecycle/create-brief.ts';
import { checkDraft, createBrief, writeDraft } from '../../lifecycle/create-brief.ts';
import type { LocatedFinding } from '../../lint/findings.ts';
import { atLeast } from '../../lint/severity.ts';
import { printable } from '../../printable.ts';
import { commitAside, commitText } from '../../report/commit.ts';
import { jsonText } from '../../report/escape.ts';
import { sentence } from '../../report/sentence.ts';

/** The options of `delegate new`, beside its flags for the fields. */
export interface NewOptions extends Readonly<Record<string, unknown>> {
  readonly from?: string;
  readonly template?: string;
  readonly dryRun?: true;
  readonly commit?: boolean;
  readonly init?: true;
  readonly json?: true;
  readonly today?: string;
}

/** What all the ways to a new brief need. */
export interface NewBriefContext {
  readonly workspace: Workspace;
  readonly options: NewOptions;
  readonly today: string;
  /** What was done before, in lines for the person: that a repository was made. */
  readonly done: readonly string[];
}

/** Writes the file and commits it; a template with open places is only written. */
export async function finishNew(context: NewBriefContext, text: string): Promise<Result> {
  const { workspace, options, today } = context;
  const { findings } = checkDraft(workspace, today, text);
  const errors = atLeast('error', findings);
  if (options.dryRun) return { out: printable(text) };
  const isTemplate = options.template !== undefined;
  if (errors.length > 0 && !isTemplate) throw refusal(errors);
  if (errors.length > 0) return writeOpen(context, text, errors.length);
  const created = await createBrief(workspace, text, options.commit);
  const warnings = findings.filter(({ level }) => level === 'warning').length;
  const result = createdResult(context, created);
  if (warnings === 0) return result;
  const count = warnings === 1 ? '1 warning' : `${warnings} warnings`;
  const file = shellQuote(relative(workspace.cwd, join(workspace.root, created.path)));
  const line = printable(`Lint has ${count}: delegate lint ${file}`);
  return { ...result, err: `${result.err ?? ''}${line}\n` };
}

function refusal(errors: readonly LocatedFinding[]): Failure {
  const [first] = errors;
  const more = errors.length > 1 ? ` (${errors.length - 1} more of the kind)` : '';
  return new Failure(
    `nothing was written: ${first?.message}`,
    `${sentence(first?.help ?? '')}${more}`,
  );
}

/** Writes a template in which places are still to be filled in. */
async function writeOpen(
  { workspace, options, done }: NewBriefContext,
  text: string,
  count: number,
): Promise<Result> {
  const path = await writeDraft(workspace, text);
  const { values } = readBrief(text);
  const places = count === 1 ? 'one place is' : `${count} places are`;
  const lines = [
    ...done,
    `Wrote ${path} (${values.id}); not committed: ${places} to be filled in.`,
    `Fill in what stands in <…>: delegate edit ${values.id}`,
  ];
  return {
    err: printable(lines.map((line) => `${line}\n`).join('')),
    ...createdJson(options, path, values, undefined),
  };
}

/** What was made, and what comes next. */
export function createdResult(
  { options, done }: Pick<NewBriefContext, 'options' | 'done'>,
  { path, values, commit }: CreatedBrief,
): Result {
  const before = done.map((line) => `${line}\n`).join('');
  const unfinished = isUnfinished(commit);
  const next = unfinished
    ? ''
    : `When it is ready to be handed over: delegate propose ${values.id}\n`;
  return {
    status: unfinished ? EXIT.failed : EXIT.ok,
    err: `${printable(before)}${commitText(`Wrote ${path} (${values.id})`, commit)}${next}`,
    aside: commitAside(commit),
    ...createdJson(options, path, values, commitHash(commit)),
  };
}

function createdJson(
  options: NewOptions,
  path: string,
  values: Values,
  commit: string | undefined,
): { out?: string } {
  if (!options.json) return {};
  const made = { version: 1, id: values.id, title: values.title, path, commit: commit ?? null };
  return { out: `${jsonText(made, 2)}\n` };
}
