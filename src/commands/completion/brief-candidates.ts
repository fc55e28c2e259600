/** Briefs to be named: by the name of the file, or by the id once that is begun. */
import { slugAt } from '../../brief/brief-name.ts';
import { ID_PATTERN } from '../../brief/id.ts';
import { readBrief } from '../../brief/read.ts';
import { walkBriefs } from '../../files/list.ts';
import { loadFile } from '../../files/load.ts';
import type { Workspace } from '../../files/workspace.ts';
import { findWorkspace } from '../../files/workspace.ts';
import type { Host } from '../../host.ts';
import type { Candidate } from '../known-words.ts';
import { knownIds } from './known-ids.ts';

/** More than these are proposed without their titles: each is a file to read. */
const MAX_READ = 50;

interface Named {
  readonly value: string;
  readonly path: string;
}

/** The briefs whose name begins so. */
export async function briefCandidates(host: Host, start: string): Promise<readonly Candidate[]> {
  const workspace = await findWorkspace(host, () => Promise.resolve(undefined));
  const paths = walkBriefs(workspace);
  const byName: Named[] = paths.map((path) => ({ value: slugAt(path), path }));
  const found = byName.filter(({ value }) => value.startsWith(start));
  if (start.startsWith('b-')) found.push(...idsWith(workspace, paths, start));
  const once = [...new Map(found.map((one) => [one.value, one])).values()];
  if (once.length > MAX_READ) return once.map(({ value }) => ({ value }));
  return once.map(({ value, path }) => ({ value, about: aboutBrief(workspace, path) }));
}

function idsWith(workspace: Workspace, paths: readonly string[], start: string): Named[] {
  return [...knownIds(workspace, paths)].flatMap(([path, id]) =>
    id.startsWith(start) && ID_PATTERN.test(id) ? [{ value: id, path }] : [],
  );
}

function aboutBrief(workspace: Workspace, path: string): string {
  const loaded = loadFile(workspace, path);
  if (!('text' in loaded)) return '';
  const { title = slugAt(path), status = 'draft' } = readBrief(loaded.text).values;
  return `${title}, ${status}`;
}
