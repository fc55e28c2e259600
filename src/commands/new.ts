import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { composeBrief } from '../brief/compose.ts';
import { dateOf, isDate } from '../brief/dates.ts';
import { removeField, setField } from '../brief/edit.ts';
import { applyEdits } from '../brief/edits.ts';
import type { AnyValue, FieldName, Values } from '../brief/fields.ts';
import { FIELDS } from '../brief/fields.ts';
import { idFrom } from '../brief/id.ts';
import { readBrief } from '../brief/read.ts';
import { slugOf } from '../brief/slug.ts';
import { Failure } from '../failure.ts';
import { listBriefs } from '../files/list.ts';
import { createFile } from '../files/save.ts';
import type { Workspace } from '../files/workspace.ts';
import { openWorkspace } from '../files/workspace.ts';
import { writePerson } from '../brief/people.ts';
import { whoAmI } from '../git/identity.ts';
import type { Host, Result } from '../host.ts';
import { EXIT } from '../host.ts';
import { printable } from '../report/printable.ts';
import { ruleIds } from '../rules/index.ts';
import type { CheckedText } from './lint-check.ts';
import { checkText, summarise } from './lint-check.ts';
import { commitBrief } from './commit-brief.ts';
import { ensureRepository } from './ensure-repository.ts';
import { addFieldFlags, flagOf, readFlags } from './new-flags.ts';
import { readFrom, templateNames, templateText } from './new-from.ts';
import type { Execute } from './table.ts';

interface NewOptions extends Readonly<Record<string, unknown>> {
  readonly from?: string;
  readonly template?: string;
  readonly dryRun?: true;
  readonly commit?: boolean;
  readonly init?: true;
  readonly json?: true;
  readonly today?: string;
}

/** `delegate new [title]`: the wizard, or with flags the same without questions. */
export function declare(command: Command, execute: Execute): void {
  command
    .argument('[title]', 'what it is called, in a few words')
    .option(
      '--from <file>',
      'take the answers from YAML, JSON or another brief (-: standard input)',
    )
    .option('--template <name>', `start from a template: ${templateNames().join(', ')}`)
    .option('--dry-run', 'print the brief and write nothing')
    .option('--commit', 'commit it, whatever the configuration says')
    .option('--no-commit', 'write the file and do not commit it')
    .option('--init', 'make the folder a git repository when it is none, without asking')
    .option('--json', 'print what was made as JSON')
    .option('--today <date>', 'take this as the date of today');
  addFieldFlags(command);
  command
    .addHelpText(
      'after',
      `
In a terminal and without answers it asks, one question at a time. With --from, or with flags for all
that is needed (title, ${FIELDS.filter((field) => 'required' in field)
        .map(({ name }) => flagOf(name))
        .join(', ')}), it asks nothing.

Examples:
  delegate new
  delegate new "Halve deployment time" --from answers.yaml
  delegate new "Choose a payroll provider" --template small --delegate "Mei Lin <mei@example.com>"`,
    )
    .action((title: string | undefined, options: NewOptions) =>
      // Commander knows --no-commit only as "commit: true unless said": what nobody said is undefined.
      execute((host) =>
        run(host, title, {
          ...options,
          ...(command.getOptionValueSource('commit') === 'default' ? { commit: undefined } : {}),
        } as NewOptions),
      ),
    );
}

/** What all the ways to a new brief need. */
export interface Making {
  readonly host: Host;
  readonly workspace: Workspace;
  readonly options: NewOptions;
  readonly today: string;
  /** What was said before, such as that a repository was made. */
  readonly said: readonly string[];
}

async function run(host: Host, title: string | undefined, options: NewOptions): Promise<Result> {
  const today = options.today ?? dateOf(host.now());
  if (!isDate(today)) throw new Failure(`--today is "${today}"`, 'Write a date as 2026-06-30.');
  const flags = readFlags(options, today);
  const template = options.template === undefined ? undefined : templateText(options.template);
  const from = options.from === undefined ? undefined : await readFrom(host, options.from);
  const given: Values = {
    ...from?.values,
    ...(title?.trim() ? { title: title.trim() } : {}),
    ...flags,
  };
  const missing = missingFrom(given);
  const asks = missing.length > 0 && host.interactive;
  if (missing.length > 0 && !asks && template === undefined) {
    throw new Failure(
      `nothing was written: ${missing.map(flagName).join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`,
      'Give them as flags, in a file with --from, or run "delegate new" in a terminal to be asked.',
    );
  }
  const said = options.dryRun ? [] : await repositoryFor(host, options);
  const workspace = await openWorkspace(host, { knownRules: ruleIds });
  const making: Making = { host, workspace, options, today, said };
  if (asks) {
    const { wizard } = await import('./new-wizard.ts');
    return wizard(making, given);
  }
  const values = await withSelf(workspace, given);
  const id = freshId(await idsOf(workspace));
  const text =
    template === undefined
      ? composeBrief({ ...values, id, status: 'draft' }, from?.body)
      : filledTemplate(template, { ...values, id, status: 'draft' });
  const result = await write(making, text);
  const dropped = from?.dropped ?? [];
  const told =
    dropped.length === 0
      ? ''
      : `Not taken over from ${options.from}, since a new brief has its own: ${dropped.join(', ')}.\n`;
  return { ...result, err: `${printable(told)}${result.err ?? ''}` };
}

