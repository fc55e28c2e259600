/** Briefs to be named: by the name of the file, or by the id once that is begun. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { slugAt } from '../../brief/brief-name.ts';
import { ID_PATTERN } from '../../brief/id.ts';
import { readBrief } from '../../brief/read.ts';
import { DEFAULT_CONFIG, parseConfig } from '../../config/config.ts';
import { configText } from '../../files/config-text.ts';
import { walkBriefs } from '../../files/list.ts';
import { loadFile } from '../../files/load.ts';
import type { Workspace } from '../../files/workspace.ts';
import { realFolder } from '../../files/workspace.ts';
import type { Host } from '../../host.ts';
import type { Candidate } from '../known-words.ts';
import { idsWith } from './known-ids.ts';

/** More than these are proposed without their titles: each is a file to read. */
const MAX_READ = 50;

interface Named {
  readonly value: string;
  readonly path: string;
}

/** The briefs whose name begins so. */
export function briefCandidates(host: Host, start: string): readonly Candidate[] {
  const workspace = workspaceOf(host);
  const paths = walkBriefs(workspace);
  const found: Named[] = paths.flatMap((path) => {
    const value = slugAt(path);
    return value.startsWith(start) ? { value, path } : [];
  });
  if (start.startsWith('b-')) {
    for (const [path, id] of idsWith(workspace, paths, start)) {
      if (ID_PATTERN.test(id)) found.push({ value: id, path });
    }
  }
  const once = [...new Map(found.map((one) => [one.value, one])).values()];
  if (once.length > MAX_READ) return once.map(({ value }) => ({ value }));
  return once.map(({ value, path }) => ({ value, about: aboutBrief(workspace, path) }));
}

/** Where the briefs are, without asking git: for somebody who waits for a key. */
function workspaceOf(host: Host): Workspace {
  const cwd = realFolder(host.cwd);
  let root = cwd;
  while (!existsSync(join(root, '.git')) && dirname(root) !== root) root = dirname(root);
  if (!existsSync(join(root, '.git'))) root = cwd;
  const text = configText(root);
  const config = text === undefined ? DEFAULT_CONFIG : parseConfig(text);
  return { host, root, repository: undefined, config, cwd };
}

function aboutBrief(workspace: Workspace, path: string): string {
  const loaded = loadFile(workspace, path);
  if (!('text' in loaded)) return '';
  const { title = slugAt(path), status = 'draft' } = readBrief(loaded.text).values;
  return `${title}, ${status}`;
}
