/** The briefs that a command can be about, for somebody who has named none. */
import { statusOf } from '../agreement/transitions.ts';
import type { Values } from '../brief/fields.ts';
import { readBrief } from '../brief/read.ts';
import { Failure } from '../failure.ts';
import { listBriefs } from '../files/list.ts';
import { loadFile } from '../files/load.ts';
import type { Workspace } from '../files/workspace.ts';

/** A brief to choose. */
export interface BriefChoice {
  readonly path: string;
  readonly title: string;
  readonly status: string;
  readonly delegate: string | undefined;
}

/** The briefs for which a command makes sense; a Failure where there is none. */
export async function briefChoices(
  workspace: Workspace,
  fits: (values: Values) => boolean,
): Promise<readonly BriefChoice[]> {
  const paths = await listBriefs(workspace);
  const choices = paths.flatMap((path): BriefChoice[] => {
    const loaded = loadFile(workspace, path);
    if (!('text' in loaded)) return [];
    const { values, readable } = readBrief(loaded.text);
    if (!readable || !fits(values)) return [];
    const { title = path, delegate } = values;
    return [{ path, title, status: statusOf(values), delegate }];
  });
  if (choices.length > 0) return choices;
  if (paths.length === 0) {
    throw new Failure('there is no brief yet', 'Write the first one with "delegate new".');
  }
  throw new Failure(
    'no brief is at a point where this can be done',
    'Where they stand: delegate list. What waits for you: delegate inbox.',
  );
}
