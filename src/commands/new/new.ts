import { statSync } from 'node:fs';
import type { Command } from 'commander';
import type { FieldName, Values } from '../../brief/fields.ts';
import { isInsisted } from '../../brief/field-facts.ts';
import { FIELDS } from '../../brief/fields.ts';
import { Failure } from '../../failure.ts';
import { openWorkspace } from '../../lint/workspace.ts';
import type { Host, Result } from '../../host.ts';
import { briefIds, composeDraft, withDelegator } from '../../lifecycle/create-brief.ts';
import { printable } from '../../printable.ts';
import { ensureRepository } from '../ensure-repository.ts';
import { addFieldFlags, flagOf, readFlags, understoodDays } from './flags.ts';
import type { From } from './from.ts';
import { readFrom } from './from.ts';
import type { NewBriefContext, NewOptions } from './outcome.ts';
import { finishNew } from './outcome.ts';
import { shippedNames, templateText } from './templates.ts';
import type { Execute } from '../command.ts';
import { asCandidates, knowing } from '../known-words.ts';
import { COMMIT, INIT, NO_COMMIT, TODAY, todayOf } from '../options.ts';

/** `delegate new [title]`: the wizard, or with flags the same without questions. */
export function declare(command: Command, execute: Execute): void {
  command
    .argument('[title]', 'what it is called, in a few words')
    .option(
      '--from <file>',
      'take the answers from YAML, JSON, another brief or any markdown document with frontmatter (-: standard input)',
    )
    .option(
      '--template <name>',
      `start from a template: ${shippedNames().join(', ')}, or one of your own (templates in .delegate.yaml)`,
      knowing((name: string) => name, { words: () => asCandidates(shippedNames()) }),
    )
    .option('-n, --dry-run', 'print the brief and write nothing')
    .option(...COMMIT)
    .option(...NO_COMMIT)
    .option(...INIT)
    .option('--json', 'print what was made as JSON')
    .option(...TODAY);
  addFieldFlags(command);
  command
    .addHelpText(
      'after',
      `
In a terminal and without answers it asks, one question at a time: ? explains a question, < goes back
one, f asks only what is needed from there on. With --from, or with flags for all that is needed
(title, ${FIELDS.filter(({ required }) => required)
        .map(({ name }) => flagOf(name))
        .join(', ')}), it asks nothing.

Examples:
  delegate new
  delegate new "Halve deployment time" --from answers.yaml
  delegate new --from notes.md
  delegate new "Choose a payroll provider" --template small --delegate "Mei Lin <mei@example.com>"`,
    )
    .action((title: string | undefined, options: NewOptions) =>
      execute((host) => run(host, title, options)),
    );
}

async function run(host: Host, title: string | undefined, options: NewOptions): Promise<Result> {
  const today = todayOf(options, host);
  const flags = readFlags(options, today);
  const template = await templateOf(host, options);
  const from = options.from === undefined ? undefined : await readFrom(host, options.from);
  const answers: Values = {
    ...from?.values,
    ...(title?.trim() ? { title: oneLine(title) } : {}),
    ...flags,
  };
  const missing = missingFrom(answers);
  const asks = missing.length > 0 && host.interactive;
  if (missing.length > 0 && !asks && template === undefined) {
    throw new Failure(
      `nothing was written: ${missing.map(flagName).join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`,
      'Give them as flags, in a file with --from, or run "delegate new" in a terminal to be asked.',
    );
  }
  const done = options.dryRun ? [] : await repositoryFor(host, options);
  const workspace = await openWorkspace(host);
  const context: NewBriefContext = { workspace, options, today, done };
  const said = [...notesOn(from, options), ...understoodDays(options, flags)];
  if (asks) {
    const { wizard } = await import('./wizard.ts');
    return wizard(context, answers, { body: from?.body, notes: said });
  }
  const values = await withDelegator(workspace, answers);
  const ids = await briefIds(workspace);
  if (values.parent !== undefined && !ids.includes(values.parent)) {
    throw new Failure(
      `there is no brief ${values.parent} for --parent`,
      'See "delegate list" for the ids.',
    );
  }
  const text = composeDraft({ values, body: from?.body, template }, ids);
  const result = await finishNew(context, text);
  const notes = said.map((note) => printable(`${note}\n`));
  return notes.length === 0 ? result : { ...result, err: notes.join('') + (result.err ?? '') };
}

/** The text of the template that is asked for, before anything is made. */
async function templateOf(host: Host, { template }: NewOptions): Promise<string | undefined> {
  if (template === undefined) return undefined;
  // The folder may be one that is made only now, and has no templates.
  const isThere = statSync(host.cwd, { throwIfNoEntry: false })?.isDirectory() === true;
  return templateText(isThere ? await openWorkspace(host) : undefined, template);
}

/** What a new brief does not have of the file that it is made from. */
function notesOn(from: From | undefined, options: NewOptions): string[] {
  const { dropped = [], unknown = [] } = from ?? {};
  const left: [why: string, what: readonly string[]][] = [
    ['a new brief has its own', dropped],
    ['no brief has it', unknown],
  ];
  const name = options.from === '-' ? 'standard input' : options.from;
  return left
    .filter(([, what]) => what.length > 0)
    .map(([why, what]) => `Not taken over from ${name}, since ${why}: ${what.join(', ')}.`);
}

async function repositoryFor(host: Host, options: NewOptions): Promise<string[]> {
  const ask = host.interactive ? await import('../../wizard/confirm.ts') : undefined;
  return ensureRepository(host, {
    init: options.init === true,
    ask: ask && ((question) => ask.confirm(host, question)),
  });
}

/** What has to be answered, and is not. */
function missingFrom(values: Values): FieldName[] {
  return FIELDS.filter((field) => isInsisted(field, values))
    .map(({ name }) => name)
    .filter((name) => values[name] === undefined);
}

function flagName(name: string): string {
  return name === 'title' ? 'the title' : flagOf(name);
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