async function repositoryFor(host: Host, options: NewOptions): Promise<string[]> {
  const ask = host.interactive ? await import('../wizard/confirm.ts') : undefined;
  return ensureRepository(host, {
    init: options.init === true,
    ask: ask && ((question) => ask.confirm(host, question)),
  });
}

function missingFrom(values: Values): (FieldName | 'title')[] {
  const needed = FIELDS.filter((field) => 'required' in field).map(({ name }) => name);
  const all: FieldName[] = ['title', ...needed];
  if (values.approach === 'execution') all.push('plan');
  return all.filter((name) => values[name] === undefined);
}

function flagName(name: string): string {
  return name === 'title' ? 'the title' : flagOf(name);
}

/** Whoever writes a brief hands it over, unless they say otherwise. */
export async function withSelf(workspace: Workspace, values: Values): Promise<Values> {
  if (values.delegator !== undefined || workspace.repository === undefined) return values;
  const self = await whoAmI(workspace.repository);
  return self === undefined ? values : { ...values, delegator: writePerson(self) };
}

/** The ids of the briefs that are there. */
export async function idsOf(workspace: Workspace): Promise<readonly string[]> {
  const setup = { root: workspace.root, config: workspace.config, today: '' };
  const paths = await listBriefs(workspace);
  return paths.flatMap((path) => summarise(setup, path)?.id ?? []);
}

/** An id that no brief here has. */
export function freshId(taken: readonly string[]): string {
  for (;;) {
    const id = idFrom(randomBytes(5));
    if (!taken.includes(id)) return id;
  }
}

/**
 * A template with the values in it.
 *
 * @param open Fields that somebody was asked for and left open: their places are taken out.
 */
export function filledTemplate(
  template: string,
  values: Values,
  open: readonly FieldName[] = [],
): string {
  let text = template;
  for (const name of open) text = applyEdits(text, removeField(readBrief(text), name));
  for (const { name } of FIELDS) {
    const value: AnyValue | undefined = values[name];
    if (value !== undefined) text = applyEdits(text, setField(readBrief(text), name, value));
  }
  return text;
}

/** The path that a new brief gets: its slug in the first folder, with a number when it is taken. */
function pathFor(workspace: Workspace, title: string, number: number): string {
  const folder = workspace.config.folder.find((name) => !/[*?]/.test(name)) ?? 'briefs';
  const slug = slugOf(title);
  const name = number === 1 ? slug : `${slug}-${number}`;
  return folder === '.' ? `${name}.md` : `${folder}/${name}.md`;
}

/** What lint says of a text, as the file that it will be. */
export function checkNew({ workspace, today }: Making, text: string): CheckedText {
  const { root, config } = workspace;
  const title = readBrief(text).values.title ?? '';
  return checkText({ root, config, today }, pathFor(workspace, title, 1), text);
}

/** Writes the file under a free name, and commits it; a template with open places is only written. */
export async function write(making: Making, text: string): Promise<Result> {
  const { workspace, options, said } = making;
  const { values } = readBrief(text);
  const checked = checkNew(making, text);
  const errors = checked.findings.filter(({ level }) => level === 'error');
  if (options.dryRun) return { out: printable(text) };
  const open = options.template !== undefined && errors.length > 0;
  if (errors.length > 0 && !open) {
    const [first] = errors;
    throw new Failure(
      `nothing was written: ${first?.message}`,
      `${first?.help}.${errors.length > 1 ? ` (${errors.length - 1} more of the kind)` : ''}`,
    );
  }
  const path = await create(workspace, values.title ?? '', text);
  const before = said.map((line) => `${line}\n`).join('');
  if (open) {
    const places = errors.length === 1 ? 'one place is' : `${errors.length} places are`;
    const line = `${before}Wrote ${path} (${values.id}); not committed: ${places} to be filled in.\nFill in what stands in <…>: delegate edit ${values.id}\n`;
    return { err: printable(line), ...json(options, path, values, undefined) };
  }
  return committed(making, path, values, before);
}

/** Writes the text under the first free name. */
export async function create(workspace: Workspace, title: string, text: string): Promise<string> {
  for (let number = 1; ; number++) {
    const path = pathFor(workspace, title, number);
    if (await createFile(workspace, path, text)) return path;
  }
}

/** Commits a file that was just written, and says what comes next. */
export async function committed(
  { workspace, options }: Making,
  path: string,
  values: Values,
  before: string,
): Promise<Result> {
  const told = await commitBrief(workspace, {
    path,
    values,
    happened: 'new',
    did: `Wrote ${path} (${values.id})`,
    commit: options.commit,
  });
  const next =
    told.status === EXIT.ok
      ? `When it is ready to be handed over: delegate propose ${values.id}\n`
      : '';
  return {
    ...(told.status === undefined ? {} : { status: told.status }),
    err: `${printable(before)}${told.err}${next}`,
    ...json(options, path, values, told.hash),
  };
}

function json(
  options: NewOptions,
  path: string,
  values: Values,
  commit: string | undefined,
): { out?: string } {
  if (!options.json) return {};
  const made = { version: 1, id: values.id, title: values.title, path, commit: commit ?? null };
  return { out: `${JSON.stringify(made, null, 2)}\n` };
}
