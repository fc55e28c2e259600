/** `delegate init --ci`: workflows that check the briefs, and that tell every week what waits. */
import { join } from 'node:path';
import { readTemplate } from '../../files/package.ts';
import { saveFile } from '../../files/save.ts';
import { RUN_VENDORED, VENDORED } from '../../files/single-file.ts';
import { VERSION } from '../../version.ts';
import type { SetupContext } from './setup.ts';
import { createMissing, noteExisting, readRegular } from './setup.ts';
import { isVendored } from './vendor.ts';

/** A file of a workflow. */
interface WorkflowFile {
  readonly path: string;
  /** Below `templates/ci`. */
  readonly template: string;
  /** What it does, for the person. */
  readonly what: string;
}

interface Forge {
  readonly check: WorkflowFile;
  readonly weekly: WorkflowFile;
  readonly comments?: WorkflowFile;
}

/** The forges by the name of the option, with their files. */
const FORGES = {
  github: {
    check: {
      path: '.github/workflows/delegate.yml',
      template: 'github.yml',
      what: 'lint, silent moves and the report, on every push and pull request',
    },
    weekly: {
      path: '.github/workflows/delegate-weekly.yml',
      template: 'github-weekly.yml',
      what: 'what waits for whom, every Monday',
    },
    comments: {
      path: '.github/workflows/delegate-comments.yml',
      template: 'github-comments.yml',
      what: 'answers in comments, by those whom a brief names',
    },
  },
  gitlab: {
    check: {
      path: '.gitlab/delegate.yml',
      template: 'gitlab.yml',
      what: 'lint, silent moves and the report, on every merge request',
    },
    weekly: {
      path: '.gitlab/delegate-weekly.yml',
      template: 'gitlab-weekly.yml',
      what: 'what waits for whom, in scheduled pipelines',
    },
  },
} as const satisfies Record<string, Forge>;

export type ForgeName = keyof typeof FORGES;
export const FORGE_NAMES = Object.keys(FORGES) as ForgeName[];

/** Writes the workflows of a forge, as far as they are not there. */
export async function writeWorkflows(
  context: SetupContext,
  name: ForgeName,
  { weekly, comments }: { readonly weekly: boolean; readonly comments: boolean },
): Promise<void> {
  const forge: Forge = FORGES[name];
  const answers = comments ? forge.comments : undefined;
  const files = [forge.check, ...(weekly ? [forge.weekly] : []), ...(answers ? [answers] : [])];
  for (const file of files) {
    const { path, what } = file;
    const text = workflowText(context, file);
    // oxlint-disable-next-line no-await-in-loop -- what is told stands in the order of the files
    const state = await createMissing(context, path, text, what);
    if (state !== 'changed' || !switchRunner(context, file)) noteExisting(context, path, state);
  }
  if (name === 'gitlab') await includeInPipeline(context, files);
  if (name === 'gitlab' && weekly) context.advice.push(GITLAB_WEEKLY_ADVICE);
  const needNames = [
    ...(name === 'github' && weekly ? ['get an issue that mentions them every week'] : []),
    ...(answers === undefined ? [] : ['answer in comments']),
  ];
  if (needNames.length > 0) context.advice.push(...namesAdvice(needNames.join(' or to ')));
}

/** How a workflow runs the program: the file that the repository has of it, else from npm. */
function runnerOf(context: SetupContext): string {
  return isVendored(context) ? RUN_VENDORED : FROM_NPM;
}

const FROM_NPM = `npx --yes --package delegate-briefs@${VERSION} delegate`;

/** What a workflow may have there, of whatever version. */
const RUNNERS = /(?<=^ +DELEGATE: )(?:npx --yes --package delegate-briefs@\S+ delegate|node \S+)$/m;

/** Which of the two the workflows run. */
export function runnerNote(context: SetupContext): string {
  return isVendored(context)
    ? `The workflows run ${VENDORED}: without the network, and in this version until you replace it.`
    : `The workflows take delegate-briefs ${VERSION} from npm, where it has to be published first. "delegate init --vendor" keeps the program in the repository instead.`;
}

function workflowText(context: SetupContext, { path, template }: WorkflowFile): string {
  const { folder } = context.workspace.config;
  const paths = [...folder.map(briefsBelow), '.delegate.yaml', '.delegate/**', path];
  const PATHS = `[${paths.map((one) => JSON.stringify(one)).join(', ')}]`;
  return readTemplate(`ci/${template}`, { DELEGATE: runnerOf(context), PATHS });
}

/** The pattern by which a forge knows the briefs of a folder or glob of the configuration. */
function briefsBelow(folder: string): string {
  if (folder === '.') return '**/*.md';
  return folder.endsWith('.md') ? folder : `${folder}/**`;
}

/**
 * Makes a workflow that is as it was written, but for how the program is run, run it as one written now.
 *
 * @returns False when a person has changed it: it is left as it is then.
 */
function switchRunner(context: SetupContext, file: WorkflowFile): boolean {
  const { workspace, made, done } = context;
  const before = readRegular(join(workspace.root, file.path));
  const text = workflowText(context, file);
  if (before === undefined || before === text) return false;
  if (before.replace(RUNNERS, runnerOf(context)) !== text) return false;
  saveFile(workspace, file.path, text, before);
  made.push(file.path);
  done.push(
    `${file.path} now runs ${isVendored(context) ? VENDORED : `delegate-briefs ${VERSION}`}.`,
  );
  return true;
}

/** Has the workflows that are there already run the file that the repository has of the program. */
export function switchWorkflows(context: SetupContext): void {
  for (const forge of Object.values<Forge>(FORGES)) {
    for (const file of [forge.check, forge.weekly, forge.comments]) {
      if (file !== undefined) switchRunner(context, file);
    }
  }
}

function namesAdvice(what: string): readonly string[] {
  return [
    `Who is to ${what} needs their name on GitHub in .delegate.yaml, on the default branch:`,
    '',
    '    people:',
    '      Ana Novak:',
    '        email: ana@example.com',
    '        github: ananovak',
    '',
  ];
}

const GITLAB_WEEKLY_ADVICE = 'Plan it on GitLab: Build, Pipeline schedules, New schedule.';

const PIPELINE = '.gitlab-ci.yml';

/** The lines of the pipeline that include the files, or the advice to write them. */
async function includeInPipeline(
  context: SetupContext,
  files: readonly WorkflowFile[],
): Promise<void> {
  const include = (paths: readonly string[]) =>
    ['include:', ...paths.map((path) => `  - local: ${path}`), ''].join('\n');
  const paths = files.map(({ path }) => path);
  const what = `it includes ${paths.join(' and ')}`;
  if ((await createMissing(context, PIPELINE, include(paths), what)) === 'made') return;
  const text = readRegular(join(context.workspace.root, PIPELINE)) ?? '';
  const missing = paths.filter((path) => !text.includes(path));
  if (missing.length === 0) return;
  context.advice.push(
    `${PIPELINE} is yours and was left alone. Add to it:`,
    '',
    ...indent(include(missing)),
    '',
  );
}

function indent(text: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`);
}
