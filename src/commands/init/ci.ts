/** `delegate init --ci`: a workflow that checks the briefs. */
import { join } from 'node:path';
import { readTemplate } from '../../files/package.ts';
import { VERSION } from '../../version.ts';
import type { SetupContext } from './setup.ts';
import { createMissing, noteExisting, readRegular } from './setup.ts';

/** The workflow for GitHub. */
export async function writeGithub(context: SetupContext): Promise<void> {
  const path = '.github/workflows/delegate.yml';
  const text = readTemplate('ci/github.yml', { VERSION });
  noteExisting(
    context,
    path,
    await createMissing(context, path, text, 'lint on every push and pull request'),
  );
}

const INCLUDE = 'include:\n  - local: .gitlab/delegate.yml\n';

/** The job for GitLab, and its line in the pipeline where there is none yet. */
export async function writeGitlab(context: SetupContext): Promise<void> {
  const path = '.gitlab/delegate.yml';
  const text = readTemplate('ci/gitlab.yml', { VERSION });
  noteExisting(
    context,
    path,
    await createMissing(context, path, text, 'lint on every merge request'),
  );
  const main = '.gitlab-ci.yml';
  if ((await createMissing(context, main, INCLUDE, `it includes ${path}`)) === 'made') return;
  if (readRegular(join(context.workspace.root, main))?.includes(path)) return;
  context.advice.push(
    `${main} is yours and was left alone. Add to it:`,
    '',
    ...indent(INCLUDE),
    '',
  );
}

function indent(text: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`);
}
