/** `delegate import FILE…`: drafts from what there is already, a document or an issue. */
import { basename, extname } from 'node:path';
import type { Command } from 'commander';
import { isInsisted } from '../../brief/field-facts.ts';
import type { Values } from '../../brief/fields.ts';
import { FIELDS, field } from '../../brief/fields.ts';
import { readBrief } from '../../brief/read.ts';
import type { Host, Result } from '../../host.ts';
import { EXIT } from '../../host.ts';
import { isUnfinished } from '../../lifecycle/commit-brief.ts';
import {
  briefIds,
  checkDraft,
  composeDraft,
  createBrief,
  withDelegator,
  writeDraft,
} from '../../lifecycle/create-brief.ts';
import type { Workspace } from '../../files/workspace.ts';
import { atLeast } from '../../lint/severity.ts';
import { openWorkspace } from '../../lint/workspace.ts';
import { printable } from '../../printable.ts';
import { commitText } from '../../report/commit.ts';
import type { Execute } from '../command.ts';
import { readGiven } from '../given-file.ts';
import { COMMIT, NO_COMMIT, TODAY, todayOf } from '../options.ts';
import type { ImportSource } from './issue.ts';
import type { Placed } from './place.ts';
import { fieldOfHeading, placeDocument, valueOf } from './place.ts';

interface ImportOptions {
  readonly commit?: boolean;
  readonly dryRun?: true;
  readonly today?: string;
}

export function declare(command: Command, execute: Execute): void {
  command
    .argument(
      '<path...>',
      'markdown documents, or issues of GitHub or GitLab as .json (-: standard input)',
    )
    .option('-n, --dry-run', 'print the drafts and write nothing')
    .option(...COMMIT)
    .option(...NO_COMMIT)
    .option(...TODAY)
    .addHelpText(
      'after',
      `
Each becomes a draft. Headings, frontmatter and first lines such as "Owner: Bor Kos" go to the fields that
they name: Goals, Non-goals, Motivation, Acceptance criteria, Deadline, Owner and what else people call
them. What has no field stays in the text below, and is told. Nothing is kept in step with where it came from.

Examples:
  delegate import proposal.md
  gh issue view 7 --json title,body,assignees,milestone,url | delegate import -
  glab issue view 7 --output json | delegate import -`,
    )
    .action((paths: readonly string[], options: ImportOptions) =>
      execute((host) => run(host, paths, options)),
    );
}

/** A draft, and what is said of it. */
interface Draft {
  readonly text: string;
  readonly notes: readonly string[];
}

async function run(host: Host, paths: readonly string[], options: ImportOptions): Promise<Result> {
  const workspace = await openWorkspace(host);
  const today = todayOf(options, host);
  const sources: (readonly [ImportSource, Values, readonly string[]])[] = [];
  // All are read before the first is written.
  for (const path of paths) {
    // oxlint-disable-next-line no-await-in-loop -- standard input may be among them
    sources.push(...(await readSources(host, path, today)));
  }
  const taken = [...(await briefIds(workspace))];
  const results: Result[] = [];
  for (const [source, known, notes] of sources) {
    // oxlint-disable-next-line no-await-in-loop -- each has an id that the others do not have
    const draft = await draftOf(workspace, source, known, today, taken);
    taken.push(readBrief(draft.text).values.id ?? '');
    const said = { ...draft, notes: [...notes, ...draft.notes] };
    // oxlint-disable-next-line no-await-in-loop -- one commit after the other
    results.push(options.dryRun ? dry(said) : await written(workspace, said, options, today));
  }
  return {
    out: results.map(({ out = '' }) => out).join(''),
    err: results.map(({ err = '' }) => err).join('\n'),
    status: results.some(({ status }) => status === EXIT.failed) ? EXIT.failed : EXIT.ok,
  };
}

