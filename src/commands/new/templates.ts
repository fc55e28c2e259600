/** The templates of `delegate new --template`: those that ship, and a team's own. */
import type { Dirent } from 'node:fs';
import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { FIELDS } from '../../brief/fields.ts';
import { lineIndex } from '../../brief/positions.ts';
import { readBrief } from '../../brief/read.ts';
import { CONFIG_FILE } from '../../config/config.ts';
import { Failure } from '../../failure.ts';
import { loadFile } from '../../files/load.ts';
import { packagedNames, readTemplate } from '../../files/package.ts';
import { briefPaths } from '../../files/pattern.ts';
import type { Workspace } from '../../files/workspace.ts';
import { sentence } from '../../report/sentence.ts';
import { oneOf, quoted } from '../options.ts';

/** The names of the templates that ship. */
export function shippedNames(): string[] {
  return namesOf(packagedNames('templates/briefs'));
}

/**
 * The text of a template, a team's own before one of ours. A Failure names those that there are.
 *
 * @param workspace Where a team's own are; undefined where nothing is yet.
 */
export function templateText(workspace: Workspace | undefined, name: string): string {
  const own = workspace === undefined ? [] : ownTemplates(workspace);
  const names = [...new Set([...own.map((one) => one.name), ...shippedNames()])].toSorted();
  const known = oneOf(name, names, `there is no template ${quoted(name)}`);
  const found = own.find((one) => one.name === known);
  return found === undefined ? readTemplate(`briefs/${known}.md`) : found.read();
}

function namesOf(files: readonly string[]): string[] {
  return files
    .filter((file) => /^[^.].*\.md$/.test(file) && file !== 'README.md')
    .map((file) => file.slice(0, -'.md'.length))
    .toSorted();
}

/**
 * The folder that the configuration names, below the root. The configuration may be a stranger's: a
 * folder that is reached by a symbolic link would show what is not in the repository.
 */
function ownFolder({ root, config }: Workspace): string | undefined {
  const { templates: folder } = config;
  if (folder === undefined) return undefined;
  const path = join(root, folder);
  try {
    if (realpathSync.native(path) !== path) {
      throw new Failure(
        `${CONFIG_FILE}: the folder of templates ${folder} is reached by a symbolic link`,
        'Name the folder itself, inside of the repository.',
      );
    }
  } catch (error) {
    // git keeps no empty folder: where it is not there, there are no templates yet.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  if (briefPaths(config.folder)(`${folder}/x.md`)) {
    throw new Failure(
      `${CONFIG_FILE}: the folder of templates ${folder} is among those of the briefs, where each file is a brief`,
      'Move it out of them, for instance to .delegate/templates.',
    );
  }
  return folder;
}

interface OwnTemplate {
  readonly name: string;
  readonly read: () => string;
}

function ownTemplates(workspace: Workspace): readonly OwnTemplate[] {
  const folder = ownFolder(workspace);
  if (folder === undefined) return [];
  let entries: Dirent[];
  try {
    entries = readdirSync(join(workspace.root, folder), { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Failure(`${CONFIG_FILE}: the folder of templates ${folder} cannot be read: ${code}`);
  }
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name);
  return namesOf(files).map((name) => ({
    name,
    read: () => ownText(workspace, `${folder}/${name}.md`),
  }));
}

function ownText(workspace: Workspace, path: string): string {
  if (lstatSync(join(workspace.root, path)).isSymbolicLink()) {
    throw new Failure(`${path} is a symbolic link`, 'Put the template itself there.');
  }
  const loaded = loadFile(workspace, path);
  if ('problem' in loaded) throw new Failure(`${path}: ${loaded.problem.message}`);
  const { text } = loaded;
  const { readable, problems, values, places } = readBrief(text);
  const [problem] = problems;
  if (!readable) {
    const { line, column } = lineIndex(text).position(problem?.span.start ?? 0);
    throw new Failure(
      `${path}:${line}:${column}: ${problem?.message ?? 'it cannot be read'}`,
      sentence(problem?.help ?? ''),
    );
  }
  const record = FIELDS.find(({ name, group }) => group === 'records' && places.has(name));
  if (record !== undefined || (values.status ?? 'draft') !== 'draft') {
    const what = record === undefined ? `a status of ${values.status}` : record.name;
    throw new Failure(
      `${path} has ${what}: it is a brief that was agreed, and no template`,
      'Take it out of the file.',
    );
  }
  return text;
}
