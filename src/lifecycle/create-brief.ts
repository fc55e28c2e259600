/** A new brief: its text with an id of its own, its check, its file under a free name, its commit. */
import { composeBrief } from '../brief/compose.ts';
import type { FieldName, Values } from '../brief/fields.ts';
import { readBrief } from '../brief/read.ts';
import { slugOf } from '../brief/slug.ts';
import { fillTemplate } from '../brief/template.ts';
import { listBriefs } from '../files/list.ts';
import { createFile } from '../files/save.ts';
import type { Workspace } from '../files/workspace.ts';
import { fileState } from '../git/commit-state.ts';
import type { CheckedText } from '../lint/check.ts';
import { summarise } from '../lint/check.ts';
import { checkSetup, newId } from '../lint/check-context.ts';
import { checkOneText } from '../lint/expected-text.ts';
import type { CommitResult } from './commit-brief.ts';
import { commitNewBrief } from './commit-brief.ts';
import { selfIn } from './people.ts';

/** The ids of the briefs that are there. */
export async function briefIds(workspace: Workspace): Promise<readonly string[]> {
  const paths = await listBriefs(workspace);
  return paths.flatMap((path) => summarise(workspace, path)?.id ?? []);
}

/** Whoever writes a brief hands it over, unless the values say otherwise. */
export async function withDelegator(workspace: Workspace, values: Values): Promise<Values> {
  if (values.delegator !== undefined) return values;
  const self = await selfIn(workspace);
  return self === undefined ? values : { ...values, delegator: self };
}

/** What a new brief is written from. */
export interface NewBrief {
  readonly values: Values;
  /** The narrative; the headings of an empty one where nothing is said. */
  readonly body?: string | undefined;
  /** The text of a template that it is written in, with its comments. */
  readonly template?: string | undefined;
  /** The template's fields that were asked for and not answered. */
  readonly leftOpen?: readonly FieldName[];
}

/** The text of a new brief: a draft with an id that none of `taken` is. */
export function composeDraft(
  { values, body, template, leftOpen }: NewBrief,
  taken: readonly string[],
): string {
  const draft: Values = { ...values, id: freshId(taken), status: 'draft' };
  if (template === undefined) return composeBrief(draft, body);
  return fillTemplate(template, draft, leftOpen);
}

function freshId(taken: readonly string[]): string {
  for (;;) {
    const id = newId();
    if (!taken.includes(id)) return id;
  }
}

/** What lint says of a text, as the new file that it will be. */
export function checkDraft(workspace: Workspace, today: string, text: string): CheckedText {
  const title = readBrief(text).values.title ?? '';
  return checkOneText(checkSetup(workspace, today), pathFor(workspace, title, 1), text);
}

/** Writes the text under the first free name, and returns its path below the root. */
export async function writeDraft(workspace: Workspace, text: string): Promise<string> {
  const { title = '' } = readBrief(text).values;
  for (let number = 1; ; number++) {
    const path = pathFor(workspace, title, number);
    // oxlint-disable-next-line no-await-in-loop -- the first free one
    if (await isKnownToGit(workspace, path)) continue;
    if (createFile(workspace, path, text)) return path;
  }
}

/** A brief that is not in the folder, as in a sparse checkout, or deleted and not committed, is there all the same. */
async function isKnownToGit({ repository }: Workspace, path: string): Promise<boolean> {
  if (repository === undefined) return false;
  const { committed, tracked } = await fileState(repository, path);
  return tracked || committed !== undefined;
}

/** The path of a new brief: its slug in the first folder, with a number when that is taken. */
function pathFor(workspace: Workspace, title: string, number: number): string {
  const folder = workspace.config.folder.find((name) => !/[*?]/.test(name)) ?? 'briefs';
  const slug = slugOf(title);
  const name = number === 1 ? slug : `${slug}-${number}`;
  return folder === '.' ? `${name}.md` : `${folder}/${name}.md`;
}

/** A brief that was created. */
export interface CreatedBrief {
  readonly path: string;
  readonly values: Values;
  readonly commit: CommitResult;
}

/**
 * Creates a brief: writes its text to a file of its own and commits that.
 *
 * @param commit Whether to commit it; undefined takes the configuration's word.
 * @param onWritten Called when the text is in its file, before git is asked.
 */
export async function createBrief(
  workspace: Workspace,
  text: string,
  commit?: boolean,
  onWritten: () => void = () => {},
): Promise<CreatedBrief> {
  const { values } = readBrief(text);
  const path = await writeDraft(workspace, text);
  onWritten();
  return {
    path,
    values,
    commit: await commitNewBrief(workspace, { path, text, event: 'new', commit }),
  };
}