async function readSources(
  host: Host,
  path: string,
  today: string,
): Promise<readonly (readonly [ImportSource, Values, readonly string[]])[]> {
  const { text, where } = await readGiven(host, path);
  const isJson = extname(path) === '.json' || /^\uFEFF?\s*[[{]/.test(text);
  if (isJson) {
    const { readIssues } = await import('./issue.ts');
    return readIssues(text, where).map((issue) => [issue, knownOf(issue, today), []] as const);
  }
  const { values, body, unknown } = await frontmatterOf(text, where, today);
  const name = path === '-' ? undefined : basename(path, extname(path)).replace(/[-_]+/g, ' ');
  const source: ImportSource = { where, title: name, text: body, assignees: [], left: unknown };
  return [[source, values, []] as const];
}

/** What an issue says outside of its text. */
function knownOf(
  { title, due, assignees: [first, ...others] }: ImportSource,
  today: string,
): Values {
  const delegate = first === undefined || others.length > 0 ? undefined : first;
  const given: Readonly<Record<string, string | undefined>> = {
    title: title?.replace(/\s+/g, ' ').trim(),
    delegate,
    'timeline.due': due,
  };
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, text]) => {
      const value = text ? valueOf(field(name as never), [text], today) : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** What the frontmatter of a document says, read as its own tools do and never as code. */
async function frontmatterOf(
  text: string,
  where: string,
  today: string,
): Promise<{ values: Values; body: string; unknown: readonly string[] }> {
  if (!/^\uFEFF?---[ \t]*[a-z]*[ \t]*\r?\n/i.test(text))
    return { values: {}, body: text, unknown: [] };
  const { readForeignData } = await import('../new/document.ts');
  const { data, body } = readForeignData(text, where);
  const values: Record<string, unknown> = {};
  const unknown: string[] = [];
  for (const [key, value] of Object.entries(data)) {
    const entry = fieldOfHeading(key);
    const texts = (Array.isArray(value) ? value : [value]).flatMap((one) =>
      typeof one === 'string' || typeof one === 'number' ? [String(one)] : [],
    );
    const own = entry && texts.length > 0 ? valueOf(entry, texts, today) : undefined;
    if (entry === undefined || own === undefined || values[entry.name] !== undefined)
      unknown.push(key);
    else values[entry.name] = own;
  }
  return { values, body, unknown };
}

async function draftOf(
  workspace: Workspace,
  source: ImportSource,
  known: Values,
  today: string,
  taken: readonly string[],
): Promise<Draft> {
  const text = source.text.replace(/\r\n?/g, '\n');
  const placed = placeDocument(text, known, today);
  const { title = source.title ?? 'Imported' } = placed.values;
  const values = await withDelegator(workspace, { ...placed.values, title });
  const body = bodyOf(source, placed.rest);
  return { text: composeDraft({ values, body }, taken), notes: notesOn(source, placed, known) };
}

/** A comment that switches a rule off is a decision of this team, and not of whoever wrote the issue. */
const DISABLE = /<!--(?=\s*delegate-disable)/gi;

function bodyOf({ address }: ImportSource, rest: string): string {
  const kept = rest.replace(DISABLE, '<!-- imported:').trim();
  const parts = [
    ...(address === undefined ? [] : [`Imported from <${address}>.`]),
    ...(kept === '' ? [] : [kept]),
  ];
  const context = parts.length === 0 ? '## Context\n\n' : `## Context\n\n${parts.join('\n\n')}\n\n`;
  return /^#{1,6}\s+check-ins\s*$/im.test(kept) ? context : `${context}## Check-ins\n`;
}

function notesOn(
  { where, left, assignees }: ImportSource,
  placed: Placed,
  known: Values,
): string[] {
  const names = [...Object.keys(known), ...placed.from];
  return [
    ...(names.length > 0 ? [`From ${where}: ${names.join(', ')}.`] : []),
    ...placed.notes,
    ...(placed.kept.length > 0 ? [`Kept in the text below: ${placed.kept.join(', ')}.`] : []),
    ...(left.length > 0 ? [`Not taken over: ${left.join(', ')}.`] : []),
    ...(assignees.length > 1
      ? [`It is given to ${assignees.length} people (${assignees.join(', ')}): name one.`]
      : []),
  ];
}

function dry({ text, notes }: Draft): Result {
  return { out: printable(text), err: linesOf(notes) };
}

/** What is said beside, each on its line, whatever names are in it. */
function linesOf(notes: readonly string[]): string {
  return notes.map((note) => `${printable(note, true)}\n`).join('');
}

/** Commits what is whole; what lacks something is left to be filled in first. */
async function written(
  workspace: Workspace,
  { text, notes }: Draft,
  { commit: wanted }: ImportOptions,
  today: string,
): Promise<Result> {
  const { values } = readBrief(text);
  const errors = atLeast('error', checkDraft(workspace, today, text).findings).length;
  const missing = FIELDS.filter((entry) => isInsisted(entry, values))
    .map(({ name }) => name)
    .filter((name) => values[name] === undefined);
  if (errors > 0 && wanted !== true) {
    const path = await writeDraft(workspace, text);
    const lines = [
      ...notes,
      `Wrote ${path} (${values.id}); not committed: it is not whole yet.`,
      ...(missing.length > 0 ? [`Missing: ${missing.join(', ')}.`] : []),
      `Fill it in: delegate edit ${values.id}`,
    ];
    return { err: linesOf(lines) };
  }
  const { path, commit } = await createBrief(workspace, text, wanted);
  return {
    err: linesOf(notes) + commitText(`Wrote ${path} (${values.id})`, commit),
    status: isUnfinished(commit) ? EXIT.failed : EXIT.ok,
  };
}
