/** What all the ways to a new brief share: its id, its file, its commit, and what is said of them. */
import { randomBytes } from 'node:crypto';
import { join, relative } from 'node:path';
import { removeField, setField } from '../../brief/yaml/edit.ts';
import { applyEdits } from '../../brief/text-edit.ts';
import type { AnyValue, FieldName, Values } from '../../brief/fields.ts';
import { FIELDS } from '../../brief/fields.ts';
import { idFrom } from '../../brief/id.ts';
import { writePerson } from '../../brief/people.ts';
import { readBrief } from '../../brief/read.ts';
import { slugOf } from '../../brief/slug.ts';
import { Failure } from '../../failure.ts';
import { listBriefs } from '../../files/list.ts';
import { createFile } from '../../files/save.ts';
import type { Workspace } from '../../files/workspace.ts';
import { whoAmI } from '../../git/identity.ts';
import { shellWord } from '../../git/shell.ts';
import type { Host, Result } from '../../host.ts';
import { EXIT } from '../../host.ts';
import { jsonText } from '../../report/json-text.ts';
import { printable } from '../../printable.ts';
import { commitBrief } from '../../lifecycle/commit-brief.ts';
import type { CheckedText } from '../../lint/check.ts';
import { checkSetup, checkText, summarise } from '../../lint/check.ts';
import { atLeast } from '../../lint/severity.ts';
import { sentence } from './from.ts';

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
export interface Making {
  readonly host: Host;
  readonly workspace: Workspace;
  readonly options: NewOptions;
  readonly today: string;
  /** What was said before, such as that a repository was made. */
  readonly said: readonly string[];
}

/** Whoever writes a brief hands it over, unless they say otherwise. */
export async function withSelf(workspace: Workspace, values: Values): Promise<Values> {
  if (values.delegator !== undefined || workspace.repository === undefined) return values;
  const self = await whoAmI(workspace.repository);
  return self === undefined ? values : { ...values, delegator: writePerson(self) };
}

/** The ids of the briefs that are there. */
export async function idsOf(workspace: Workspace): Promise<readonly string[]> {
  const paths = await listBriefs(workspace);
  return paths.flatMap((path) => summarise(workspace, path)?.id ?? []);
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
  return withoutTask(text);
}

/** Without the line that says to answer what stands in <…>, when nothing does any more. */
function withoutTask(text: string): string {
  const lines = text.split('\n');
  const open = lines.some((line) => !line.trimStart().startsWith('#') && /[:-] <[a-z]/.test(line));
  return open ? text : lines.filter((line) => !isTask(line)).join('\n');
}

function isTask(line: string): boolean {
  return line.startsWith('# ') && line.includes('<…>');
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
  const title = readBrief(text).values.title ?? '';
  return checkText(checkSetup(workspace, today), pathFor(workspace, title, 1), text);
}

/** Writes the file under a free name, and commits it; a template with open places is only written. */
export async function write(making: Making, text: string): Promise<Result> {
  const { workspace, options, said } = making;
  const { values } = readBrief(text);
  const checked = checkNew(making, text);
  const errors = atLeast('error', checked.findings);
  if (options.dryRun) return { out: printable(text) };
  const open = options.template !== undefined && errors.length > 0;
  if (errors.length > 0 && !open) {
    const [first] = errors;
    throw new Failure(
      `nothing was written: ${first?.message}`,
      `${sentence(first?.help ?? '')}${errors.length > 1 ? ` (${errors.length - 1} more of the kind)` : ''}`,
    );
  }
  const path = await create(workspace, values.title ?? '', text);
  const before = said.map((line) => `${line}\n`).join('');
  if (open) {
    const places = errors.length === 1 ? 'one place is' : `${errors.length} places are`;
    const line = `${before}Wrote ${path} (${values.id}); not committed: ${places} to be filled in.\nFill in what stands in <…>: delegate edit ${values.id}\n`;
    return { err: printable(line), ...json(options, path, values, undefined) };
  }
  const told = await committed(making, path, values, before);
  const warned = checked.findings.filter(({ level }) => level === 'warning').length;
  if (warned === 0) return told;
  const warnings = warned === 1 ? '1 warning' : `${warned} warnings`;
  const file = shellWord(relative(workspace.cwd, join(workspace.root, path)));
  const line = printable(`Lint has ${warnings}: delegate lint ${file}`);
  return { ...told, err: `${told.err ?? ''}${line}\n` };
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
  return { out: `${jsonText(made, 2)}\n` };
}
